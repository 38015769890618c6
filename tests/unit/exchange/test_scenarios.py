from __future__ import annotations

import pytest

from dragoman.errors import InvalidValue
from dragoman.exchange.scenarios import parse


def test_all_keys() -> None:
    text = 'name = "A"\ncut = ["A->B"]\nwithout = ["IRN"]\n[[share]]\nof = "A->B:energy"\nlow = 1\nhigh = 2.5\n'
    assert parse(text)["share"] == [{"of": "A->B:energy", "low": 1, "high": 2.5}]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("cut = [", "not TOML"),
        ('cuts = ["A->B"]', "no 'cuts'"),
        ('cut = "A->B"', "must be a list of ties"),
        ("without = [1]", "must be a list of parties"),
        ('[[share]]\nof = "A->B:energy"\nlow = "1"\nhigh = 2', r"must be tables \[\[share\]\]"),
        ('[[share]]\nof = "A->B:energy"\nlow = 1', r"must be tables \[\[share\]\]"),
    ],
)
def test_what_a_file_may_not_hold(text: str, says: str) -> None:
    with pytest.raises(InvalidValue, match=says):
        parse(text)
