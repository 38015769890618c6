"""Who says what, as the encoder's heads tell it: each cue of a text with its source and its contents."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.encoder import Encoded
from dragoman.reading.heads import Pieces, heads
from dragoman.records import Span

#: The least probability at which a source, or a content, is taken to belong to a cue.
BELONGS = 0.5


@dataclass(frozen=True, slots=True)
class Speech:
    """An attribution by its words: the cue, the source if there is one, and what is attributed."""

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]


def find(text: Span, encoded: Encoded) -> list[Speech]:
    """The attributions of a text, in the order of their cues; several cues may share a source, or a content."""
    spans = heads().spans(encoded)
    cues, sources = spans["Cue"], spans["Source"]
    contents = sorted(spans["Content"] + spans["Inner"])
    whose = heads().links(encoded, cues, sources, sources=True)
    what = heads().links(encoded, cues, contents, sources=False)

    def words(pieces: Pieces) -> Span:
        start, end = encoded.offsets[pieces[0]][0], encoded.offsets[pieces[1]][1]
        return Span(text.start + start, text.start + end, text.text[start:end])

    found = []
    for cue, sourced, holds in zip(cues, whose, what, strict=True):
        best = int(sourced.argmax()) if len(sources) else None
        source = sources[best] if best is not None and sourced[best] >= BELONGS else None
        mine = tuple(words(content) for content, chance in zip(contents, holds, strict=True) if chance >= BELONGS)
        found.append(Speech(words(cue), words(source) if source else None, mine))
    return found
