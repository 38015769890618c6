"""`dragoman series`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.arguments import (
    PERIODS,
    KnownOption,
    LedgerArgument,
    SinceOption,
    UntilOption,
    asked,
    first_day,
    last_day,
    one_of,
    two,
)
from dragoman.cli.output import STANDARD_OUTPUT, put, put_json, say
from dragoman.errors import InvalidValue

if TYPE_CHECKING:
    from dragoman import ChangePoint, Series

_UNITS = ("occurrence", "report")
_UNDATED = ("apart", "published")
_UndatedOption = Annotated[
    str,
    typer.Option(
        "--undated",
        metavar="|".join(_UNDATED),
        callback=one_of(*_UNDATED),
        help="Keep what no report gives a time apart, or take it to be of the day of its publication.",
    ),
]


def series(
    ledger: LedgerArgument,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="One party or two, by any name or code; else all.", show_default=False),
    ] = None,
    period: Annotated[
        str,
        typer.Option("--period", metavar="|".join(PERIODS), callback=one_of(*PERIODS), help="How long a period is."),
    ] = "month",
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="|".join(_UNITS), callback=one_of(*_UNITS), help="Count each event once, or each report."
        ),
    ] = "occurrence",
    since: SinceOption = None,
    until: UntilOption = None,
    undated: _UndatedOption = "apart",
    full: Annotated[bool, typer.Option("--full", help="Show the periods in which nothing happened too.")] = False,
    changes: Annotated[bool, typer.Option("--changes", help="Show where counts change their level instead.")] = False,
    known: KnownOption = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|json|csv|parquet",
            callback=one_of("text", "json", "csv", "parquet"),
            help="To read, or as data; parquet needs -o FILE.",
        ),
    ] = "text",
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write parquet.")
    ] = STANDARD_OUTPUT,
) -> None:
    """Show what each did to each other by period: counts by quad class, and intensities.

    Only what is asserted to have happened counts. The quad classes are verbal and material cooperation, verbal and
    material conflict; intensity is the sum of PLOVER's scores. What is dated more vaguely than the period is undated.
    Agreements, joint action and talks count both ways, a visit from the visitor to the host.
    """
    from dragoman.cli.tabular import put_csv, put_parquet

    _check_output(output, format_)
    with asked(ledger, known) as workspace:
        days = (first_day(since), last_day(until))
        found = workspace.series(*two(parties), period=period, by=by, full=full, days=days, undated=undated)
    if format_ == "parquet":
        put_parquet(found.table(), output, beside=ledger)
    elif changes:
        _put_changes(found, format_)
    elif format_ == "json":
        put_json(json.dumps(each, ensure_ascii=False) + "\n" for each in as_json(found))
    elif format_ == "csv":
        put_csv(found.table())
    elif not found.cells:
        say("Nothing is asserted to have happened between parties with codes.")
    else:
        for line in lines(found):
            put(line)


def _check_output(output: str, format_: str) -> None:
    if output != STANDARD_OUTPUT and format_ != "parquet":
        raise InvalidValue(f"-o takes Parquet only; give --format parquet, or write `> {output}` in its place.")


def lines(of: Series) -> Iterator[str]:
    """A head that says what one count is, and a line a cell."""
    yield f"dyad        period      {'events' if of.by == 'occurrence' else 'reports':>7}  q1  q2  q3  q4  intensity"
    for row in of.table():
        quads = "  ".join(f"{row[f'quad{quad}']:>2}" for quad in (1, 2, 3, 4))
        dyad = f"{row['actor']} → {row['recipient']}"
        line = f"{dyad:<10}  {row['period']:<10}  {row['total']:>7}  {quads}  {row['intensity']:>9}"
        yield line + (f"  {row['by_publication']} by publication" if row["by_publication"] else "")


def as_json(of: Series) -> Iterator[dict[str, Any]]:
    """Each cell as one JSON object, with the ids of the statements behind it."""
    for row, cell in zip(of.table(), of.cells, strict=True):
        start = str(cell.start) if cell.start else None
        yield {**row, "start": start, "statements": _statements([cell])}


def _put_changes(of: Series, format_: str) -> None:
    from dragoman.cli.tabular import put_csv

    points = of.change_points
    if format_ == "json":
        put_json(json.dumps(_change(of, point), ensure_ascii=False) + "\n" for point in points)
    elif format_ == "csv":
        put_csv(of.changes())
    elif not points:
        say("No counts change their level.")
    else:
        for point in points:
            put(
                f"{point.actor} → {point.recipient}  from {point.start}: {point.before:g} a {of.period} before, "
                f"{point.after:g} after  {' '.join(_statements(point.cells)[:5])}"
            )


def _change(of: Series, point: ChangePoint) -> dict[str, Any]:
    return {
        "actor": point.actor,
        "recipient": point.recipient,
        "from": str(point.start),
        "period": of.period,
        "counts": of.by,
        "before": point.before,
        "after": point.after,
        "gain": point.gain,
        "statements": _statements(point.cells),
    }


def _statements(cells: Any) -> list[str]:
    return sorted({entry.statement.id for cell in cells for entry in cell.reports})
