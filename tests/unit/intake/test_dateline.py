from __future__ import annotations

import pytest

from dragoman.intake.dateline import bare_date, first_date, opening_date, said_date


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("16 January 2025 17:36", "2025-01-16"),
        ("Published: Thursday, Jan. 16, 2025, 5:36 p.m. GMT", "2025-01-16"),
        ("2025-01-16T17:36:00+04:00", "2025-01-16"),
        ("16.01.2025", "2025-01-16"),
        ("16/01/2025", "2025-01-16"),
        ("01/16/2025", "2025-01-16"),
        ("16 yanvar 2025", "2025-01-16"),
        ("16 января 2025", "2025-01-16"),
        ("16 de enero de 2025", "2025-01-16"),
        ("2025年1月16日", "2025-01-16"),
        ("January 2025", "2025-01"),
        ("3/4/2025", None),
        ("31 February 2025", None),
        ("March 3", None),
        ("The talks of 16 January 2025 failed", None),
        ("2025", None),
    ],
)
def test_a_line_that_is_a_date(line: str, expected: str | None) -> None:
    when = bare_date(line)
    assert (when.iso() if when else None) == expected


def test_a_dateline_opens_a_paragraph() -> None:
    when = opening_date("BAKU, Azerbaijan, Jan. 16, 2025 (AP) — The minister said so.")
    assert when is not None
    assert when.iso() == "2025-01-16"


@pytest.mark.parametrize(("said", "expected"), [("20250116", "2025-01-16"), ("2025-01", "2025-01"), ("soon", None)])
def test_a_field_meant_for_a_date(said: str, expected: str | None) -> None:
    when = said_date(said)
    assert (when.iso() if when else None) == expected


def test_the_first_of_several_dates_is_taken() -> None:
    when = first_date("From 3 May 2024 to 5 June 2024")
    assert when is not None
    assert when.iso() == "2024-05-03"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("GABORONE, 3 May 2024. Zambia sells power.", "2024-05-03"),
        ("Signed on 3 May 2024. Zambia sells power.", None),
        ("EU leaders met on 3 May 2024. Zambia sells power.", None),
    ],
)
def test_a_place_in_capitals_needs_no_dash(line: str, expected: str | None) -> None:
    when = opening_date(line)
    assert (when.iso() if when else None) == expected
