"""`dragoman whatif`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, check_table, last_day, table_option
from dragoman.cli.network import AsOfOption, FormatOption
from dragoman.cli.output import put, put_json
from dragoman.errors import InvalidValue

#: The tables that there are as CSV, the chief one first.
TABLES = ("becomes", "exposures", "supplies", "triads", "foes", "apart", "support")


def whatif(
    ledger: LedgerArgument,
    file: Annotated[
        str | None,
        typer.Argument(metavar="[SCENARIO.toml]", help="A file that says what is supposed.", show_default=False),
    ] = None,
    cut: Annotated[
        list[str] | None,
        typer.Option("--cut", metavar="TIE", help='A tie that is gone: "KAZ->ISR:energy", or "KAZ--ISR" for all.'),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option("--without", metavar="NAME", help="A party that is gone, or a publisher or person not believed."),
    ] = None,
    close: Annotated[
        list[str] | None, typer.Option("--close", metavar="NAME", help="A route or territory that nothing passes.")
    ] = None,
    leave: Annotated[
        list[str] | None, typer.Option("--leave", metavar="TIE", help='A membership that ends: "AZE->OTS".')
    ] = None,
    share: Annotated[
        list[str] | None,
        typer.Option("--share", metavar="FIGURE", help='Another figure, in per cent: "AZE->ISR:energy=20..30".'),
    ] = None,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    format_: FormatOption = "text",
    table: Annotated[str | None, table_option(*TABLES)] = None,
) -> None:
    """Show what would follow if ties were cut, parties gone, routes closed, or publishers and sources not
    believed, all at once.

    What falls and weakens, which supplies must be found elsewhere and who on record could give them, how the balance
    changes, and the statements that the answer rests on. Ranges stay ranges. With nothing supposed it shows how things
    stand.
    """
    from dragoman.cli import supposed
    from dragoman.cli.short import digits
    from dragoman.cli.tabular import put_frame

    check_table(table, format_)
    typed = {"cut": cut, "without": without, "close": close, "leave": leave, "share": [*map(_share, share or [])]}
    with asked(ledger, known) as workspace:
        given = workspace.scenario(_text(file) if file is not None else {})
        more = workspace.scenario({key: values for key, values in typed.items() if values})
        found = workspace.whatif(given.also(more), as_of=last_day(as_of))
        length = digits(workspace.counts().statements)
        if format_ == "json":
            put_json([json.dumps(supposed.as_json(found), ensure_ascii=False) + "\n"])
        elif format_ == "csv":
            put_frame(found.frames, table)
        else:
            for line in supposed.lines(found, length):
                put(line)


def _text(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InvalidValue(f"{file} cannot be read ({reason}); give a scenario file in TOML.") from error


def _share(typed: str) -> dict[str, object]:
    """`AZE->ISR:energy=20..30` or `=20`; raises `InvalidValue`."""
    of, _, numbers = typed.partition("=")
    low, _, high = numbers.partition("..")
    try:
        return {"of": of, "low": float(low), "high": float(high or low)}
    except ValueError:
        raise InvalidValue(f"{typed!r} is no share; write AZE->ISR:energy=20..30, in per cent.") from None
