"""The days of a chronology whose dates stand in lines of their own above what happened."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from dragoman.reading.times import dates, expressions
from dragoman.records import Document, Interval

#: A line that may begin with a date, and what stands behind that: nothing, or what happened then. The signs before it
#: are passed over at once (`*+`), for of a long row of them each might be taken for the first letter.
_LINE = re.compile(
    r"^[ \t#*_•-]*+(?P<words>\w[^\n.:;!?–—]{2,30}?)(?:(?P<alone>[ \t:*_–—-]*$)|(?: ?[:–—]| -) )", re.MULTILINE
)
#: One such line may tell when the text was published: a chronology has several.
_FEWEST = 2
#: Characters over which it holds.
_FARTHEST = 3_000
#: A line that is no sentence heads something else.
_HEADING = re.compile(r"^[^\n]{0,80}[^\s.!?:;,\"”)](?=[ \t]*$)", re.MULTILINE)


class Days:
    """Where the lines stand that give a date and nothing else, and the time of each."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        found = list(_lines(document))
        if len({when for _, when, _ in found}) < _FEWEST or not any(alone for *_, alone in found):
            found = []
        self._ends = [end for end, *_ in found]
        self._times = [when if alone else None for _, when, alone in found]

    def before(self, place: int) -> Interval | None:
        """The time of the last such line before a place, if it heads what stands there."""
        number = bisect_left(self._ends, place) - 1
        if (
            number < 0
            or place - self._ends[number] > _FARTHEST
            or _HEADING.search(self._text, self._ends[number], place) is not None
        ):
            return None
        return self._times[number]


def _lines(document: Document) -> Iterator[tuple[int, Interval, bool]]:
    """The lines that begin with a date: where they end, when that is, and whether it stands alone."""
    for match in _LINE.finditer(document.text):
        words = match["words"]
        if not any(letter.isdigit() for letter in words):
            continue
        times = expressions.find(words, match.start("words"))
        if len(times) != 1 or len(times[0].span.text) < len(words):
            continue
        when = dates.resolve(times[0], published=document.published, before=None)
        if when is not None and when.start is not None:
            yield match.end(), replace(when, basis="relative"), match["alone"] is not None
