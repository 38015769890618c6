from __future__ import annotations

from datetime import date

import pytest

from dragoman.records import Interval
from dragoman.web import shown
from tests.factories import an_article, an_entry
from tests.unit.web.made import OIL


@pytest.mark.parametrize(
    ("day", "told"),
    [(date(1995, 1, 1), "1995"), (date(2022, 11, 1), "2022-11"), (date(2023, 5, 30), "2023-05-30")],
)
def test_a_first_day_is_told_no_closer_than_it_may_have_been(day: date, told: str) -> None:
    assert shown.first_day(day) == told
    assert shown.when(Interval(day, None)) == f"from {told}"


def test_codes_of_parties_are_told_by_name() -> None:
    assert shown.named("AZE--ISR:energy is cut") == "Azerbaijan--Israel:energy is cut"
    assert shown.named("QQQ is gone") == "QQQ is gone"


def test_what_was_added_is_called_as_it_was_given() -> None:
    assert shown.placed("/home/ada/my.ledger.added/0012/notes.zip!a/b.txt") == "notes.zip!a/b.txt"
    assert shown.placed("examples/a.txt") == "examples/a.txt"


def test_those_who_tell_the_same_in_the_same_voice_are_named_once() -> None:
    document, other = (an_article(name, "2023-07-01", OIL) for name in ("The Gazette", "The Courier"))
    entries = [an_entry(document, OIL), an_entry(document, OIL, "arms"), an_entry(other, OIL)]

    assert shown.told_apart(entries, 3) == [entries[0], entries[2]]
    assert shown.told_apart(entries, 1) == entries[:1]
