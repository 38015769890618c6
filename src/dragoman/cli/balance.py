"""`dragoman balance`."""

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
    check_table,
    first_day,
    last_day,
    one_of,
    table_option,
)
from dragoman.cli.network import AsOfOption, FormatOption
from dragoman.cli.output import put, put_json, say
from dragoman.errors import InvalidValue

if TYPE_CHECKING:
    from dragoman import Balance, Balances, Triad, Turnabout

#: The tables that there are as CSV, the chief one first.
TABLES = ("triads", "turnabouts")


def balance(
    ledger: LedgerArgument,
    as_of: AsOfOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            metavar="|".join(PERIODS),
            callback=one_of(*PERIODS),
            help="Show the last day of each such period instead; if only --from or --to is given, of each year.",
        ),
    ] = None,
    changes: Annotated[
        bool, typer.Option("--changes", help="Show only the triads that came to be in another state, by period.")
    ] = False,
    known: KnownOption = None,
    format_: FormatOption = "text",
    table: Annotated[str | None, table_option(*TABLES)] = None,
) -> None:
    """Show which three parties fit together as friends and foes on a day, and which do not.

    With an even number of hostile sides three parties are balanced, with an odd one strained. Where two are friendly in
    one channel and hostile in another it is open. Over time, each triad that is in another state than in the period
    before is shown with the sides that make it so, and the statements behind them.
    """
    from dragoman.cli.short import digits

    over_time = any(each is not None for each in (since, until, period)) or changes
    if over_time and as_of is not None:
        raise InvalidValue("--as-of is about one day; give it without --from, --to, --period and --changes.")
    check_table(table, format_)
    if table is not None and over_time:
        raise InvalidValue("--table is about one day; give it without --from, --to, --period and --changes.")
    with asked(ledger, known) as workspace:
        if over_time:
            span = {"since": first_day(since), "until": last_day(until)}
            found = workspace.balances(**span, period=period or "year")
            length = digits(workspace.counts().statements)
        else:
            of_day = workspace.balance(as_of=last_day(as_of))
            _put(of_day, format_, digits(workspace.counts().statements), table)
            return
    _put_periods(found, length, format_, changes=changes)


def _put(found: Balance, format_: str, length: int, table: str | None) -> None:
    from dragoman.cli.tabular import put_frame

    if format_ == "json":
        put_json([json.dumps(as_json(found), ensure_ascii=False) + "\n"])
    elif format_ == "csv":
        put_frame(found.frames, table)
    elif not found.triads:
        say("No three parties are tied each to each.")
    else:
        for line in lines(found, length):
            put(line)


def _put_periods(found: Balances, length: int, format_: str, *, changes: bool) -> None:
    from dragoman.cli import balances
    from dragoman.cli.tabular import put_csv

    if format_ == "json":
        told = balances.shifts_as_json(found) if changes else balances.as_json(found)
        put_json(json.dumps(each, ensure_ascii=False) + "\n" for each in told)
    elif format_ == "csv":
        put_csv(found.changes() if changes else found.table())
    elif not any(each.balance.triads for each in found.periods):
        say("No three parties are tied each to each in any of these periods.")
    elif changes and not found.shifts:
        say("No triad is in another state than in the period before.")
    else:
        for line in balances.shifted(found, length) if changes else balances.lines(found, length):
            put(line)


def lines(of: Balance, length: int) -> Iterator[str]:
    """The triads by state, the turnabouts that would settle and upset most, and what is behind the signs."""

    from dragoman.cli import links
    from dragoman.words import counted

    share = "" if of.share is None else f" {of.share:.0%} of those that are not open are balanced."
    counts = ", ".join(f"{of.count(state)} {state}" for state in ("balanced", "strained", "open"))
    yield f"{counted(len(of.triads), 'triad')}: {counts}.{share}"
    yield from (f"{triad.state:8}  {sides(triad)}" for triad in of.triads)
    if of.settles is not None:
        yield f"Settled most if {_turned(of.settles)}."
    if of.upsets is not None:
        yield f"Upset most if {_turned(of.upsets)}."
    yield from ("", "Behind the signs")
    signs = {two: sign for triad in of.triads for two, sign in zip(triad.sides, triad.signs, strict=True)}
    for two in of.statements:
        said = ", ".join(f"{link.channel} {links.ids(link, length)}" for link in of.behind(two))
        yield f"  {two[0]} {signs[two]} {two[1]} · {said}"


def sides(triad: Triad) -> str:
    """`ARM - AZE, ARM - IRN, AZE ± IRN`."""
    return ", ".join(f"{one} {sign} {other}" for (one, other), sign in zip(triad.sides, triad.signs, strict=True))


def as_json(of: Balance) -> dict[str, Any]:
    """A balance as one JSON object, with the ids of the statements behind each sign."""
    return {
        "share": of.share,
        "triads": [_triad(triad) for triad in of.triads],
        "turnabouts": [
            {"between": list(each.between), "sign": each.sign, "settled": each.settled, "upset": each.upset}
            for each in of.turnabouts
        ],
    }


def _triad(triad: Triad) -> dict[str, Any]:
    behind = [sorted({entry.statement.id for link in side for entry in link.reports}) for side in triad.links]
    return {
        "parties": list(triad.parties),
        "state": triad.state,
        "sides": [
            {"between": list(between), "sign": sign, "statements": statements}
            for between, sign, statements in zip(triad.sides, triad.signs, behind, strict=True)
        ],
    }


def _turned(turnabout: Turnabout) -> str:
    one, other = turnabout.between
    become = "foes" if turnabout.sign == "+" else "friends"
    counts = f"{turnabout.settled} settled, {turnabout.upset} upset"
    return f"{one} and {other} became {become}: {counts}"
