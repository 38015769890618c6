"""The section that counts what happened, year by year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from dragoman.analysis import Account, Cell, Counted, series
from dragoman.brief import numbers
from dragoman.brief.brief import Item, Part, Section, Sentence
from dragoman.brief.names import called
from dragoman.brief.notes import Notes
from dragoman.words import counted

HEADING = "Year by year"
_LEAD = (
    "Events that are asserted, each once however many report it, by the year in which they were; intensities are sums "
    "of the scores that PLOVER, a code book of political events, gives their kinds, each from -10 (conflict) to 10 "
    "(cooperation). Agreements, joint action and talks count both ways."
)
_EMPTY = "No event between parties is asserted."
_CUT = "Not counted, as not all statements are told here; `dragoman series` counts them."
_QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
#: What is counted together: in words, and whether a cell is of it.
_Group = tuple[str, Callable[[Cell], bool]]


def years(account: Account, notes: Notes) -> Section:
    """What each of a pair did to the other, a party to others and they to it, or several to one another."""
    if account.whole is not None:
        return Section(HEADING, Sentence((Part(_CUT),)))
    later = {entry.statement.id for entry in account.later}
    told = series((entry for entry in account.entries if entry.statement.id not in later), period="year")
    held: dict[date | None, list[Cell]] = {}
    for cell in told.cells:
        held.setdefault(cell.start, []).append(cell)
    groups = tuple(_groups(account.parties))
    ordered = sorted(held.items(), key=lambda item: item[0] or date.max)
    items = tuple(item for start, cells in ordered for item in _items(start, cells, groups, notes))
    return Section(HEADING, Sentence((Part(_LEAD if items else _EMPTY),)), items)


def _groups(parties: tuple[str, ...]) -> Iterator[_Group]:
    names = [called(code) for code in parties]
    if len(parties) == 1:
        yield f"{names[0]} towards others", lambda cell: cell.actor == parties[0]
        yield f"others towards {names[0]}", lambda cell: cell.recipient == parties[0]
    elif len(parties) == 2:
        yield f"{names[0]} towards {names[1]}", lambda cell: (cell.actor, cell.recipient) == parties
        yield f"{names[1]} towards {names[0]}", lambda cell: (cell.recipient, cell.actor) == parties
    else:
        yield "", lambda cell: not parties or {cell.actor, cell.recipient} <= {*parties}


def _items(start: date | None, cells: list[Cell], groups: tuple[_Group, ...], notes: Notes) -> Iterator[Item]:
    under = str(start.year) if start is not None else "no year"
    for words, is_of in groups:
        found = _once(cell for cell in cells if is_of(cell))
        if found:
            told = [(kind, count) for kind, count in _counts(found) if count]
            # Of what they are counts the first says for all.
            each_kind = [f"{count} of {kind}" if place else f"{counted(count, 'event')} of {kind}"
                         for place, (kind, count) in enumerate(told)]  # fmt: skip
            counts = numbers.listed(each_kind)
            intensity = f"{sum(each.score for each in found) + 0.0:g}"
            line = f"{numbers.capital(words)}{': ' * bool(words)}{counts}; intensity {intensity}"
            reports = (entry for each in found for entry in each.reports)
            yield Item(Sentence((Part(line, notes.cite(reports)), Part("."))), under)


def _once(cells: Iterator[Cell]) -> list[Counted]:
    """What is counted in some cells: an event of several parties, which is in several of them, once."""
    found = {tuple(entry.statement.id for entry in each.reports): each for cell in cells for each in cell.counted}
    return [found[key] for key in sorted(found)]


def _counts(found: list[Counted]) -> Iterator[tuple[str, int]]:
    for place, kind in enumerate(_QUADS, start=1):
        yield kind, sum(each.quad == place for each in found)
