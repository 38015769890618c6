"""Sentences that nobody labelled, with the parties that the reader finds in them, for a teacher to say what holds."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from itertools import permutations
from pathlib import Path

from dragoman.reading.mentions import Mention
from dragoman.reading.reader import begin
from dragoman.records import Document
from training.items import Item, Pair

#: Sentences that name more parties than this are lists.
MOST = 6


def unlabelled(data: Path) -> Iterator[Item]:
    """The sentences about two parties or more of PolNeAR's articles and of the synthetic stories, each once."""
    seen = set[str]()
    for text in (*_articles(data / "polnear" / "train" / "text"), *_stories(data / "synthetic")):
        for each in sentences([text]):
            if each.text not in seen:
                seen.add(each.text)
                yield each


def sentences(texts: Iterable[str]) -> Iterator[Item]:
    """The sentences of texts that name two parties or more, with every ordered pair of them."""
    for text in texts:
        for kept in begin(Document(text, "", "")).kept if text.strip() else ():
            named = [each for each in kept.mentions if each.parties]
            pairs = tuple(_pairs(named, kept.sentence.span.start)) if len(named) <= MOST else ()
            if pairs:
                yield Item(kept.sentence.span.text, pairs, origin="unlabelled")


def _pairs(named: list[Mention], start: int) -> Iterator[Pair]:
    for a, b in permutations(named, 2):
        if set(a.codes).isdisjoint(b.codes):
            places = ((each.span.start - start, each.span.end - start) for each in (a, b))
            yield Pair(*places, (), labelled=False)


def _articles(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.txt")):
        yield path.read_text(encoding="utf-8")


def _stories(folder: Path) -> Iterator[str]:
    """The texts of the stories; their labels are of whole documents and are not looked at."""
    for path in sorted(folder.glob("*.csv.zip")):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                with archive.open(name) as file:
                    for row in csv.DictReader(io.TextIOWrapper(file, "utf-8")):
                        yield row["text"]
