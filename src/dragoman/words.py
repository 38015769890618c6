"""The parts of a statement in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.codebook.names import label
from dragoman.codebook.ties import MUTUAL
from dragoman.records import Attribution, Document, Interval, Party, Quantity, Statement


def who(statement: Statement) -> str:
    """`Isaac Herzog (ISR) → Azerbaijan`; mutual ties with `↔`."""
    sides = [", ".join(_party(party) for party in side) for side in (statement.actor, statement.recipient)]
    arrow = " ↔ " if statement.type in MUTUAL else " → "
    return arrow.join(sides) if sides[1] else sides[0]


def type_of(statement: Statement) -> str:
    """`CONSULT.visit`, `energy`."""
    return f"{statement.type}.{statement.mode}" if statement.mode else statement.type


def when(interval: Interval) -> str:
    """`2023-05-30`, `2016/2020`, `from 2023-05-30`, `by 2023-05-30`, `undated`."""
    if interval.start is None and interval.end is None:
        return "undated"
    if interval.end is None:
        return f"from {interval.start}"
    return interval.iso() or "undated" if interval.start is not None else f"by {interval.end}"


def measure(quantity: Quantity) -> str:
    """As it was understood: `about 40 percent`, `60–69 percent`, `at least 2 day`, `17 states`."""
    bounds = _bounds(quantity.low, quantity.high)
    unit = quantity.counted or quantity.unit
    return " ".join(part for part in ("about" if quantity.approximate else "", bounds, unit) if part)


def chain(links: Sequence[Attribution]) -> str:
    """`as told by Haaretz ‹ a government source`, outermost first; empty for the document's own voice."""
    return f"as told by {' ‹ '.join(link.source.name for link in links)}" if links else ""


def origin(document: Document) -> str:
    """Publisher and date, or where the document was found."""
    known = [document.publisher, document.published.iso() if document.published else None]
    return ", ".join(each for each in known if each) or document.path or document.id


def counted(count: int, of: str, many: str | None = None) -> str:
    """`1 report`, `2 reports`; `many` where that is not made with an s."""
    return f"{count:,} {of if count == 1 else many or f'{of}s'}"


def long_before(then: date, day: date) -> str:
    """How long before a day another was: `12 days`, `5 months`, `3 years`; from two months, and from two years on in
    whole ones.
    """
    months = 12 * (day.year - then.year) + day.month - then.month - (day.day < then.day)
    if months < 2:
        return counted((day - then).days, "day")
    return counted(months, "month") if months < 2 * 12 else counted(months // 12, "year")


def support(reports: int, origins: int | None) -> str:
    """`4 reports, 2 origins`; of one report only that."""
    told = counted(reports, "report")
    return f"{told}, {counted(origins, 'origin')}" if origins is not None and reports > 1 else told


def _party(party: Party) -> str:
    if party.code is None:
        return party.name
    state = label(party.code)
    return state if party.name in (state, party.code) else f"{party.name} ({party.code})"


def _bounds(low: float | None, high: float | None) -> str:
    if low is None or high is None:
        return f"at least {_number(low)}" if low is not None else f"at most {_number(high)}" if high is not None else ""
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"
