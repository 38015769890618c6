"""What each did to each other by period: counts by quad class, and intensities.

The frames of event data as political scientists use them: a row a directed dyad and period. Intensities are the sums of
the scores of PLOVER's types and modes (`codebook/events.toml`), in the manner of Goldstein (1992).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import permutations, product
from typing import Literal, get_args

from dragoman.analysis.frame import Frame, Shown
from dragoman.analysis.levels import changes_in
from dragoman.analysis.occurrences import Occurrence, gathered
from dragoman.analysis.periods import Length, between, end, label, start, within
from dragoman.analysis.times import exact
from dragoman.analysis.undated import is_by_publication
from dragoman.codebook.events import event_type, is_directed
from dragoman.codebook.states import cow_number
from dragoman.errors import InvalidValue
from dragoman.records import Entry, Interval, Statement
from dragoman.records.party import is_code

#: What is counted: each event once, however many report it, or each report of one.
Unit = Literal["occurrence", "report"]
UNITS: tuple[Unit, ...] = get_args(Unit)
Dyad = tuple[str, str]
#: From which day to which, both included; `None` leaves a side to what is found.
Days = tuple[date | None, date | None]
QUADS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Counted:
    """One event, or one report of one, with its score and all asserted reports behind it."""

    type: str
    quad: int
    score: float
    reports: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What an actor did to a recipient in a period that begins on `start`; `start` is `None` for what has no period.

    That is what is undated, or dated more vaguely than the periods are long.
    """

    actor: str
    recipient: str
    start: date | None
    counted: tuple[Counted, ...]

    @property
    def quads(self) -> tuple[int, int, int, int]:
        """How many are of each quad class: verbal and material cooperation, verbal and material conflict."""
        one, two, three, four = (sum(each.quad == quad for each in self.counted) for quad in QUADS)
        return one, two, three, four

    @property
    def intensity(self) -> float:
        """The sum of the scores, each from -10 (conflict) to 10 (cooperation)."""
        return round(sum(each.score for each in self.counted), 6) + 0.0

    @property
    def mean(self) -> float | None:
        """The mean score; `None` if nothing is counted."""
        return round(self.intensity / len(self.counted), 6) if self.counted else None

    @property
    def by_publication(self) -> int:
        """How many are only taken to be of the time at which they were first told (`as_published`)."""
        if self.start is None:
            return 0
        return sum(any(map(is_by_publication, each.reports)) for each in self.counted)

    @property
    def reports(self) -> tuple[Entry, ...]:
        """The reports behind the numbers."""
        return tuple(entry for each in self.counted for entry in each.reports)


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """That from the period that begins on `start` on, an actor acts at another rate upon a recipient.

    `before` and `after` are the mean counts a period until the change before and the change after, `gain` by how much
    the criterion is better for it (log likelihood, penalty taken off), `cells` what was counted after it.
    """

    actor: str
    recipient: str
    start: date
    before: float
    after: float
    gain: float
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Series(Shown):
    """Cells by dyad and period, those without a period last in each dyad; `by` says what one count is.

    `starts` are the first days of all periods that were looked at, without gaps.
    """

    period: Length
    by: Unit
    cells: tuple[Cell, ...]
    starts: tuple[date, ...]

    def of(self, actor: str, recipient: str) -> tuple[Cell, ...]:
        """The cells of a dyad that have a period, in order of time."""
        return tuple(cell for cell in self.cells if (cell.actor, cell.recipient) == (actor, recipient) and cell.start)

    @property
    def dyads(self) -> tuple[Dyad, ...]:
        """The dyads, by their codes."""
        return tuple(dict.fromkeys((cell.actor, cell.recipient) for cell in self.cells))

    @cached_property
    def change_points(self) -> tuple[ChangePoint, ...]:
        """Where the counts of a dyad change their level, over all periods from the first of the series to the last."""
        dated: dict[Dyad, list[Cell]] = {}
        for cell in self.cells:
            if cell.start is not None:
                dated.setdefault((cell.actor, cell.recipient), []).append(cell)
        return tuple(point for cells in dated.values() for point in _points(cells, self.starts))

    def changes(self) -> Frame:
        """A row a change point: the mean counts a period before and after it, and the statements after it."""
        columns = "actor recipient start counts before after gain statements".split()
        return Frame(tuple(columns), tuple(_point_row(self, point) for point in self.change_points))

    def table(self) -> Frame:
        """A row a cell; `counts` says what one count is, and what has no period is `undated`; `by_publication` of the
        `total` are only taken to be of the time of their publication.

        `*_cow` are the Correlates of War numbers of states.
        """
        parties = "actor actor_cow recipient recipient_cow".split()
        counts = "period start counts quad1 quad2 quad3 quad4 total intensity mean by_publication".split()
        return Frame((*parties, *counts), tuple(_row(self, cell) for cell in self.cells))


def unit(name: str) -> Unit:
    """What is to be counted, by its name; raises `InvalidValue`."""
    for each in UNITS:
        if each == name:
            return each
    raise InvalidValue(f"{name!r} cannot be counted; it may be occurrence or report.")


_Cells = dict[date | None, list[Counted]]
#: When something was, the first day of its period if it has one, and what it counts.
_Dated = tuple[Interval, date | None, Counted]


