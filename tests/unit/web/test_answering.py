from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from dragoman.deriving.derive import derive
from dragoman.ledger import Ledger
from tests.unit.web.made import a_client, a_ledger

PAGES = ("/", "/overview.json", "/disputes", "/?channel=energy", "/whatif?without=IRN", "/dyad/AZE/ISR")


def test_what_is_found_for_one_request_answers_others_at_the_same_time(tmp_path: Path) -> None:
    path = a_ledger(tmp_path)
    with Ledger.open(path) as ledger, ledger.writer() as writer:
        derive(writer, recorded="2024-01-03")
    for _ in range(10):
        with a_client(path) as browser, ThreadPoolExecutor(len(PAGES)) as people:
            codes = [answer.status_code for answer in people.map(browser.get, PAGES)]
        assert codes == [200] * len(PAGES)


def test_a_ledger_that_was_taken_away_is_told(tmp_path: Path) -> None:
    path = a_ledger(tmp_path)
    with a_client(path) as browser:
        assert browser.get("/").status_code == 200
        path.unlink()
        answer = browser.get("/overview.json")
    assert answer.status_code == 500
    assert answer.json()["error"].startswith(f"There is no ledger at {path}")
