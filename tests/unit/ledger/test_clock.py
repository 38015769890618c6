from __future__ import annotations

import pytest

from dragoman.errors import InvalidValue
from dragoman.ledger.clock import end_of, moment, shown


def test_moments_sort_as_text_whatever_their_zone_and_fraction() -> None:
    told = ["2024-05-30T14:00:00+02:00", "2024-05-30T12:00:00.5Z", "2024-05-30T12:00:01Z", "2024-05-31"]
    stored = [moment(each) for each in told]
    assert stored == sorted(stored)


def test_a_moment_comes_back_as_it_was_given() -> None:
    assert shown(moment("2024-05-30T12:00:00Z")) == "2024-05-30T12:00:00Z"


def test_a_day_is_known_to_its_end() -> None:
    assert moment("2024-05-30T23:59:59.9Z") <= end_of("2024-05-30") < moment("2024-05-31")


@pytest.mark.parametrize("text", ["", "yesterday", "2024-13-01", "30.5.2024"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a moment"):
        moment(text)
