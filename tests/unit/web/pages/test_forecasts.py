from __future__ import annotations

import pytest
from starlette.testclient import TestClient


def test_forecasts_tell_who_by_when_how_likely_and_what_came_of_it(browser: TestClient) -> None:
    (row,) = browser.get("/forecasts.json").json()["tables"]["forecasts"]

    assert (row["speaker"], row["by"], row["outcome"]) == ("The Gazette", "2030-12-31", "open")
    assert (row["probability_low"], row["probability_high"]) == (0.6, 0.6)
    assert 'class="ranges"' in browser.get("/forecasts").text


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("outcome=open", 1),
        ("outcome=passed", 0),
        ("date=2031-01-01&outcome=passed", 1),
        ("party=TUR", 1),
        ("party=IRN", 0),
        *((f"sort={key}", 1) for key in ("speaker", "what", "by", "chance", "outcome", "published")),
    ],
)
def test_they_are_filtered_and_judged_by_the_address(browser: TestClient, query: str, count: int) -> None:
    assert len(browser.get(f"/forecasts.json?{query}").json()["tables"]["forecasts"]) == count
    assert browser.get(f"/forecasts?{query}").status_code == 200


def test_what_nothing_settled_yet_is_told_in_words(browser: TestClient) -> None:
    assert "1 forecast; none settled by later reports yet." in browser.get("/forecasts").text
    assert "Nobody predicts anything like that in what was read." in browser.get("/forecasts?party=IRN").text
