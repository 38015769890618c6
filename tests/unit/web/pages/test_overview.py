from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.asking import outlined
from dragoman.deriving.derive import derive
from dragoman.ledger import Ledger, Offer
from dragoman.records import Failure
from tests.factories import an_article, an_entry
from tests.unit.web.made import DENIAL, OIL, a_client, a_ledger


def test_the_network_is_drawn_and_told_as_a_table(browser: TestClient) -> None:
    page = browser.get("/").text

    assert '<svg xmlns="http://www.w3.org/2000/svg"' in page
    assert 'href="/dyad/IRN/ISR"' in page
    assert 'class="line conflictual"' in page
    assert "Energy supply" in page


def test_what_is_disputed_and_on_one_origin_is_told(browser: TestClient) -> None:
    tables = browser.get("/overview.json").json()["tables"]

    assert {row["about"] for row in tables["disputes"]} == {"whether", "how much"}
    assert {row["type"] for row in tables["one_origin"]} >= {"CONSULT", "hostility"}


def test_where_very_much_is_said_what_is_new_is_only_led_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = a_ledger(tmp_path)
    with Ledger.open(path) as ledger, ledger.writer() as writer:
        derive(writer, recorded="2024-01-03")
    with a_client(path) as browser:
        assert browser.get("/overview.json?since=2024-01-01").json()["tables"]["changes"]
        assert "Nothing was learnt since" in browser.get("/?since=2024-01-03").text
    monkeypatch.setattr(outlined, "_MUCH", 1)
    with a_client(path) as browser:
        page = browser.get("/?since=2024-01-01").text
        assert "of which very much is said" in page
        assert 'href="/changes?since=2024-01-01"' in page
        assert browser.get("/overview.json?since=2024-01-01").json()["tables"]["changes"] == []
        assert "Nothing was learnt since" in browser.get("/?since=2024-01-03").text


def test_filters_leave_what_they_let_through(browser: TestClient) -> None:
    def channels(query: str) -> set[str]:
        return {row["channel"] for row in browser.get(f"/overview.json?{query}").json()["tables"]["network"]}

    assert channels("") == {"energy", "hostility", "diplomacy"}
    assert channels("sign=conflictual") == {"hostility"}
    assert channels("channel=energy&sign=conflictual") == set()
    assert channels("date=2001-01-01") == set()


def test_the_network_is_shown_on_a_map_and_channel_by_channel(browser: TestClient) -> None:
    as_map, by_channel = (browser.get(f"/?view={view}&sign=cooperative").text for view in ("map", "channels"))

    assert 'class="network map"' in as_map
    assert 'name="view" value="map"' in as_map
    assert 'href="/?sign=cooperative"' in as_map
    assert by_channel.count('class="network small"') == 2
    assert 'href="/?sign=cooperative&amp;channel=energy"' in by_channel
    assert browser.get("/?view=globe").status_code == 400


def test_in_a_channel_the_others_can_still_be_compared(browser: TestClient) -> None:
    page = browser.get("/?view=channels&channel=arms").text

    assert page.count('class="network small"') == 3
    assert "No tie stands" not in page


def test_a_view_has_the_tables_of_the_others(browser: TestClient) -> None:
    assert browser.get("/overview.json?view=map").json() == browser.get("/overview.json").json()


def test_the_slider_holds_the_day_that_is_asked_for_and_leads_back(browser: TestClient) -> None:
    def slider(query: str) -> tuple[str, ...]:
        found = re.search(
            r'max="(\d+)" value="(\d+)" aria-valuetext="([^"]+)" data-sets="date" data-unit="(\w+)" '
            r'data-first="([\d-]+)" data-last="([\d-]+)"',
            browser.get(query).text,
        )
        assert found is not None
        return found.groups()

    steps, at, told, unit, first, last = slider("/")
    assert (at, told, unit, last) == (steps, "2 August 2023", "day", "2023-08-02")
    assert slider("/?date=2023-07-20")[2:] == ("20 July 2023", unit, first, last)
    assert slider("/?date=2001-05-05") == ("267", "0", "5 May 2001", "month", "2001-05-01", last)


def test_links_lead_from_one_day_on_which_something_changes_to_the_next(browser: TestClient) -> None:
    page = browser.get("/?date=2023-07-20&view=map").text
    told = browser.get("/overview.json?date=2023-07-20").json()

    assert (told["change_before"], told["change_after"]) == ("2023-07-01", "2023-08-01")
    assert 'href="/?view=map&amp;date=2023-07-01" data-day="2023-07-01"' in page
    assert 'href="/?view=map&amp;date=2023-08-01" data-day="2023-08-01"' in page
    assert '<b>1 July 2023</b> <span class="soft">2 ties begin</span>' in page


