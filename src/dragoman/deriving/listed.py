"""What is listed of the statements on some matters, so that a long list can be shown page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from dragoman.analysis import Forecast, Measured, Occurrence, Reported, Row, forecasts, gathered, quantities
from dragoman.analysis.account_in_parts import begun, by_time, row_day
from dragoman.analysis.disputes import disputes, figure_disputes
from dragoman.analysis.prospects import AHEAD as STANDINGS
from dragoman.analysis.prospects import Prospect, prospects
from dragoman.analysis.timeline import timeline
from dragoman.analysis.times import publication, when
from dragoman.ledger.derived import AHEAD, HAPPENED, HOW_MUCH, WHETHER, Figured, Foretold, Line, Lists
from dragoman.records import Entry, Standing

#: Between the parts of what is compared part by part; no name holds them.
_PART, _PARTY = "\x1e", "\x1f"


def lists(entries: Sequence[Entry], occurrences: Iterable[Occurrence], matter: Mapping[str, str]) -> Lists:
    """All that is listed of all statements on some matters, which know of what occurrence they are.

    `occurrences` are these, gathered; `matter` is that of each statement, by its id.
    """
    figured = (each for each in entries if each.statement.quantities)
    return Lists(
        tuple(_foretold(each, matter) for each in forecasts(entries)),
        tuple(line for each in quantities(figured) for line in _figured(each, matter)),
        tuple(line for each in occurrences for line in _lines(each, matter[each.entries[0].statement.id])),
    )


def place(entry: Entry) -> str:
    """What sorts entries as `analysis.occurrences.ordered` does: by publication, then by document and place in it."""
    published, statement = publication(entry.document), entry.statement
    days = f"{_compact(published.start)}{_compact(published.end)}"
    return f"{days}{entry.document.id[3:]}{statement.evidence.start:07}{statement.id[3:15]}"


def _foretold(forecast: Forecast, matter: Mapping[str, str]) -> Foretold:
    entry, chance = forecast.entry, forecast.chance
    return Foretold(
        place(entry),
        entry.statement.id,
        matter[entry.statement.id],
        forecast.speaker.casefold(),
        _PARTY.join((entry.statement.type, *(party.key for party in entry.statement.parties))),
        _iso(forecast.by),
        chance.middle if chance is not None else None,
        chance is not None and chance.is_number,
        _iso(publication(entry.document).start),
        _first(forecast, Standing.ASSERTED),
        _first(forecast, Standing.DENIED),
        _codes([entry]),
    )


def _first(forecast: Forecast, standing: Standing) -> str | None:
    """When the first report was published that says so of a forecast; they come in the order of their publication."""
    said = (each.document for each in forecast.settled_by if each.statement.standing is standing)
    return next((str(publication(each).start) for each in said), None)


def what(measured: Measured) -> str:
    """What all figures share that measure the same, sorted as its parts are."""
    sides = (_PARTY.join(side) for side in (measured.actor, measured.recipient))
    return _PART.join((measured.type, *sides, measured.unit_kind))


def _figured(measured: Measured, matter: Mapping[str, str]) -> Iterator[Figured]:
    shared = what(measured)
    contradicting = {id(each) for group in measured.contradicting for each in group}
    head = min(f"{place(each.entry)}{number(each):02}" for each in measured.reports)
    for each in measured.reports:
        entry, quantity = each.entry, each.quantity
        at = "".join(map(_compact, when(each.period)))
        published = entry.document.published
        yield Figured(
            f"{head}{at}{place(entry)}{number(each):02}",
            entry.statement.id,
            number(each),
            matter[entry.statement.id],
            shared,
            measured.type,
            measured.unit_kind,
            quantity.low,
            quantity.high,
            quantity.of.casefold() if quantity.of else quantity.of,
            _iso(each.period.start or each.period.end),
            entry.document.publisher,
            _iso(published.start if published is not None else None),
            id(each) in contradicting,
            _codes([entry]),
        )


def number(report: Reported) -> int:
    """The place of a figure among those of its statement."""
    return next(n for n, each in enumerate(report.entry.statement.quantities) if each is report.quantity)


def _lines(occurrence: Occurrence, matter: str) -> Iterator[Line]:
    """The lines of an event or tie on the pages of its parties: each sees only the reports that name it."""
    for about, codes in _seen(occurrence):
        for row in timeline([about]):
            yield _line(HAPPENED, about, matter, codes, row)
        for each in prospects([about]):
            yield _line(AHEAD + STANDINGS.index(each.standing), about, matter, codes, each)
        yield from _doubts(about, matter, codes)
    yield from _doubts(occurrence, matter, ("",))


def _line(part: int, of: Occurrence, matter: str, codes: tuple[str, ...], told: Row | Prospect) -> Line:
    first, last = by_time(told.interval)
    settled = isinstance(told, Row)
    day, since = (row_day(told), begun(told)) if isinstance(told, Row) else ("", None)
    standing = told.standing.value
    return Line(part, of.id, matter, standing, day, first, last, since.toordinal() if settled and since else 0, codes)


def _doubts(of: Occurrence, matter: str, codes: tuple[str, ...]) -> Iterator[Line]:
    """Whether, and how much, is disputed, what most reports repeat first."""
    for part, found in ((WHETHER, disputes([of])), (HOW_MUCH, figure_disputes([of]))):
        if found:
            yield Line(part, of.id, matter, "", "", -len(of.asserted), 0, 0, codes)


def _seen(occurrence: Occurrence) -> Iterator[tuple[Occurrence, tuple[str, ...]]]:
    """An event or tie as it is told of each party with a code, by the reports that name it, with these parties."""
    naming: dict[str, list[Entry]] = {}
    for entry in occurrence.entries:
        for code in _codes([entry]):
            naming.setdefault(code, []).append(entry)
    alike: dict[tuple[str, ...], tuple[list[Entry], list[str]]] = {}
    for code, entries in naming.items():
        alike.setdefault(tuple(each.statement.id for each in entries), (entries, []))[1].append(code)
    for entries, codes in alike.values():
        whole = len(entries) == len(occurrence.entries)
        yield occurrence if whole else gathered(entries)[0], tuple(sorted(codes))


def _codes(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(sorted({party.code for each in entries for party in each.statement.parties if party.code}))


def _compact(day: date | None) -> str:
    return f"{day or date.max:%Y%m%d}"


def _iso(day: date | None) -> str | None:
    return str(day) if day is not None else None
