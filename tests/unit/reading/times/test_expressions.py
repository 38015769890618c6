from __future__ import annotations

import pytest

from dragoman.reading.times import expressions


def kinds(text: str) -> list[tuple[str, str]]:
    return [(found.span.text, found.kind) for found in expressions.find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met on 16 January 2025.", [("16 January 2025", "date")]),
        ("They met on Jan. 3, 2024 in Oslo.", [("Jan. 3, 2024", "date")]),
        ("The talks of May 3-5, 2021 failed.", [("May 3-5, 2021", "days")]),
        ("In October 2022 and a month later", [("October 2022", "month"), ("a month later", "later")]),
        ("since the 1990s", [("the 1990s", "decade")]),
        ("the late 2000s", [("late 2000s", "decade")]),
        ("during the 2008–2010 crisis", [("2008–2010", "years")]),
        ("between 2008 and 2010", [("2008 and 2010", "years")]),
        ("in 2008 and 2010", [("2008", "year"), ("2010", "year")]),
        ("the first half of 2023", [("first half of 2023", "quarter")]),
        ("on Thursday, next Friday", [("Thursday", "weekday"), ("next Friday", "weekday")]),
        ("two years ago", [("two years ago", "ago")]),
        ("over the past decade", [("over the past decade", "within")]),
    ],
)
def test_finds_what_names_a_time(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital.",
        "2,020 troops",
        "$2000",
        "a 23-year-old man",
        "1998 people",
        "It cost 1990.5 euros",
    ],
)
def test_leaves_alone_what_only_looks_like_a_time(text: str) -> None:
    assert kinds(text) == []


def test_may_after_a_preposition_is_the_month() -> None:
    assert kinds("He came in May, she may come.") == [("May", "month")]


def test_spans_count_from_the_offset() -> None:
    (found,) = expressions.find("in 2018", offset=100)

    assert (found.span.start, found.span.end) == (103, 107)
    assert found.lead == "in"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Chad has paid since the war began in April 2023", "since"),
        ("Since Peru launched its long blockade of Chile in 2023", "since"),
        ("since fighting resumed on 3 May 2023", "since"),
        ("since Peru sued Chile in 2023", "in"),
        ("Peru has paid since it began, and Chile did in 2023", "in"),
    ],
)
def test_what_began_at_a_time_lasts_since_then(text: str, lead: str) -> None:
    assert [each.lead for each in expressions.find(text)] == [lead]
