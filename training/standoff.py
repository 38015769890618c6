"""Labels of ours on sentences of others: real news, which an author's sentences only resemble.

`news/*.jsonl` holds the labels without the texts, which stay with the public sets (`material.py`): a row names its
sentence, by the hash of its text or by its place in an article of PolNeAR, and gives the places of parties, triggers,
dates and figures in it, white space counted as single spaces. The conventions are those of `training/README.md`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from training import public
from training.markup import Example, Figure, MarkupError, Party, Relation

NEWS = Path(__file__).parent / "news"
_ARTICLES = Path("polnear") / "train" / "text"


def labelled(data: Path, folder: Path = NEWS) -> Iterator[Example]:
    """The labelled sentences of the public sets in `data`; raises `MarkupError` if these lack one."""
    single = {key(text): text for text in map(one_line, _single(data))}
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            row, place = json.loads(line), f"{path.name}:{number}"
            text = single.get(row["text"]) if "text" in row else _part(data, row)
            if text is None:
                raise MarkupError(f"{place}: no sentence of PLV or CAMEO in {data} has the hash {row['text']}")
            yield example_of(text, row, place)


def written(example: Example, where: Mapping[str, Any]) -> str:
    """A row of `news/`: the labels of an example, and `where` its text is to be found."""
    parties = [[each.number, each.code, each.sector, each.start, each.end] for each in example.parties]
    relations = [
        {name: value for name, value in asdict(each).items() if value not in (None, ())} for each in example.relations
    ]
    return json.dumps({**where, "parties": parties, "relations": relations}, ensure_ascii=False)


def key(text: str) -> str:
    """What a sentence of PLV or CAMEO is found by."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def one_line(text: str) -> str:
    """A text with its white space as single spaces."""
    return " ".join(text.split())


def example_of(text: str, row: Mapping[str, Any], place: str) -> Example:
    """A text with the labels of a row."""
    parties = tuple(Party(*each) for each in row["parties"])
    return Example(text, parties, tuple(_relation(each) for each in row["relations"]), place)


def _single(data: Path) -> Iterator[str]:
    for sets in (
        public.plv(data / "plv" / "train.tsv"),
        public.cameo(data / "cameo" / "ner_train.txt"),
        public.classes(data / "cameo" / "class_train.tsv"),
    ):
        yield from (each.text for each in sets)


def _part(data: Path, row: Mapping[str, Any]) -> str:
    article = (data / _ARTICLES / row["article"]).read_text(encoding="utf-8")
    return one_line(article[row["start"] : row["end"]])


def _relation(row: Mapping[str, Any]) -> Relation:
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
