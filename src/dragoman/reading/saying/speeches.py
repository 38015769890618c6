"""Who says what, as the encoder's heads tell it: each cue of a text with its source and its contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.reading.encoder import Encoded, Floats
from dragoman.reading.heads import Linking, Pieces, heads
from dragoman.records import Span

#: The least probability at which a source, or a content, is taken to belong to a cue.
BELONGS = 0.5
#: What opens the quotation of the next paragraph, at the end of words that belong to the one before.
_NEXT_OPENED = re.compile(r"(?<=\S)\s*\n\s*[\"“„«]$")


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution by its words: the cue, the source if there is one, and what is attributed."""

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]


def find(text: Span, encoded: Encoded) -> list[Speech]:
    """The attributions of a text, in the order of their cues; several cues may share a source, or a content."""
    return find_all([(text, encoded)])[0]


def find_all(texts: Sequence[tuple[Span, Encoded]]) -> list[list[Speech]]:
    """The attributions in each of several sentences of a document."""
    if not texts:
        return []
    found = [
        _Tagged(text, encoded, spans["Cue"], spans["Source"], sorted(spans["Content"] + spans["Inner"]))
        for (text, encoded), spans in zip(texts, heads().spans([each for _, each in texts]), strict=True)
    ]
    whose = heads().links([Linking(each.encoded, each.cues, each.sources, sources=True) for each in found])
    what = heads().links([Linking(each.encoded, each.cues, each.contents, sources=False) for each in found])
    return [each.speeches(*chances) for each, *chances in zip(found, whose, what, strict=True)]


@dataclass(frozen=True, slots=True)
class _Tagged:
    """A text with the spans that its tags tell."""

    text: Span
    encoded: Encoded
    cues: list[Pieces]
    sources: list[Pieces]
    contents: list[Pieces]

    def speeches(self, whose: Floats, what: Floats) -> list[Speech]:
        """The attributions, given the chances that sources and contents belong to the cues (cues, spans)."""
        return [
            Speech(self._words(cue), self._source(sourced), self._contents(holds))
            for cue, sourced, holds in zip(self.cues, whose, what, strict=True)
        ]

    def _source(self, chances: Floats) -> Span | None:
        best = int(chances.argmax()) if len(chances) else None
        return self._words(self.sources[best]) if best is not None and chances[best] >= BELONGS else None

    def _contents(self, chances: Floats) -> tuple[Span, ...]:
        listed = zip(self.contents, chances.tolist(), strict=True)
        return tuple(self._words(content) for content, chance in listed if chance >= BELONGS)

    def _words(self, pieces: Pieces) -> Span:
        start, end = self.encoded.offsets[pieces[0]][0], self.encoded.offsets[pieces[1]][1]
        words = _NEXT_OPENED.sub("", self.text.text[start:end])
        return Span(self.text.start + start, self.text.start + start + len(words), words)
