"""What changed between two days of knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.analysis.figures import figures
from dragoman.analysis.occurrences import Occurrence, gathered
from dragoman.records import Entry, Quantity, Standing

#: `new`: nothing was known of the event or tie, or nothing of that standing; `gone`: no report of it is left; `more`
#: and `less`: it rests on more or fewer independent origins, or reports; `figure`: a number that nobody gave before.
Kind = Literal["new", "gone", "more", "less", "figure"]


@dataclass(frozen=True, slots=True)
class Change:
    """A change of what is reported of one event or tie with one standing.

    `before` and `after` are its reports then and now, `origins_before` and `origins_after` on how many independent
    origins they rest (`None` if that is not known); `quantity` is the new number of a `figure`; `is_first` tells
    whether nothing at all was known of the event or tie.
    """

    kind: Kind
    occurrence: Occurrence
    standing: Standing
    before: tuple[Entry, ...]
    after: tuple[Entry, ...]
    origins_before: int | None = None
    origins_after: int | None = None
    quantity: Quantity | None = None
    is_first: bool = False


def changes(before: Iterable[Entry], after: Iterable[Entry]) -> tuple[Change, ...]:
    """What was learnt and what was lost, in the order in which the events and ties were first reported.

    Reports of one event may have come together under another id meanwhile: an event is the same if a report is.
    """
    then, now = gathered(before), gathered(after)
    earlier = {entry.statement.id: occurrence for occurrence in then for entry in occurrence.entries}
    found = [change for each in now for change in _changed(each, _before(each, earlier))]
    left = {entry.statement.id for occurrence in now for entry in occurrence.entries}
    for each in then:
        if not any(entry.statement.id in left for entry in each.entries):
            found += [Change("gone", each, standing, each.reports(standing), ()) for standing in _standings(each)]
    return tuple(found)


def _before(occurrence: Occurrence, earlier: dict[str, Occurrence]) -> tuple[Occurrence, ...]:
    """The events or ties that its reports were of."""
    known = (earlier.get(entry.statement.id) for entry in occurrence.entries)
    return tuple({each.id: each for each in known if each is not None}.values())


def _changed(now: Occurrence, then: Sequence[Occurrence]) -> Iterator[Change]:
    for standing in Standing:
        after = now.reports(standing)
        before = tuple(entry for each in then for entry in each.reports(standing))
        if {entry.statement.id for entry in before} == {entry.statement.id for entry in after}:
            continue
        origins = _origins(then, standing), now.origins(standing)
        yield Change(_kind(before, after, origins), now, standing, before, after, *origins, is_first=not then)
        if before:
            for quantity in _new_figures(before, after):
                yield Change("figure", now, standing, before, after, *origins, quantity)


def _kind(before: Sequence[Entry], after: Sequence[Entry], origins: tuple[int | None, int | None]) -> Kind:
    if not before or not after:
        return "new" if after else "gone"
    then, now = origins[0] or 0, origins[1] or 0
    return "more" if (now, len(after)) >= (then, len(before)) else "less"


def _origins(then: Sequence[Occurrence], standing: Standing) -> int | None:
    known = [each.origins(standing) for each in then if each.reports(standing)]
    return sum(count or 0 for count in known) if known else None


def _new_figures(before: Sequence[Entry], after: Sequence[Entry]) -> Iterator[Quantity]:
    """Numbers that no report gave before, each once."""
    known = {_said(report.quantity) for figure in figures(before) for report in figure.reports}
    for figure in figures(after):
        for report in figure.reports:
            if _said(report.quantity) not in known:
                known.add(_said(report.quantity))
                yield report.quantity


def _said(quantity: Quantity) -> tuple[object, ...]:
    return (quantity.low, quantity.high, quantity.unit, quantity.of, quantity.whose)


def _standings(occurrence: Occurrence) -> Iterator[Standing]:
    return (standing for standing in Standing if occurrence.reports(standing))
