"""A pile of documents to measure reading on: the project's own, told again about other states.

The examples and the documents of the exam name a state in nearly every sentence. That is harder than the news: of
general news, most sentences name none and need not be read closely.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.codebook.states import State, states
from dragoman.intake import Defaults, Item, load, survey
from dragoman.reading.naming.gazetteer import Name, gazetteer
from dragoman.records import Document

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "examples", ROOT / "benchmarks" / "accuracy" / "documents")
#: Files of these folders that are no documents.
_BESIDE = frozenset({".json", ".csv"})
#: How far along the list of states each telling moves; a prime, so that no state meets itself for long.
_STEP = 37


def make(folder: Path, *, words: int) -> None:
    """Fill a folder with the project's documents, then with new tellings of them, until it holds so many words."""
    for origin in FOLDERS:
        shutil.copytree(origin, folder / origin.name, ignore=_ignored)
    originals = documents([folder])
    so_far, telling = count(originals), 0
    while so_far < words:
        telling += 1
        told = [replace(each, text=retold(each.text, telling)) for each in originals]
        _write(told, folder / f"telling-{telling}")
        so_far += count(told)


def documents(paths: Sequence[Path]) -> list[Document]:
    """The documents that intake makes of files and folders."""
    items = (item for item in survey([str(path) for path in paths]) if isinstance(item, Item))
    return [found for item in items for found in load(item, Defaults()) if isinstance(found, Document)]


def count(listed: Sequence[Document]) -> int:
    """The words of documents: what stands between spaces."""
    return sum(len(each.text.split()) for each in listed)


def retold(text: str, telling: int) -> str:
    """The text with every state, its adjective and its capital exchanged for another's, the same one throughout."""
    parts, last = [], 0
    for name in gazetteer().find(text):
        parts += [text[last : name.start], _exchanged(name, telling)]
        last = name.end
    return "".join([*parts, text[last:]])


def _exchanged(name: Name, telling: int) -> str:
    listed = _known()
    place = next((number for number, state in enumerate(listed) if state.code == name.sense.code), None)
    if place is None:
        return name.text
    other = listed[(place + telling * _STEP) % len(listed)]
    by_kind = {"state": other.name, "adjective": other.adjectives[0], "capital": other.capitals[0]}
    return by_kind.get(name.sense.kind, name.text)


def _known() -> list[State]:
    """The states of today that have a name for everything."""
    return [each for each in states().values() if each.adjectives and each.capitals and not each.until]


def _ignored(folder: str, names: list[str]) -> list[str]:
    """What is beside the documents, but for the lists of their publishers and dates."""
    listed = [name for name in names if name != "sources.csv"]
    return [name for name in listed if Path(name).suffix in _BESIDE or name == "README.md"]


def _write(listed: Sequence[Document], folder: Path) -> None:
    folder.mkdir()
    rows = []
    for number, each in enumerate(listed):
        path = folder / f"{number:03}.txt"
        path.write_text(each.text, encoding="utf-8")
        rows.append([path.name, each.publisher, each.author, each.title, each.published and each.published.start])
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["file", "publisher", "author", "title", "published"], *rows])
