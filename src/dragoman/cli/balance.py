"""`dragoman balance`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, last_day
from dragoman.cli.network import AsOfOption, FormatOption
from dragoman.cli.output import put, put_json, say

if TYPE_CHECKING:
    from dragoman import Balance, Triad, Turnabout


def balance(
    ledger: LedgerArgument,
    as_of: AsOfOption = None,
    known: KnownOption = None,
    format_: FormatOption = "text",
) -> None:
    """Show which three parties fit together as friends and foes on a day, and which do not.

    With an even number of hostile sides three parties are balanced, with an odd one strained. Where two are friendly in
    one channel and hostile in another it is open.
    """
    from dragoman.cli.tabular import put_csv

    with asked(ledger, known) as workspace:
        found = workspace.balance(as_of=last_day(as_of))
    if format_ == "json":
        put_json([json.dumps(as_json(found), ensure_ascii=False) + "\n"])
    elif format_ == "csv":
        put_csv(found.table())
    elif not found.triads:
        say("No three parties are tied each to each.")
    else:
        for line in lines(found):
            put(line)


def lines(of: Balance) -> Iterator[str]:
    """The triads by state, and the turnabouts that would settle and upset most."""
    share = "" if of.share is None else f" {of.share:.0%} of those that are not open are balanced."
    counts = ", ".join(f"{len(of.of(state))} {state}" for state in ("balanced", "strained", "open"))
    yield f"{len(of.triads)} triads: {counts}.{share}"
    yield from (f"{triad.state:8}  {sides(triad)}" for triad in of.triads)
    if of.settles is not None:
        yield f"Settled most if {_turned(of.settles)}."
    if of.upsets is not None:
        yield f"Upset most if {_turned(of.upsets)}."


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
