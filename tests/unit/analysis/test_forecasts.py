from __future__ import annotations

from datetime import date, timedelta
from random import Random
from time import process_time

import pytest

from dragoman.analysis import Forecast, forecasts, record
from dragoman.records import Entry, Interval
from dragoman.records.dates import from_iso
from tests.factories import an_article, an_entry

EXPECTED = "There is a 70 percent chance that Israel will visit Azerbaijan in 2024, because both need the pipeline."


def _predicted(
    words: str = EXPECTED, published: str = "2023-05-01", when: str | None = "2024", **more: object
) -> Entry:
    content = {"type": "CONSULT", "mode": "visit", "actor": "ISR", "recipient": "AZE", "standing": "predicted", **more}
    return an_entry(
        an_article("Maariv", published, words), words, when=from_iso(when) if when else Interval(), **content
    )


def _said(published: str, when: str, standing: str = "asserted") -> Entry:
    words = "Israel visited Azerbaijan."
    document = an_article("Report.az", published, words)
    content = {"type": "CONSULT", "mode": "visit", "actor": "ISR", "recipient": "AZE", "standing": standing}
    return an_entry(document, words, when=from_iso(when), **content)


def _one(*entries: Entry, on: date | None = None) -> Forecast:
    (found,) = forecasts(entries, on=on)
    return found


def test_who_predicts_what_by_when_and_why() -> None:
    found = _one(_predicted(chain="Yossi Melman:person"))
    assert (found.speaker, found.by) == ("Yossi Melman", date(2024, 12, 31))
    assert found.chance is not None
    assert (found.chance.low, found.chance.words) == (0.7, "70 percent chance")
    assert found.reasons == ("because both need the pipeline",)
    assert found.doubts == ()


def test_doubts_are_told_apart_from_reasons() -> None:
    words = "Israel is likely to visit Azerbaijan, although Iran has warned against it, since both need the pipeline."
    found = _one(_predicted(words))
    assert found.doubts[0].startswith("although Iran has warned against it")
    assert found.reasons == ("since both need the pipeline",)


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        (_said("2024-03-02", "2024-03-01"), "happened"),
        (_said("2024-03-02", "2024-03-01", "denied"), "did not"),
        (_said("2023-04-02", "2023-04-01"), "open"),
        (_said("2025-03-02", "2025-03-01"), "passed"),
        (_said("2024-03-02", "2022-03-01"), "open"),
    ],
)
def test_later_reports_settle_it(later: Entry, outcome: str) -> None:
    found = _one(_predicted(), later)
    assert found.outcome == outcome
    assert found.settled_by == ((later,) if outcome in ("happened", "did not") else ())


def test_its_time_passes_with_the_day_that_is_looked_from() -> None:
    assert _one(_predicted()).outcome == "open"
    assert _one(_predicted(), on=date(2025, 1, 1)).outcome == "passed"
    assert _one(_predicted(when=None), on=date(2025, 1, 1)).outcome == "undated"


def test_how_forecasts_fared() -> None:
    found = forecasts([_predicted(), _said("2024-03-02", "2024-03-01")])
    assert record(found).hit_rate == 1
    assert record(found).brier == pytest.approx(0.09)
    open_ = record(forecasts([_predicted()]))
    assert (open_.count, open_.resolved, open_.hit_rate, open_.brier) == (1, 0, None, None)


def test_ties_that_stand_later_have_come_true() -> None:
    words = "Azerbaijan will supply gas to Israel by 2025, a banker expects."
    forecast = an_entry(
        an_article("A", "2023-05-01", words), words, "energy", standing="predicted", when=from_iso("2025")
    )
    later = an_entry(an_article("B", "2025-02-01", words), words, "energy")
    earlier = an_entry(an_article("C", "2022-02-01", words), words, "energy")
    assert _one(forecast, earlier).outcome == "open"
    assert _one(forecast, later).outcome == "happened"


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("Israel is unlikely to visit Azerbaijan in 2024.", 0.2, 0.45),
        ("There is a 90 percent chance that Israel will not visit Azerbaijan in 2024.", 0.1, 0.1),
        ("There is only a 10 percent chance that Israel will visit Azerbaijan in 2024.", 0.1, 0.1),
        ("Israel will most likely not visit Azerbaijan in 2024.", 0.05, 0.2),
    ],
)
def test_what_is_denied_by_being_called_unlikely_is_predicted(words: str, low: float, high: float) -> None:
    found = _one(_predicted(words, standing="denied"))
    assert found.chance is not None
    assert (found.chance.low, found.chance.high) == (pytest.approx(low), pytest.approx(high))


def test_other_denials_predict_nothing() -> None:
    for words in ("Israel did not visit Azerbaijan.", "Israel will not visit Azerbaijan, which was sure to ask it to."):
        assert forecasts([_predicted(words, standing="denied")]) == ()


def test_a_denial_of_what_is_ahead_settles_nothing() -> None:
    assert _one(_predicted(), _said("2023-06-01", "2024", "denied")).outcome == "open"
    assert _one(_predicted(), _said("2025-01-01", "2024", "denied")).outcome == "did not"


def test_what_settles_a_forecast_is_what_a_look_at_each_report_finds() -> None:
    for seed in range(200):
        among = Random(seed)
        entries = [_any(among, number) for number in range(among.randint(2, 9))]
        for found in forecasts(entries):
            by, published = found.by, found.entry.document.published
            assert published is not None
            assert published.end is not None
            expected = {
                each.statement.id
                for each in entries
                if each.statement.standing in ("asserted", "denied")
                and (said := each.document.published) is not None
                and (occurred := each.statement.occurred).start is not None
                and said.start is not None
                and min(said.start, occurred.start) > published.end
                and (by is None or occurred.start <= by)
                and not (
                    each.statement.standing == "denied" and (occurred.end or said.start) > (said.end or said.start)
                )
            }
            assert {each.statement.id for each in found.settled_by} == expected
            places = [each.document.published.start for each in found.settled_by if each.document.published is not None]
            assert places == sorted(places, key=str)


def _any(among: Random, number: int) -> Entry:
    published, when = f"2023-0{among.randint(1, 9)}-1{number}", f"202{among.randint(3, 4)}-0{among.randint(1, 9)}"
    return (
        _predicted("Israel will visit Azerbaijan.", published, when=when if among.random() < 0.8 else None)
        if among.random() < 0.5
        else _said(published, when, among.choice(("asserted", "denied")))
    )


def test_very_many_forecasts_of_one_matter_are_settled_soon() -> None:
    days = [(date(2010, 1, 1) + timedelta(number)).isoformat() for number in range(3_000)]
    words = "Israel will visit Azerbaijan."
    entries = [each for day in days for each in (_predicted(words, day, when=day[:4]), _said(day, day))]
    begun = process_time()
    found = forecasts(entries)

    assert len(found) == 3_000
    assert process_time() - begun < 4
