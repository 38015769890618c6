"""Where an analyst judges two statements to be of one event or tie, or of two."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from itertools import islice
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from dragoman import Filters
from dragoman.errors import InvalidValue
from dragoman.records import Decision, Entry, Interval
from dragoman.records.decision import Pairing
from dragoman.web import who
from dragoman.web.desk import Desk
from dragoman.web.forms import fields
from dragoman.web.pages.deciding import back, check_lengths
from dragoman.web.turns import in_turn
from dragoman.web.visit import Visit

#: As many are offered, and as many looked at for them.
_FEW, _LOOKED_AT = 6, 400
#: Reports of one event may give days so far apart.
_NEAR = timedelta(days=7)


def likely(visit: Visit, entry: Entry, together: Collection[str]) -> list[Entry]:
    """Statements that may be of the same event or tie as one and are not among those `together` with it, by id.

    They are of the same parties and the same type, at near days where both have some, the nearest first.
    """
    statement = entry.statement
    codes = tuple(dict.fromkeys(party.code for party in statement.parties if party.code))[:2]
    if not codes:
        return []
    since, until = _around(statement.occurred) if statement.kind == "event" else (None, None)
    wanted = Filters(parties=codes, types=(statement.type,), since=since, until=until)
    found = islice(visit.workspace.statements(wanted), _LOOKED_AT)
    others = [each for each in found if each.statement.id not in together]
    return sorted(others, key=lambda each: (_apart(statement.occurred, each), each.statement.id))[:_FEW]


async def pair(request: Request) -> Response:
    """Judge two statements as a form says; then the page of decisions, with the new one."""
    desk: Desk = request.app.state.desk
    form = await fields(request, desk)
    answer = back(await run_in_threadpool(_pair, desk, request.path_params["id"], form))
    who.remember(answer, form.get("who", ""))
    return answer


def _pair(desk: Desk, identity: str, form: dict[str, str]) -> Decision:
    other = form.get("id", "").strip() or form.get("other", "").strip()
    verdict = form.get("verdict")
    if verdict not in get_args(Pairing) or not other:
        raise InvalidValue("Choose the other statement, or give its id, and say whether the two are the same.")
    check_lengths(form)
    by = {name: form.get(name, "").strip() for name in ("who", "why")}
    return in_turn(
        desk,
        lambda workspace: (workspace.same if verdict == "same" else workspace.not_same)(identity, other, **by),
    )


def _around(occurred: Interval) -> tuple[date | None, date | None]:
    """The days near those of an interval, as far as there are any."""
    first, last = occurred.start, occurred.end
    since = first - _NEAR if first is not None and first - date.min > _NEAR else first
    return since, last + _NEAR if last is not None and date.max - last > _NEAR else last


def _apart(occurred: Interval, other: Entry) -> int:
    """How many days lie between their beginnings; more than any if one has none."""
    one, two = occurred.start, other.statement.occurred.start
    return abs((one - two).days) if one is not None and two is not None else date.max.toordinal()
