"""PolNeAR: news articles with their attributions (Newell, Margolin and Ruths 2018), cut for training."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sentencex
from benchmarks.accuracy import polnear as scored

from training.items import Item, Place, Said

#: Word pieces of a window of neighbouring sentences.
WINDOW = 126


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
    for name, text, gold in scored.articles(folder):
        bounds = sentencex.get_sentence_boundaries("en", text)
        places = [(each["start_index"], each["end_index"]) for each in bounds]
        kept = tuple(place for place in places if text[slice(*place)].strip())
        yield Article(name, text, kept, tuple(_said(each) for each in scored.sorted_(gold)))


def _said(attribution: scored.Attribution) -> Said:
    source, cue, content = (tuple(sorted(places)) for places in attribution.roles)
    return Said(cue, source, content)
