"""Labels of ours on sentences of others: real news, which an author's sentences only resemble.

`news/*.jsonl` holds the labels without the texts, which stay with the public sets (`material.py`): a row names its
sentence, by the hash of its text or by its place in an article of PolNeAR or one of the stories that were made for
PLOVER, and gives the places of parties, triggers, dates and figures in it, white space counted as single spaces. The
conventions are those of `training/README.md`.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from training import public
from training.markup import Example, Figure, MarkupError, Party, Relation

#: What one line of a file says.
Row = Mapping[str, Any]

NEWS = Path(__file__).parent / "news"
_ARTICLES = Path("polnear") / "train" / "text"
_STORIES = Path("synthetic") / "plover_stories.csv.zip"


def labelled(data: Path, folder: Path = NEWS) -> Iterator[Example]:
    """The labelled sentences of PLV, CAMEO and PolNeAR in `data`; raises `MarkupError` if these lack one."""
    single = {key(text): text for text in map(one_line, _single(data))}
    for row, place in _rows(folder):
        if "text" in row and row["text"] not in single:
            raise MarkupError(f"{place}: no sentence of PLV or CAMEO in {data} has the hash {row['text']}")
        if "text" in row:
            yield example_of(single[row["text"]], row, place)
        elif "article" in row:
            yield _part(_article(data, row["article"]), row, place)


def stories(data: Path, folder: Path = NEWS) -> Iterator[Example]:
    """The labelled sentences of the stories that were made for PLOVER, if these are in `data`."""
    if (data / _STORIES).exists():
        listed = list(_stories(data / _STORIES))
        for row, place in _rows(folder):
            if "story" in row:
                yield _part(listed[row["story"]], row, place)


def written(example: Example, where: Row) -> str:
    """A row of `news/`: the labels of an example, and `where` its text is to be found."""
    parties = [[each.number, each.code, each.sector, each.start, each.end] for each in example.parties]
    relations = [
        {name: value for name, value in asdict(each).items() if value not in (None, ())} for each in example.relations
    ]
    return json.dumps({**where, "parties": parties, "relations": relations}, ensure_ascii=False)


def key(text: str) -> str:
    """What a text is looked up by."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def one_line(text: str) -> str:
    """A text with its white space as single spaces."""
    return " ".join(text.split())


def example_of(text: str, row: Row, place: str) -> Example:
    """A text with the labels of a row."""
    parties = tuple(Party(*each) for each in row["parties"])
    return Example(text, parties, tuple(_relation(each) for each in row["relations"]), place)


def _rows(folder: Path) -> Iterator[tuple[Row, str]]:
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            yield json.loads(line), f"{path.name}:{number}"


def _part(text: str, row: Row, place: str) -> Example:
    return example_of(one_line(text[row["start"] : row["end"]]), row, place)


def _single(data: Path) -> Iterator[str]:
    for sets in (
        public.plv(data / "plv" / "train.tsv"),
        public.cameo(data / "cameo" / "ner_train.txt"),
        public.classes(data / "cameo" / "class_train.tsv"),
    ):
        yield from (each.text for each in sets)


@cache
def _article(data: Path, name: str) -> str:
    return (data / _ARTICLES / name).read_text(encoding="utf-8")


def _stories(path: Path) -> Iterator[str]:
    """The stories of a zip archive with one table, in order."""
    with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as file:
        for row in csv.DictReader(io.TextIOWrapper(file, encoding="utf-8", newline="")):
            yield row["text"]


def _relation(row: Row) -> Relation:
    figures = tuple(
        Figure(tuple(each["place"]), tuple(each["base"]) if each.get("base") else None, each.get("whose"))
        for each in row.get("figures", ())
    )
    return Relation(
        tuple(row["actors"]),
        tuple(row["recipients"]),
        row["type"],
        row.get("mode"),
        row["standing"],
        tuple(row["trigger"]),
        date=tuple(row["date"]) if "date" in row else None,
        figures=figures,
        via=tuple(row.get("via", ())),
    )
