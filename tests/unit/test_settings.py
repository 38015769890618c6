from __future__ import annotations

import re

import pytest

from dragoman.errors import InvalidValue
from dragoman.settings import Settings


@pytest.mark.parametrize(
    ("environment", "epoch"),
    [
        ({}, None),
        ({"HOME": "/root"}, None),
        ({"SOURCE_DATE_EPOCH": "0"}, 0),
        ({"SOURCE_DATE_EPOCH": "1700000000"}, 1_700_000_000),
    ],
)
def test_the_epoch_of_an_environment(environment: dict[str, str], epoch: int | None) -> None:
    assert Settings.of(environment) == Settings(epoch)


@pytest.mark.parametrize("text", ["", " ", "yesterday", "-1", "1.5", "1e9", "²", "9" * 12, "9" * 5000])
def test_an_epoch_that_is_no_number_of_seconds_is_refused(text: str) -> None:
    with pytest.raises(InvalidValue, match="must be seconds since 1970") as refused:
        Settings.of({"SOURCE_DATE_EPOCH": text})

    assert repr(text) in str(refused.value)


def test_the_moment_is_that_of_the_epoch() -> None:
    assert Settings(1_700_000_000).now() == "2023-11-14T22:13:20Z"


def test_without_an_epoch_the_moment_is_the_clocks() -> None:
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", Settings().now())
