"""Balance over time, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dragoman.cli.short import short
from dragoman.plain import one_line

if TYPE_CHECKING:
    from dragoman import BalanceOn, Balances, Link, Shift, ShiftedSide

_HEAD = "period      day         triads  balanced  strained  open  share"


def lines(of: Balances, length: int) -> Iterator[str]:
    """A head, and for each period its counts and, further in, what shifted."""
    yield _HEAD
    for row, each in zip(of.table(), of.periods, strict=True):
        share = "" if each.balance.share is None else f"{each.balance.share:.0%}"
        counts = f"{row['triads']:>6}  {row['balanced']:>8}  {row['strained']:>8}  {row['open']:>4}  {share:>5}"
        yield f"{row['period']:<10}  {each.day}  {counts}".rstrip()
        yield from _shifts(each, length)


def shifted(of: Balances, length: int) -> Iterator[str]:
    """What shifted, under the periods in which it did."""
    for row, each in zip(of.table(), of.periods, strict=True):
        if each.shifts:
            yield f"{row['period']}, by {each.day}"
            yield from _shifts(each, length)


def as_json(of: Balances) -> Iterator[dict[str, Any]]:
    """Each period as one JSON object: its counts, its triads, and what shifted with the statements behind it."""
    for row, each in zip(of.table(), of.periods, strict=True):
        triads = [
            {"parties": list(triad.parties), "signs": list(triad.signs), "state": triad.state}
            for triad in each.balance.triads
        ]
        counts = {state: row[state] for state in ("balanced", "strained", "open", "share")}
        shifts = [_shift(shift) for shift in each.shifts]
        yield {"period": row["period"], "day": str(each.day), **counts, "triads": triads, "shifts": shifts}


def shifts_as_json(of: Balances) -> Iterator[dict[str, Any]]:
    """Each shift as one JSON object."""
    for row, each in zip(of.table(), of.periods, strict=True):
        yield from ({"period": row["period"], "day": str(each.day), **_shift(shift)} for shift in each.shifts)


def _shifts(of: BalanceOn, length: int) -> Iterator[str]:
    for shift in of.shifts:
        before, after = shift.before or "no triad", shift.after or "no triad"
        yield f"  {', '.join(shift.parties)}: {before}, then {after}"
        yield from (f"    {one_line(_line(side, length))}" for side in shift.sides)


def _line(side: ShiftedSide, length: int) -> str:
    """`ARM 0 AZE, then ARM - AZE, told to have begun · came: hostility s1:1a2b3c`."""
    one, other = side.between
    told = ", told in so many words" if side.told else ""
    parts = [f"{one} {side.before} {other}, then {one} {side.after} {other}{told}"]
    parts += [f"{word}: {_named(links, length)}" for word, links in (("came", side.came), ("went", side.went)) if links]
    return " · ".join(parts)


def _named(links: Sequence[Link], length: int) -> str:
    found: dict[str, list[str]] = {}
    for link in links:
        found.setdefault(link.channel, []).extend(entry.statement.id for entry in link.reports)
    named = (
        f"{channel} {' '.join(short(each, length) for each in dict.fromkeys(ids))}" for channel, ids in found.items()
    )
    return ", ".join(named)


def _shift(of: Shift) -> dict[str, Any]:
    return {
        "parties": list(of.parties),
        "before": of.before,
        "after": of.after,
        "sides": [
            {
                "between": list(side.between),
                "before": side.before,
                "after": side.after,
                "told": side.told,
                "came": _links(side.came),
                "went": _links(side.went),
            }
            for side in of.sides
        ],
    }


def _links(links: Sequence[Link]) -> list[dict[str, Any]]:
    return [
        {
            "giver": link.giver,
            "taker": link.taker,
            "channel": link.channel,
            "statements": sorted(entry.statement.id for entry in link.reports),
        }
        for link in links
    ]
