"""Events as filtered one a day: of each type between each two sides at most one a day is kept.

The PLOVER manual names the practice among its residual issues: comparable with older event data, and blind to two
events of one day. It is a view; the ledger keeps every report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.records import Entry, Standing


def one_a_day(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The first report, in the order given, of each type of event between each two sides on each day.

    Only asserted events that are dated to a day count.
    """
    seen: set[tuple[object, ...]] = set()
    for entry in entries:
        day = _day(entry)
        if day is None:
            continue
        statement = entry.statement
        sides = (frozenset(party.key for party in side) for side in (statement.actor, statement.recipient))
        key = (day, statement.type, *sides)
        if key not in seen:
            seen.add(key)
            yield entry


def _day(entry: Entry) -> date | None:
    occurred = entry.statement.occurred
    is_event = entry.statement.kind == "event" and entry.statement.standing is Standing.ASSERTED
    return occurred.start if is_event and occurred.start is not None and occurred.start == occurred.end else None
