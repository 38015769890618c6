from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis import series
from dragoman.errors import InvalidValue
from dragoman.records import Entry, Interval
from tests.factories import an_article, an_entry

VISITS = st.lists(st.tuples(st.dates(date(2022, 1, 1), date(2023, 12, 31)), st.sampled_from(["SUPPORT", "ASSAULT"])))


def _event(when: str | Interval, type_: str = "SUPPORT", number: int = 0, **more: object) -> Entry:
    document = an_article(f"Paper {number}", "2024", f"It happened so, {number} {when} {type_}.")
    return an_entry(document, document.text, type_, when=when, **more)


def test_counts_by_quad_class_and_intensity_by_hand() -> None:
    """PLOVER: a visit is 4, support 5, an accusation -3."""
    told = [_event("2023-05-02", "CONSULT", mode="visit"), _event("2023-05-30"), _event("2023-05-31", "ACCUSE")]
    (cell,) = series(told).cells
    assert (cell.actor, cell.recipient, cell.start) == ("AZE", "ISR", date(2023, 5, 1))
    assert cell.quads == (2, 0, 1, 0)
    assert cell.intensity == 4 + 5 - 3
    assert cell.mean == pytest.approx(6 / 3, abs=1e-6)


def test_by_occurrence_an_event_counts_once_and_by_report_each() -> None:
    told = [_event("2023-05-02", number=number, occurrence="o1:1") for number in range(3)]
    (once,) = series(told).cells
    (each,) = series(told, by="report").cells
    assert (len(once.counted), len(each.counted)) == (1, 3)
    assert len(once.reports) == 3
    assert [row["counts"] for row in series(told, by="report").table()] == ["report"]


def test_said_is_not_done() -> None:
    told = [_event("2023-05-02", standing=each) for each in ("planned", "predicted", "denied", "possible")]
    assert series(told).cells == ()


def test_what_is_dated_too_vaguely_is_undated() -> None:
    assert [row["period"] for row in series([_event("2023")]).table()] == ["undated"]
    assert [row["period"] for row in series([_event("2023")], period="year").table()] == ["2023"]


def test_an_event_of_several_parties_counts_for_each_dyad() -> None:
    found = series([_event("2023-05-02", actor="FRA;DEU", recipient="IRN")])
    assert found.dyads == (("DEU", "IRN"), ("FRA", "IRN"))


def test_what_has_no_direction_counts_both_ways() -> None:
    for type_ in ("AGREE", "CONSULT", "COOPERATE"):
        assert series([_event("2023-05-02", type_)]).dyads == (("AZE", "ISR"), ("ISR", "AZE"))
    assert series([_event("2023-05-02", "CONSULT", mode="visit")]).dyads == (("AZE", "ISR"),)
    of_three = series([_event("2023-05-02", "AGREE", actor="FRA;DEU", recipient="IRN")])
    assert len(of_three.dyads) == 6
    assert ("DEU", "FRA") in of_three.dyads


def test_states_have_their_correlates_of_war_numbers() -> None:
    """The United States are 002 there, and the European Union is no state."""
    (row,) = series([_event("2023-05-02", actor="USA", recipient="EUR")]).table()
    assert (row["actor_cow"], row["recipient_cow"]) == (2, None)


def test_from_one_day_to_another() -> None:
    told = [_event(when) for when in ("2022-12-30", "2023-01-02", "2023-04-20", "2023-05-01")]
    found = series(told, days=(date(2023, 1, 15), date(2023, 4, 2)))
    assert [cell.start for cell in found.cells] == [date(2023, 1, 1), date(2023, 4, 1)]
    assert found.starts == tuple(date(2023, month, 1) for month in range(1, 5))
    wider = series(told, days=(date(2022, 11, 1), None), full=True)
    assert [len(cell.counted) for cell in wider.cells] == [0, 1, 1, 0, 0, 1, 1]
    with pytest.raises(InvalidValue, match="2022-01-01 is before 2023-01-01"):
        series(told, days=(date(2023, 1, 1), date(2022, 1, 1)))


def test_of_what_has_no_period_that_is_left_which_may_have_been_then() -> None:
    told = [_event("2021"), _event("2023"), _event(Interval()), _event("2023-02-01")]
    found = series(told, days=(date(2023, 1, 1), date(2023, 3, 31)))
    assert [(cell.start, len(cell.counted)) for cell in found.cells] == [(date(2023, 2, 1), 1), (None, 2)]


def test_levels_are_told_within_the_days() -> None:
    """Three in each of the last three months of 2023, and before that nothing: without January to March too short."""
    loud = [_event(f"2023-{month}-{day:02}", number=day) for month in (10, 11, 12) for day in (3, 9, 14)]
    assert series(loud).change_points == ()
    (point,) = series(loud, days=(date(2023, 1, 1), None)).change_points
    assert (point.start, point.before, point.after) == (date(2023, 10, 1), 0.0, 3.0)


def test_periods_in_which_nothing_happened() -> None:
    told = [_event("2023-01-02"), _event("2023-04-02", actor="IRN")]
    rows = [*series(told, full=True).table()]
    assert [(row["actor"], row["period"], row["total"]) for row in rows] == [
        *(("AZE", f"2023-{month:02}", int(month == 1)) for month in range(1, 5)),
        *(("IRN", f"2023-{month:02}", int(month == 4)) for month in range(1, 5)),
    ]


def test_a_change_of_level_with_the_reports_that_make_it() -> None:
    quiet = [_event("2022-01-03")]
    loud = [_event(f"2023-{month:02}-{day:02}", number=day) for month in (1, 2, 3) for day in (3, 9, 14, 20)]
    (point,) = series([*quiet, *loud]).change_points
    assert (point.actor, point.recipient, point.start) == ("AZE", "ISR", date(2023, 1, 1))
    assert (point.before, point.after) == (round(1 / 12, 3), 4.0)
    assert {entry for cell in point.cells for entry in cell.reports} == {*loud}


def test_what_is_counted_must_be_known() -> None:
    from dragoman.analysis.series import unit

    with pytest.raises(InvalidValue, match="'article' cannot be counted"):
        unit("article")


@given(VISITS, st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_no_event_is_lost_and_none_counted_twice(events: list[tuple[date, str]], period: str) -> None:
    told = [_event(str(on), type_, number) for number, (on, type_) in enumerate(events)]
    found = series(told, period=period)  # type: ignore[arg-type]
    assert sum(len(cell.counted) for cell in found.cells) == len(told)
    full = series(told, period=period, full=True)  # type: ignore[arg-type]
    assert [cell for cell in full.cells if cell.counted] == list(found.cells)
