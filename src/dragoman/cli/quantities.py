"""`dragoman quantities`."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import words
from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, one_of, two
from dragoman.cli.output import put, put_json, say
from dragoman.cli.plain import one_line
from dragoman.cli.short import digits, short
from dragoman.cli.table import cell

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


def quantities(
    ledger: LedgerArgument,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="One party or two, by any name or code; else all.", show_default=False),
    ] = None,
    known: KnownOption = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format", metavar="text|json|csv", callback=one_of("text", "json", "csv"), help="To read, or as data."
        ),
    ] = "text",
) -> None:
    """Show all figures side by side, by what they measure, and which of them cannot both hold.

    Ranges stay ranges and nothing is averaged. Figures of other periods, bases or owners do not conflict, however
    different they are.
    """
    with asked(ledger, known) as workspace:
        found = workspace.quantities(*two(parties))
        length = digits(workspace.counts().statements)
    if format_ == "json":
        put_json(json.dumps(_json(each), ensure_ascii=False) + "\n" for each in found)
    elif format_ == "csv":
        table = csv.writer(sys.stdout, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows([cell(value) for value in row.values()] for each in found for row in _rows(each))
    elif not found:
        say("No statement like that has a figure.")
    else:
        for number, each in enumerate(found):
            for line in [""] * bool(number) + list(_lines(each, length)):
                put(line)


def _lines(measured: Measured, length: int) -> Iterator[str]:
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


def _json(measured: Measured) -> dict[str, Any]:
    return {
        "type": measured.type,
        "actor": list(measured.actor),
        "recipient": list(measured.recipient),
        "figures": _rows(measured),
        "conflicts": [[one.entry.statement.id, other.entry.statement.id] for one, other in measured.conflicts],
        "apparent": measured.apparent,
    }


def _rows(measured: Measured) -> Sequence[dict[str, Any]]:
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