def series(
    entries: Iterable[Entry],
    *,
    of_codes: Sequence[str] = (),
    period: Length = "month",
    by: Unit = "occurrence",
    full: bool = False,
    days: Days = (None, None),
) -> Series:
    """The asserted events between parties with codes, by directed dyad and period.

    `of_codes` leaves the dyads that all of some codes are in, `days` the periods from that which holds the first to
    that which holds the second; of what has no period it leaves what may have been then. Raises `InvalidValue` if the
    second day is the earlier one.

    An event of several parties counts for each actor with each recipient; one without direction, an agreement, talks
    or joint action, for each two of all its parties both ways. `full` adds cells in which nothing happened, for every
    dyad and period.
    """
    span = _span(days, period)
    groups: dict[Dyad, _Cells] = {}
    for each in gathered(entries):
        if each.kind == "event" and each.asserted:
            counts = [one for one in _counted(each, period, by) if _is_in(one, span)]
            for dyad in (dyad for dyad in _dyads(each) if {*of_codes} <= {*dyad}):
                for _, first, counted in counts:
                    groups.setdefault(dyad, {}).setdefault(first, []).append(counted)
    found = [first for cells in groups.values() for first in cells if first is not None]
    starts = _starts(span, found, period)
    if full:
        groups = {dyad: {**{first: [] for first in starts}, **cells} for dyad, cells in groups.items()}
    return Series(period, by, tuple(_cells(groups)), starts)


def _span(days: Days, period: Length) -> Interval:
    """From the first day of the first period to the last day of the last."""
    since, until = days
    if since is not None and until is not None and until < since:
        raise InvalidValue(f"{until} is before {since}; give the earlier day first.")
    first = start(since, period) if since is not None else None
    last = end(start(until, period), period) if until is not None else None
    return Interval(first, last)


def _starts(span: Interval, found: Sequence[date], period: Length) -> tuple[date, ...]:
    """All periods of a span; where it is open, as far as there is something."""
    first = span.start or min(found, default=None)
    last = span.end or max(found, default=None)
    return tuple(between(first, last, period)) if first is not None and last is not None else ()


def _cells(groups: dict[Dyad, _Cells]) -> Iterator[Cell]:
    for dyad, cells in sorted(groups.items()):
        for first, counted in sorted(cells.items(), key=lambda item: item[0] or date.max):
            yield Cell(*dyad, first, tuple(counted))


def _counted(of: Occurrence, period: Length, by: Unit) -> Iterator[_Dated]:
    reports = of.asserted
    if by == "report":
        for entry in reports:
            occurred = entry.statement.occurred
            yield occurred, within(occurred, period), _scored(entry.statement, (entry,))
    else:
        occurred = exact(reports)
        yield occurred, within(occurred, period), _scored(_fullest(reports), reports)


def _is_in(counted: _Dated, span: Interval) -> bool:
    """Whether it was in a span; of what has no period, whether it may have been."""
    occurred, first, _ = counted
    if first is not None:
        return (span.start or date.min) <= first <= (span.end or date.max)
    return occurred.basis == "assumed" or occurred.overlaps(span)


def _fullest(reports: tuple[Entry, ...]) -> Statement:
    """The first report with a mode, or else the first: the mode tells more of the act."""
    statements = [entry.statement for entry in reports]
    return next((each for each in statements if each.mode), statements[0])


def _scored(statement: Statement, reports: tuple[Entry, ...]) -> Counted:
    kind = event_type(statement.type)
    score = kind.modes.get(statement.mode or "", kind.score)
    return Counted(statement.type, kind.quad, score, reports)


def _dyads(of: Occurrence) -> Iterator[Dyad]:
    """The dyads of an event that is asserted, each once."""
    fullest = _fullest(of.asserted)
    directed = is_directed(fullest.type, fullest.mode)
    pairs = product(of.actor, of.recipient) if directed else permutations(sorted({*of.actor, *of.recipient}), 2)
    yield from ((one, other) for one, other in pairs if one != other and is_code(one) and is_code(other))


def _row(of: Series, cell: Cell) -> tuple[object, ...]:
    named = label(cell.start, of.period) if cell.start is not None else "undated"
    counts = (*cell.quads, len(cell.counted), cell.intensity, cell.mean, cell.by_publication)
    parties = (cell.actor, cow_number(cell.actor), cell.recipient, cow_number(cell.recipient))
    return (*parties, named, cell.start, of.by, *counts)


def _points(cells: Sequence[Cell], periods: Sequence[date]) -> Iterator[ChangePoint]:
    held = {cell.start: cell for cell in cells}
    counts = [len(held[start].counted) if start in held else 0 for start in periods]
    found = changes_in(counts)
    places = [0, *(place for place, _ in found), len(counts)]
    for number, (place, gain) in enumerate(found, 1):
        first, last = places[number - 1], places[number + 1]
        after = tuple(held[start] for start in periods[place:last] if start in held)
        yield ChangePoint(
            cells[0].actor,
            cells[0].recipient,
            periods[place],
            round(sum(counts[first:place]) / (place - first), 3),
            round(sum(counts[place:last]) / (last - place), 3),
            round(gain, 3),
            after,
        )


def _point_row(of: Series, point: ChangePoint) -> tuple[object, ...]:
    statements = "; ".join(sorted({entry.statement.id for cell in point.cells for entry in cell.reports}))
    numbers = (point.before, point.after, point.gain)
    return (point.actor, point.recipient, point.start, of.by, *numbers, statements)
