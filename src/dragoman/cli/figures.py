"""Figures side by side, as lines and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.cli import words
from dragoman.cli.plain import one_line
from dragoman.cli.short import short

if TYPE_CHECKING:
    from dragoman import Measured, Reported

COLUMNS = (
    "type actor recipient low high approximate unit base owner words from to standing publisher published chain "
    "origins conflicts_with statement"
).split()
_SAYS = {
    "period": "of other periods",
    "base": "of other bases or owners",
    "unit": "in units that cannot be compared",
    "other": "of other events",
}


def lines(measured: Measured, length: int) -> Iterator[str]:
    """The figures for one thing, its conflicts and what only looks like one, as a person reads them."""
    sides = [side for side in (", ".join(measured.actor), ", ".join(measured.recipient)) if side]
    yield one_line(f"{' → '.join(sides)}  {measured.type}")
    against = _against(measured)
    for report in measured.reports:
        entry = report.entry
        told = " · ".join(
            each
            for each in (
                words.measure(report.quantity),
                _base(report),
                words.when(report.period),
                "" if entry.statement.standing == "asserted" else entry.statement.standing.value,
                words.chain(entry.statement.chain),
                words.origin(entry.document),
            )
            if each
        )
        mark = "✗" if entry.statement.id in against else " "
        yield f"  {mark} {short(entry.statement.id, length)}  {one_line(told)}"
    for one, other in measured.conflicts:
        yield f"    conflict: {_short(one, length)} and {_short(other, length)}"
    for verdict, count in measured.apparent.items():
        yield f"    {count} pair{'s' * (count != 1)} differ{'s' * (count == 1)} but {_SAYS[verdict]}"


def _short(report: Reported, length: int) -> str:
    return f"{words.measure(report.quantity)} ({short(report.entry.statement.id, length)})"


def _base(report: Reported) -> str:
    quantity = report.quantity
    owner = f" ({quantity.whose})" if quantity.whose else ""
    return f"of {quantity.of}{owner}" if quantity.of else owner.strip()


def _against(measured: Measured) -> dict[str, list[str]]:
    """For each statement with a figure that conflicts with others theirs."""
    found: dict[str, list[str]] = {}
    for one, other in measured.conflicts:
        for a, b in ((one, other), (other, one)):
            found.setdefault(a.entry.statement.id, []).append(b.entry.statement.id)
    return found


def as_json(measured: Measured) -> dict[str, Any]:
    """The figures for one thing as one JSON object."""
    return {
        "type": measured.type,
        "actor": list(measured.actor),
        "recipient": list(measured.recipient),
        "figures": rows(measured),
        "conflicts": [[one.entry.statement.id, other.entry.statement.id] for one, other in measured.conflicts],
        "apparent": measured.apparent,
    }


def rows(measured: Measured) -> Sequence[dict[str, Any]]:
    """A row of `COLUMNS` for each figure."""
    against = _against(measured)
    return [_row(measured, report, against) for report in measured.reports]


def _row(measured: Measured, report: Reported, against: dict[str, list[str]]) -> dict[str, Any]:
    quantity, entry = report.quantity, report.entry
    published = entry.document.published
    values = (
        measured.type,
        "; ".join(measured.actor),
        "; ".join(measured.recipient),
        quantity.low,
        quantity.high,
        quantity.approximate,
        quantity.unit,
        quantity.of,
        quantity.whose,
        quantity.mention.text,
        report.period.start.isoformat() if report.period.start else None,
        report.period.end.isoformat() if report.period.end else None,
        entry.statement.standing.value,
        entry.document.publisher,
        published.iso() if published else None,
        "; ".join(link.source.name for link in entry.statement.chain),
        entry.origins,
        "; ".join(against.get(entry.statement.id, [])),
        entry.statement.id,
    )
    return dict(zip(COLUMNS, values, strict=True))
