from __future__ import annotations

from pathlib import Path

from dragoman.web.desk import Desk

LEDGER = Path("my.ledger")


def test_each_run_has_secrets_of_its_own() -> None:
    one, other = Desk.of(LEDGER, 8765), Desk.of(LEDGER, 8765)

    assert len({one.token, other.token, one.session, other.session, one.form, other.form}) == 6
    assert all(len(each or "") >= 32 for each in (one.token, one.session, one.form))
    assert one.address == f"http://127.0.0.1:8765/?token={one.token}"


def test_an_open_desk_has_no_token() -> None:
    desk = Desk.of(LEDGER, 8765, is_open=True)

    assert desk.address == "http://127.0.0.1:8765/"
    assert desk.knows(None)
    assert not desk.opens("")


def test_the_usual_port_goes_without_saying() -> None:
    assert Desk.of(LEDGER, 80).hosts == {"127.0.0.1:80", "localhost:80", "127.0.0.1", "localhost"}
    assert Desk.of(LEDGER, 8765).hosts == {"127.0.0.1:8765", "localhost:8765"}
