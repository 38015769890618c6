from __future__ import annotations

from datetime import date

import pytest

from dragoman.analysis import series
from dragoman.analysis.undated import as_published, undated
from dragoman.errors import InvalidValue
from dragoman.records import Entry, Interval
from tests.factories import an_article, an_entry

BY_THEN = Interval(None, date(2024, 5, 7))


def _told(publisher: str, published: str, when: Interval | str = BY_THEN, **more: object) -> Entry:
    document = an_article(publisher, published, f"{publisher}: Peru attacked Chile.")
    return an_entry(document, document.text, "ASSAULT", actor="PER", recipient="CHL", when=when, **more)


def _rows(*told: Entry, by: str = "occurrence") -> list[tuple[object, ...]]:
    found = series(as_published(told, each=by == "report"), by=by)  # type: ignore[arg-type]
    return [(row["period"], row["total"], row["by_publication"]) for row in found.table()]


def test_what_no_report_gives_a_time_is_of_the_day_it_was_first_told() -> None:
    told = (_told("Courier", "2024-05-07", occurrence="o1:1"), _told("Gazette", "2024-06-01", occurrence="o1:1"))
    assert [row["period"] for row in series(told).table()] == ["undated"]
    assert _rows(*told) == [("2024-05", 1, 1)]
    assert _rows(*told, by="report") == [("2024-05", 1, 1), ("2024-06", 1, 1)]


def test_a_time_that_a_report_gives_holds_however_vague_it_is() -> None:
    told = _told("Courier", "2024-05-07", occurrence="o1:1")
    assert _rows(told, _told("Gazette", "2024-06-01", "2024-04-30", occurrence="o1:1")) == [("2024-04", 1, 0)]
    assert _rows(told, _told("Gazette", "2024-06-01", "2018", occurrence="o1:1")) == [("undated", 1, 0)]


def test_what_was_published_at_no_day_stays_undated() -> None:
    assert _rows(_told("Courier", "2024")) == [("undated", 1, 0)]


def test_what_is_denied_first_gives_no_day() -> None:
    denied = _told("Courier", "2024-05-07", occurrence="o1:1", standing="denied")
    assert _rows(denied, _told("Gazette", "2024-06-01", occurrence="o1:1")) == [("2024-06", 1, 1)]


def test_what_cannot_be_chosen_is_said() -> None:
    with pytest.raises(InvalidValue, match="it may be apart or published"):
        undated("somewhere")
