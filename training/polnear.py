"""PolNeAR: news articles with their attributions (Newell, Margolin and Ruths 2018), cut for training."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sentencex

from training.items import Item, Place, Said


@dataclass(frozen=True, slots=True)
class Article:
    """A text, the places of its sentences, and its attributions."""

    name: str
    text: str
    sentences: tuple[Place, ...]
    saids: tuple[Said, ...]

    def part(self, start: int, end: int) -> Item:
        """What stands in `[start, end)` with its attributions, each cut to what is inside."""
        kept = []
        for said in self.saids:
            cues, sources, contents = (_cut(each, start, end) for each in (said.cues, said.sources, said.contents))
            if cues or sources or contents:
                kept.append(Said(cues, sources, contents))
        return Item(self.text[start:end], saids=tuple(kept), origin=self.name)

    def single(self) -> Iterator[Item]:
        """The sentences, each by itself."""
        for start, end in self.sentences:
            yield self.part(start, end)

    def windows(self, length: Callable[[str], int], *, room: int, skip: int = 0) -> Iterator[Item]:
        """Stretches of neighbouring sentences of at most `room` in length, the first `skip` sentences by themselves."""
        start, used = 0, 0
        for number, (first, last) in enumerate(self.sentences):
            size = length(self.text[first:last])
            if used and (used + size > room or number == skip):
                yield self.part(start, first)
                start, used = first, 0
            used += size
        if used:
            yield self.part(start, len(self.text))


def _cut(places: tuple[Place, ...], start: int, end: int) -> tuple[Place, ...]:
    return tuple(
        (max(first, start) - start, min(last, end) - start) for first, last in places if first < end and start < last
    )


def articles(folder: Path) -> Iterator[Article]:
    """The annotated articles of a half of PolNeAR, by name."""
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in annotations:
            text = path.read_text(encoding="utf-8")
            bounds = sentencex.get_sentence_boundaries("en", text)
            places = [(each["start_index"], each["end_index"]) for each in bounds]
            kept = tuple(place for place in places if text[slice(*place)].strip())
            yield Article(path.stem, text, kept, tuple(_brat(annotations[path.stem])))


def _brat(path: Path) -> Iterator[Said]:
    """The attributions of a brat standoff file."""
    spans: dict[str, list[Place]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if re.match(r"T\d+\t\S+ \d", line):
            pieces = [each.split() for each in fields[1].split(" ", 1)[1].split(";")]
            spans[fields[0]] = [(int(first), int(last)) for first, last in pieces]
        elif re.match(r"E\d+\t\S+:", line):
            parts: dict[str, list[Place]] = {}
            for each in fields[1].split():
                role, _, name = each.partition(":")
                parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(name, []))
            yield Said(*(tuple(parts.get(role, ())) for role in ("Cue", "Source", "Content")))
