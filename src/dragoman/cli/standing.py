"""Ties with the times in which they stand, as lines and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dragoman import words
from dragoman.cli.short import short
from dragoman.codebook.ties import MUTUAL
from dragoman.plain import one_line, shortened

if TYPE_CHECKING:
    from dragoman import Stretch, Tie, Turn
    from dragoman.records import Entry

EVIDENCE = 100


def lines(tie: Tie, length: int) -> Iterator[str]:
    """A tie as a person reads it: each time in which it stands, then what speaks against it."""
    sides = [", ".join(side) for side in (tie.occurrence.actor, tie.occurrence.recipient) if side]
    head = " ↔ ".join(tie.occurrence.actor) if tie.channel in MUTUAL else " → ".join(sides)
    yield one_line(f"{head}  {tie.channel}")
    for stretch in tie.stretches:
        yield f"  {_span(stretch)}{_told(stretch)}: {_counted(stretch.reports, 'report')}"
        for turn in (stretch.begun, stretch.ended):
            yield from _turn(turn, length) if turn is not None else ()
        for entry in stretch.reports:
            if stretch.begun is None or entry not in stretch.begun.reports:
                yield _cited("says so", entry, length)
    for entry in tie.denied:
        yield _cited("denied", entry, length)
    for standing, count in sorted(Counter(entry.statement.standing.value for entry in tie.others).items()):
        yield f"  only {standing}: {count}"
    origins = tie.origins
    if tie.reports and origins is not None:
        yield f"  {_counted(tie.reports, 'report')} that it stands, {origins} independent origin{'s' * (origins != 1)}"


def _span(stretch: Stretch) -> str:
    since = words.when(stretch.begun.interval) if stretch.begun is not None else None
    until = words.when(stretch.ended.interval) if stretch.ended is not None else None
    if since is None and stretch.since is not None:
        since = f"{stretch.since} or before"
    ended = until if until is None or until.startswith("by ") else f"to {until}"
    return " ".join([f"from {since}" if since else "", ended or ""]).strip() or "at no stated time"


def _told(stretch: Stretch) -> str:
    """Until when it is attested, where nobody tells of its end."""
    last = stretch.last_told
    return f", last told {last}" if stretch.ended is None and last is not None else ""


def _turn(turn: Turn, length: int) -> Iterator[str]:
    for entry in turn.reports:
        yield _cited(turn.turning, entry, length)


def _cited(how: str, entry: Entry, length: int) -> str:
    told = f"{words.origin(entry.document)}: {shortened(entry.statement.evidence.text, EVIDENCE)}"
    return f"    {short(entry.statement.id, length)}  {how:7}  {words.when(entry.statement.occurred)}  {one_line(told)}"


def _counted(entries: Sequence[Entry], noun: str) -> str:
    return f"{len(entries)} {noun}{'s' * (len(entries) != 1)}"


def as_json(tie: Tie) -> dict[str, Any]:
    """A tie as one JSON object; statements by id."""
    return {
        "type": tie.channel,
        "actor": list(tie.occurrence.actor),
        "recipient": list(tie.occurrence.recipient),
        "stretches": [
            {
                "begun": _turn_json(each.begun),
                "ended": _turn_json(each.ended),
                "since": each.since.isoformat() if each.since is not None else None,
                "last_told": each.last_told.isoformat() if each.last_told is not None else None,
                "reports": _ids(each.reports),
            }
            for each in tie.stretches
        ],
        "denied": _ids(tie.denied),
        "others": {entry.statement.id: entry.statement.standing.value for entry in tie.others},
        "origins": tie.origins,
    }


def _turn_json(turn: Turn | None) -> dict[str, Any] | None:
    if turn is None:
        return None
    start, end = turn.interval.start, turn.interval.end
    return {
        "from": start.isoformat() if start is not None else None,
        "to": end.isoformat() if end is not None else None,
        "reports": _ids(turn.reports),
    }


def _ids(entries: Sequence[Entry]) -> list[str]:
    return [entry.statement.id for entry in entries]
