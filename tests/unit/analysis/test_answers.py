from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dragoman.analysis import (
    Answers,
    Changes,
    Exposures,
    Forecasts,
    Quantities,
    Ties,
    Told,
    changes,
    exposures,
    forecasts,
    gathered,
    network,
    quantities,
    ties,
)
from dragoman.records import Entry
from tests.factories import a_figure, an_article, an_entry

SHARES = an_article("The Gazette", "2024-03-01", "Azerbaijan gave 40 percent.", "Azerbaijan gave 30 percent.")
EXPECTED = an_article("The Herald", "2024-04-01", "Azerbaijan will give arms by 2025.")


def of_oil(words: str, number: float) -> Entry:
    figure = a_figure(SHARES, f"{number:.0f} percent", number, number, of="oil imports", whose="ISR")
    return an_entry(SHARES, words, figures=[figure], when="2023", origins=2)


@pytest.fixture
def entries() -> list[Entry]:
    return [
        of_oil("Azerbaijan gave 40 percent.", 40.0),
        of_oil("Azerbaijan gave 30 percent.", 30.0),
        an_entry(EXPECTED, "Azerbaijan will give arms by 2025.", "arms", standing="predicted", when="2025"),
    ]


def all_answers(entries: list[Entry]) -> Iterator[Answers[Any] | Told]:
    yield Ties(ties(gathered(entries)))
    yield Quantities(quantities(entries))
    yield Forecasts(forecasts(entries))
    yield Exposures(exposures(network(entries, as_of=date(2023, 6, 1))))
    yield Changes(changes([], entries))
    yield Told(entries)


def test_answers_are_tuples(entries: list[Entry]) -> None:
    found = quantities(entries)
    assert Quantities(found) == found
    assert repr(Quantities(found)) == "<Quantities: 1>"


def test_a_row_for_each_figure_with_those_it_conflicts_with(entries: list[Entry]) -> None:
    one, other = Quantities(quantities(entries)).table()
    assert (one["low"], one["base"], one["from"], one["origins"]) == (40.0, "oil imports", date(2023, 1, 1), 2)
    assert (one["conflicts_with"], other["conflicts_with"]) == (other["statement"], one["statement"])


def test_a_row_for_each_time_in_which_a_tie_stands(entries: list[Entry]) -> None:
    (row,) = Ties(ties(gathered(entries))).table()
    assert (row["channel"], row["actor"], row["recipient"], row["reports"]) == ("energy", "AZE", "ISR", 2)
    assert (row["since"], row["begun"], row["ended"]) == (date(2023, 1, 1), None, None)


def test_a_row_for_each_forecast(entries: list[Entry]) -> None:
    (row,) = Forecasts(forecasts(entries)).table()
    assert (row["speaker"], row["by"], row["outcome"]) == ("The Herald", date(2025, 12, 31), "open")


def test_what_a_partner_has_and_what_is_unexplained(entries: list[Entry]) -> None:
    found = Exposures(exposures(network(entries, as_of=date(2023, 6, 1)), "ISR", "energy")).table()
    assert [row[3:6] for row in found.rows] == [("AZE", 30.0, 40.0), (None, 60.0, 70.0)]
    for row in found:
        assert (row["concentration_low"], row["concentration_high"]) == pytest.approx((0.09, 0.58))
        assert (row["origins"], row["oldest"], row["newest"]) == (2, date(2023, 12, 31), date(2023, 12, 31))
        assert {*row["statements"].split("; ")} == {entry.statement.id for entry in entries[:2]}


def test_changes_tell_how_many_reports_there_were(entries: list[Entry]) -> None:
    rows = [*Changes(changes(entries[:1], entries[:2])).table()]
    assert [(row["kind"], row["reports_before"], row["reports_after"], row["figure"]) for row in rows] == [
        ("more", 1, 2, None),
        ("figure", 1, 2, "30 percent of oil imports (ISR)"),
    ]


def test_statements_are_given_once(entries: list[Entry]) -> None:
    told = Told(entries)
    assert next(told) == entries[0]
    assert [row["id"] for row in told.table()] == [entry.statement.id for entry in entries[1:]]
    assert len(told.table()) == 0


def test_tables_without_rows_have_columns(entries: list[Entry]) -> None:
    for full, empty in zip(all_answers(entries), all_answers([]), strict=True):
        assert len(empty.table()) == 0
        assert empty.table().columns == full.columns


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_each_is_a_frame_of_each_library(entries: list[Entry], library: Any) -> None:
    pytest.importorskip(library)
    for answers, again in zip(all_answers(entries), all_answers(entries), strict=True):
        frame = answers.to_frame(library)
        assert tuple(frame.columns) == again.columns
        assert len(frame) == len(again.table()) > 0
