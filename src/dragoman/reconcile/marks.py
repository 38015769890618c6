"""What in the words of a report tells its event from others between the same parties: names and numbers."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from typing import Final

from dragoman.records import Statement

_TOKEN: Final = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]*\w)|(?P<number>\d+(?:[.,]\d+)*)")
#: What a word follows that begins a sentence or a quotation, so that its capital means nothing.
_OPENING: Final = re.compile(r"(?:^|[.!?:;–—-]\s+|[“\"‘(]\s*)$")
_LONG: Final = re.compile(r"[^\W\d_]{5,}")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
#: Capitalised words that name no place or person.
TIMES: Final = frozenset(each.casefold() for each in (*calendar.day_name, *calendar.month_name, *calendar.month_abbr))


def marks(statement: Statement) -> frozenset[str]:
    """The names of the evidence that are not a party's, and its numbers that are no year and more than nine."""
    text, parties = _prose(statement)
    found = set()
    for match in _TOKEN.finditer(text):
        if _is_outside(match.span(), parties) and _tells(match):
            found.add(match.group().casefold().replace(",", ""))
    return frozenset(found)


def _is_outside(place: tuple[int, int], parties: Sequence[tuple[int, int]]) -> bool:
    """Whether words are not a party's."""
    start, end = place
    for first, last in parties:  # noqa: SIM110 - a generator is slower, and this is asked of every word
        if first < end and start < last:
            return False
    return True


def _tells(match: re.Match[str]) -> bool:
    if match["number"]:
        return len(match["number"]) > 1 and not _YEAR.fullmatch(match["number"])
    before = match.string[max(0, match.start() - 3) : match.start()]
    return match["name"].casefold() not in TIMES and _OPENING.search(before) is None


def telling(statement: Statement) -> frozenset[str]:
    """The longer words of the evidence that are not a party's, cut to their first letters."""
    text, parties = _prose(statement)
    return frozenset(
        match.group().casefold()[:6] for match in _LONG.finditer(text) if _is_outside(match.span(), parties)
    )


def _prose(statement: Statement) -> tuple[str, list[tuple[int, int]]]:
    """The words of a statement and where its parties stand in them; in those of a row of a data set they do not."""
    start = statement.evidence.start
    if statement.is_imported:
        return statement.words, []
    return statement.evidence.text, [
        (each.mention.start - start, each.mention.end - start) for each in statement.parties
    ]
