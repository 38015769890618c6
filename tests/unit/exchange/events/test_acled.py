from __future__ import annotations

from typing import Any

import pytest

from dragoman.exchange.events import acled_rows
from dragoman.exchange.events.columns import ACLED
from dragoman.records import Statement
from tests import rows

CLASH = {
    "event_id_cnty": "AZE1",
    "event_date": "30 May 2023",
    "time_precision": "1",
    "event_type": "Battles",
    "sub_event_type": "Armed clash",
    "actor1": "Military Forces of Azerbaijan (2003-)",
    "inter1": "1",
    "actor2": "Civilians (Armenia)",
    "inter2": "7",
    "location": "Tegh",
    "source": "Azatutyun",
    "notes": 'On 30 May, a "clash",\nat the border.',
    "fatalities": "3",
    "timestamp": "1685600000",
}


def read(*given: dict[str, str]) -> tuple[list[Any], list[str]]:
    found, failed = rows.parted(acled_rows.read(rows.lines(rows.comma(*given)), rows.nothing))
    return found, [each.path for each in failed]


def one(**more: str) -> Statement:
    (reading,), failed = read({**CLASH, **more})
    assert failed == []
    (statement,) = reading.statements
    return statement


def test_a_row_is_read_with_its_actors_dead_and_notes() -> None:
    (reading,), _ = read(CLASH)
    (statement,) = reading.statements

    assert (statement.type, statement.mode, statement.occurred.iso()) == ("ASSAULT", "firearms", "2023-05-30")
    assert [(each.code, each.sector) for each in statement.parties] == [("AZE", "MIL"), ("ARM", "CVL")]
    (dead,) = statement.quantities
    assert (dead.low, dead.high, dead.unit) == (3.0, 3.0, "dead")
    assert 'notes: On 30 May, a "clash",\nat the border.' in reading.document.text
    assert reading.document.published.iso() == "2023-06-01"
    assert all(reading.document.text[each.start : each.end] == each.text for each in statement.spans)


@pytest.mark.parametrize(
    ("precision", "start", "end"),
    [("1", "2023-05-30", "2023-05-30"), ("2", "2023-05-27", "2023-06-02"), ("3", "2023-05-01", "2023-05-31")],
)
def test_a_date_is_as_exact_as_the_row_says(precision: str, start: str, end: str) -> None:
    occurred = one(time_precision=precision, event_date="2023-05-30").occurred

    assert (str(occurred.start), str(occurred.end)) == (start, end)
    assert occurred.precision == ("month" if precision == "3" else "day")


def test_a_week_around_a_day_stays_within_the_calendar() -> None:
    occurred = one(time_precision="2", event_date="0001-01-02").occurred

    assert (str(occurred.start), str(occurred.end)) == ("0001-01-01", "0001-01-05")


@pytest.mark.parametrize(
    ("name", "code", "sector"),
    [
        ("Police Forces of Iran (1989-)", "IRN", "COP"),
        ("Government of Türkiye (2016-)", "TUR", "GOV"),
        ("Protesters (Israel)", "ISR", "CVL"),
        ("Hezbollah", "HEZBOLLAH", "REB"),
        ("Some Militia", None, "REB"),
    ],
)
def test_actors_are_known_by_what_their_names_say(name: str, code: str | None, sector: str) -> None:
    actor = one(actor1=name, inter1="2").actor[0]

    assert (actor.code, actor.sector) == (code, sector)


def test_what_has_no_type_is_a_document_and_what_is_wrong_fails_alone() -> None:
    found, failed = read({**CLASH, "sub_event_type": "Other"}, {**CLASH, "event_date": "40 Mai 2023"}, CLASH)

    assert [len(reading.statements) for reading in found] == [0, 1]
    # The rows before it end in the third line and in the fifth, for their notes have a line end.
    assert failed == ["file.txt#4"]


def test_tables_of_other_columns_are_one_failure() -> None:
    found, failed = rows.parted(acled_rows.read(rows.lines("a;b\n1;2\n"), rows.nothing))

    assert (found, len(failed)) == ([], 1)


def test_semicolons_part_cells_where_the_header_has_them() -> None:
    names = list(ACLED)
    text = ";".join(names) + "\n" + ";".join(CLASH.get(name, "").replace("\n", " ").replace('"', "") for name in names)
    found, failed = rows.parted(acled_rows.read(rows.lines(text), rows.nothing))

    assert (len(found), failed) == (1, [])