def test_what_changes_is_of_the_channel_and_the_sign_that_are_asked_for(browser: TestClient) -> None:
    def before(query: str) -> str | None:
        found = browser.get(f"/overview.json?{query}").json()["change_before"]
        return None if found is None else str(found)

    assert before("channel=diplomacy") == "2023-08-01"
    assert before("sign=conflictual") == "2023-07-01"
    assert before("channel=arms") is None


def test_new_is_what_was_learnt_after_the_day(browser: TestClient) -> None:
    def types(since: str) -> set[str]:
        return {row["type"] for row in browser.get(f"/changes.json?since={since}").json()["tables"]["changes"]}

    assert types("2024-01-02") == {"diplomacy"}
    assert types("2023-12-31") == {"energy", "CONSULT", "hostility", "mediation", "diplomacy"}
    assert types("2024-01-03") == set()


def test_what_is_new_is_told_in_the_words_of_its_standing(browser: TestClient) -> None:
    page = browser.get("/changes?since=2023-12-31").text

    assert "Azerbaijan to mediate between Israel and Türkiye" in page
    assert "Azerbaijan supplies energy to Israel" in page


def test_the_table_as_csv_is_that_of_the_page(browser: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(browser.get("/overview.csv").text)))

    assert [(row["giver"], row["taker"], row["channel"], row["sign"]) for row in rows] == [
        ("AZE", "ISR", "energy", "1"),
        ("IRN", "ISR", "hostility", "-1"),
        ("ISR", "AZE", "diplomacy", "1"),
    ]


def test_pages_of_the_table_hold_each_link_once(browser: TestClient) -> None:
    pages = [browser.get(f"/overview.json?size=1&page={n}").json()["tables"]["network"] for n in (1, 2, 3, 4)]

    assert [len(page) for page in pages] == [1, 1, 1, 0]
    assert len({row["channel"] for page in pages for row in page}) == 3


def test_an_empty_ledger_says_what_to_do(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "empty.ledger", create=True).close()

    page = a_client(tmp_path / "empty.ledger").get("/").text
    assert "dragoman read" in page
    assert '<a href="/add">Add documents</a>' in page
    assert "None" not in page


def test_without_a_date_all_ties_are_shown_and_it_says_so(tmp_path: Path) -> None:
    document = an_article(None, None, OIL)
    page = a_client(a_ledger(tmp_path, [(document, [an_entry(document, OIL)])])).get("/").text

    assert "Nothing that was read has a date, so all ties are shown." in page
    assert 'type="range"' not in page


def test_from_a_dispute_it_is_one_step_to_the_words_of_either_side(browser: TestClient) -> None:
    told = browser.get("/overview.json").json()["tables"]["disputes"]
    (whether,) = (each for each in told if each["about"] == "whether")

    for page in (browser.get("/").text, browser.get("/disputes").text):
        for statement in (whether["for"], whether["against"]):
            assert f"?at={statement}#" in page
        assert DENIAL in page


def test_the_last_runs_are_told_with_what_failed_in_them(tmp_path: Path) -> None:
    path = tmp_path / "fed.ledger"
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        writer.note_offer(
            Offer("b.pdf", failures=(Failure("b.pdf", "It is <b>encrypted</b>."),)), recorded="2024-05-01"
        )
        writer.note_offer(Offer("c.txt"), recorded="2024-05-02")
    client = a_client(path)
    page, told = client.get("/").text, client.get("/runs.json").json()

    assert page.index("2024-05-02 00:00") < page.index("2024-05-01 00:00")
    assert "It is &lt;b&gt;encrypted&lt;/b&gt;." in page
    assert '<a href="/failures">1 thing not read</a>' in page
    assert [(row["offered"], row["failed"]) for row in told["tables"]["runs"]] == [(1, 0), (1, 1)]
    assert client.get("/overview.json").json()["tables"]["runs"] == told["tables"]["runs"]
    assert "1 not read" in client.get("/runs").text


def test_as_known_earlier_a_run_is_not_there_yet(tmp_path: Path) -> None:
    path = tmp_path / "fed.ledger"
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        writer.note_offer(Offer("c.txt"), recorded="2024-05-02")

    assert a_client(path).get("/runs.json?known=2024-05-01").json()["tables"]["runs"] == []
