"""Figures side by side, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from dragoman import words
from dragoman.cli.short import short
from dragoman.plain import one_line

if TYPE_CHECKING:
    from dragoman import Measured, Reported

#: Conflicts of one matter that are told; there may be as many as figures times figures.
_MOST = 500
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
    for report, is_contested in zip(measured.reports, measured.contested, strict=True):
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
        mark = "✗" if is_contested else " "
        yield f"  {mark} {short(entry.statement.id, length)}  {one_line(told)}"
    pairs = measured.pairs()
    for one, other in islice(pairs, _MOST):
        yield f"    conflict: {_short(one, length)} and {_short(other, length)}"
    if next(pairs, None) is not None:
        yield f"    more than {_MOST} conflicts; `--format json` tells all"
    for verdict, count in measured.apparent.items():
        yield f"    {count} pair{'s' * (count != 1)} differ{'s' * (count == 1)} but {_SAYS[verdict]}"


def _short(report: Reported, length: int) -> str:
    return f"{words.measure(report.quantity)} ({short(report.entry.statement.id, length)})"


def _base(report: Reported) -> str:
    quantity = report.quantity
    owner = f" ({quantity.whose})" if quantity.whose else ""
    return f"of {quantity.of}{owner}" if quantity.of else owner.strip()


def as_json(measured: Measured) -> dict[str, Any]:
    """The figures for one thing as one JSON object, but for its days, which are dates."""
    from dragoman import Quantities

    return {
        "type": measured.type,
        "actor": list(measured.actor),
        "recipient": list(measured.recipient),
        "figures": [*Quantities([measured]).table()],
        "conflicts": [[one.entry.statement.id, other.entry.statement.id] for one, other in measured.conflicts],
        "apparent": measured.apparent,
    }
