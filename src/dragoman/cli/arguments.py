"""Arguments that several commands share, and what was typed turned into values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import receipt
from dragoman.errors import InvalidValue

if TYPE_CHECKING:
    from dragoman import Workspace

#: How long a period can be.
PERIODS = ("day", "week", "month", "quarter", "year")
LedgerArgument = Annotated[str, typer.Argument(metavar="LEDGER", help="The ledger file.", show_default=False)]

KnownOption = Annotated[
    str | None,
    typer.Option("--known", metavar="DATE", help="What the ledger knew at the end of that day; else now."),
]

SinceOption = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="The first period is that which holds this day.")
]
UntilOption = Annotated[
    str | None, typer.Option("--to", metavar="DATE", help="The last period is that which holds this day.")
]


def one_of(*names: str) -> Callable[[str | None], str | None]:
    """A check, for an option, that what was typed is one of the names."""

    def check(typed: str | None) -> str | None:
        if typed is not None and typed not in names:
            from dragoman.brief.numbers import listed

            there = "are" if len(names) > 1 else "is"
            raise typer.BadParameter(f"There is no {typed!r} here; there {there} {listed(names)}.")
        return typed

    return check


def table_option(*names: str) -> Any:
    """The option that says which of several tables is wanted as CSV."""
    help_ = f"Which table --format csv writes; {names[0]} if none is named."
    return typer.Option("--table", metavar="|".join(names), callback=one_of(*names), help=help_)


def check_table(table: str | None, format_: str) -> None:
    """Raises `InvalidValue` if a table is named where none is written."""
    if table is not None and format_ != "csv":
        raise InvalidValue("--table says what is written as a table; give it with --format csv.")


#: Where to read into, of commands that read into one ledger.
IntoOption = Annotated[str, typer.Option("--into", metavar="LEDGER", help="The ledger; made if it is missing.")]
ReportOption = Annotated[
    str,
    typer.Option("--format", metavar="text|json", callback=one_of("text", "json"), help="How to print the report."),
]


@contextmanager
def asked(ledger: str, known: str | None) -> Iterator[Workspace]:
    """The workspace of a ledger for who only asks, as it is at this moment, or as it was known on a day if one is
    given.
    """
    with _opened(ledger) as workspace, workspace.still():
        then = workspace.at(_moment(known)) if known is not None else workspace
        receipt.note(then, ledger)
        yield then


@contextmanager
def opened(ledger: str) -> Iterator[Workspace]:
    """The workspace of a ledger for who may write into it."""
    with _opened(ledger) as workspace:
        receipt.note(workspace, ledger)
        yield workspace


@contextmanager
def _opened(ledger: str) -> Iterator[Workspace]:
    from dragoman.uncollected import uncollected
    from dragoman.workspace import Workspace

    with uncollected(), Workspace.open(ledger) as workspace:
        yield workspace


def _moment(typed: str) -> str:
    """The last day of a date as typed; a timestamp as it is; raises `InvalidValue`."""
    if not typed.strip():
        raise InvalidValue("--known is empty; give a day such as 2024-05-30, or a timestamp.")
    return typed if "T" in typed else str(last_day(typed))


def first_day(typed: str | None) -> date | None:
    """The first day of a date as typed (`2023`, `2023-05` or `2023-05-30`); raises `InvalidValue`."""
    from dragoman.records.dates import from_iso

    return from_iso(typed).start if typed is not None else None


def last_day(typed: str | None) -> date | None:
    """The last day of a date as typed; raises `InvalidValue`."""
    from dragoman.records.dates import from_iso

    return from_iso(typed).end if typed is not None else None


def check_order(first: date | None, last: date | None) -> None:
    """Raises `InvalidValue` if the day of --since comes after the one that ends the time."""
    if first is not None and last is not None and last < first:
        raise InvalidValue(f"{last} is before {first}; give the earlier day after --since.")


def two(parties: Sequence[str] | None) -> Sequence[str]:
    """One party or two as typed, or none; raises `InvalidValue` if there are more."""
    if len(parties or ()) > 2:
        raise InvalidValue(f"One party or two can be asked about, not {', '.join(parties or ())}.")
    return parties or ()
