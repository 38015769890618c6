"""Exposures, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dragoman import words
from dragoman.cli.short import short
from dragoman.plain import one_line
from dragoman.words import counted

if TYPE_CHECKING:
    from datetime import date

    from dragoman import Exposure, Range, Reported, Route, Share


def lines(of: Exposure, length: int) -> Iterator[str]:
    """What each partner has, what is unexplained, how concentrated it is, and what it rests on."""
    base = f", of {of.base}" if of.base else ""
    yield one_line(f"{of.party}  {of.channel}{base}")
    if not of.fits:
        yield "  the shares on record cannot all hold at once"
    last = of.last_told
    for partner, share in of.partners.items():
        yield f"  {partner}  {span(share)}{_last(partner, last)}"
    for partner in of.without:
        yield f"  {partner}  no share on record{_last(partner, last)}"
    if of.partners and of.fits:
        yield f"  unexplained  {span(of.unexplained)}"
        low, high = of.concentration.low, of.concentration.high
        yield f"  concentration (Herfindahl)  {low:.2f}–{high:.2f}" if low < high else f"  concentration  {low:.2f}"
    yield from (f"  {_route(route)}" for route in of.routes)
    for report in of.figures:
        yield f"    {short(report.entry.statement.id, length)}  {one_line(_told(report))}"
    if of.links:
        yield f"  {_rests(of)}"
    if of.earlier:
        yield "  over by then, and not counted"
    for each in of.earlier:
        for report in each.reports:
            old = f"{', '.join(each.partners)} · {_told(report, of.of.as_of)}"
            yield f"    {short(report.entry.statement.id, length)}  {one_line(old)}"


def _last(partner: str, last: dict[str, date]) -> str:
    return f", last told {last[partner]}" if partner in last else ""


def span(share: Range) -> str:
    """`36–44 %`, `22 %`."""
    low, high = (f"{bound:.1f}".removesuffix(".0") for bound in (share.low, share.high))
    return f"{low} %" if low == high else f"{low}–{high} %"


def as_json(of: Exposure) -> dict[str, Any]:
    """An exposure as one JSON object: ranges as two numbers, in per cent, and the index from 0 to 1."""
    return {
        "as_of": str(of.of.as_of) if of.of.as_of else None,
        "party": of.party,
        "channel": of.channel,
        "base": of.base,
        "partners": {partner: range_json(share) for partner, share in of.partners.items()},
        "stated": [_share_json(share) for share in of.shares],
        "earlier": [{**_share_json(share), "of": _days(share)} for share in of.earlier],
        "last_told": {partner: str(day) for partner, day in of.last_told.items()},
        "without_share": list(of.without),
        "fits": of.fits,
        "explained": range_json(of.explained),
        "unexplained": range_json(of.unexplained),
        "concentration": range_json(of.concentration),
        "routes": [{"over": each.over, "user": each.user, "together": each.together} for each in of.routes],
        "origins": of.origins,
        "oldest": str(of.oldest) if of.oldest else None,
        "newest": str(of.newest) if of.newest else None,
    }


def _share_json(share: Share) -> dict[str, Any]:
    return {
        "partners": list(share.partners),
        "range": range_json(share.range),
        "statements": [report.entry.statement.id for report in share.reports],
    }


def _days(share: Share) -> list[str | None]:
    """The last day that each of its figures is of."""
    return [str(day) if (day := report.told_on) is not None else None for report in share.reports]


def range_json(of: Range) -> list[float]:
    """`[low, high]`."""
    return [of.low, of.high]


def _route(route: Route) -> str:
    how = "told with the supply" if route.together else "of one side of it"
    return f"over {route.over}, used by {route.user} ({how})"


def _told(report: Reported, as_of: date | None = None) -> str:
    """A figure with its period and who gives it; with how old it is, if a day is given."""
    entry, day = report.entry, report.told_on
    age = f"{words.long_before(day, as_of)} before" if as_of is not None and day is not None else ""
    parts = (words.measure(report.quantity), words.when(report.period), age, words.chain(entry.statement.chain))
    return " · ".join(part for part in (*parts, words.origin(entry.document)) if part)


def _rests(of: Exposure) -> str:
    origins = "" if of.origins is None else f", the best supported of {counted(of.origins, 'independent origin')}"
    if of.oldest is None or of.newest is None:
        return f"{counted(len(of.links), 'link')}{origins}"
    when = f"of {of.oldest}" if of.oldest == of.newest else f"of {of.oldest} to {of.newest}"
    return f"{counted(len(of.figures), 'figure')} {when}; {counted(len(of.links), 'link')}{origins}"
