from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis import series
from dragoman.errors import InvalidValue
from dragoman.records import Entry
from tests.factories import an_article, an_entry

VISITS = st.lists(st.tuples(st.dates(date(2022, 1, 1), date(2023, 12, 31)), st.sampled_from(["CONSULT", "ASSAULT"])))


def _event(when: str, type_: str = "CONSULT", number: int = 0, **more: object) -> Entry:
    document = an_article(f"Paper {number}", "2024", f"It happened so, {number} {when} {type_}.")
    return an_entry(document, document.text, type_, when=when, **more)


def test_counts_by_quad_class_and_intensity_by_hand() -> None:
    """PLOVER: a visit is 4, talks 2.5, an assault -9 by its own score."""
    told = [_event("2023-05-02", mode="visit"), _event("2023-05-30"), _event("2023-05-31", "ACCUSE")]
    (cell,) = series(told).cells
    assert (cell.actor, cell.recipient, cell.start) == ("AZE", "ISR", date(2023, 5, 1))
    assert cell.quads == (2, 0, 1, 0)
    assert cell.intensity == 4 + 2.5 - 3
    assert cell.mean == pytest.approx(3.5 / 3, abs=1e-6)


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
