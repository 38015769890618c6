"""The attributions of an article as the shipped heads tell them, a few sentences at a time."""

from __future__ import annotations

from collections.abc import Iterator

from training.polnear import WINDOW

from benchmarks.accuracy.polnear import Attribution, Place
from dragoman.reading.encoder import encoder
from dragoman.reading.saying import speeches
from dragoman.reading.saying.speeches import Speech
from dragoman.reading.sentences import sentences
from dragoman.records import Span


def predict(text: str) -> list[Attribution]:
    """The attributions of a text."""
    places = [(each.span.start, each.span.end) for each in sentences(text)]
    sizes = [len(each.offsets) - 2 for each in encoder().encode([text[start:end] for start, end in places])]
    listed = list(_windows(places, sizes))
    encoded = encoder().encode([text[start:end] for start, end in listed])
    return [
        _attribution(speech)
        for (start, end), one in zip(listed, encoded, strict=True)
        for speech in speeches.find(Span.of(text, start, end), one)
    ]


def _windows(places: list[Place], sizes: list[int]) -> Iterator[Place]:
    """Stretches of neighbouring sentences of at most `WINDOW` pieces."""
    first, used = 0, 0
    for number, size in enumerate(sizes):
        if used and used + size > WINDOW:
            yield places[first][0], places[number - 1][1]
            first, used = number, 0
        used += size
    if used:
        yield places[first][0], places[-1][1]


def _attribution(speech: Speech) -> Attribution:
    sources = [] if speech.source is None else [_place(speech.source)]
    return Attribution.of(sources, [_place(speech.cue)], map(_place, speech.contents))


def _place(span: Span) -> Place:
    return span.start, span.end
