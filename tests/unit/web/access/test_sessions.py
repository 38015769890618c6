from __future__ import annotations

from dragoman.web.access.sessions import Sessions
from tests.unit.web.access.test_attempts import Clock
from tests.unit.web.made import a_user

ADA = a_user("Ada")


def test_a_session_is_its_users_until_it_ends() -> None:
    sessions = Sessions()
    one, other = sessions.begin(ADA), sessions.begin(ADA)
    assert len({one, other}) == 2
    assert sessions.user(one) == sessions.user(other) == ADA

    sessions.end(one)
    assert sessions.user(one) is None
    assert sessions.user(other) == ADA


def test_a_session_ends_by_itself_after_a_long_day() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    session = sessions.begin(ADA)
    clock.now = 12 * 3600 - 1
    assert sessions.user(session) == ADA
    clock.now += 1

    assert sessions.user(session) is None


def test_what_is_no_session_is_nobodys() -> None:
    sessions = Sessions()
    sessions.begin(ADA)

    assert sessions.user(None) is None
    assert sessions.user("") is None
    assert sessions.user("\udcff") is None
