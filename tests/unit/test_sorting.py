from __future__ import annotations

import pytest

from dragoman.errors import InvalidValue
from dragoman.sorting import ranked

ROWS: list[int | None] = [3, None, 1, 2]
KEYS = {"itself": lambda row: row}


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [(None, ROWS), ("itself", [1, 2, 3, None]), ("-itself", [3, 2, 1, None])],
)
def test_rows_without_a_value_come_last_either_way(wanted: str | None, expected: list[int | None]) -> None:
    assert ranked(ROWS, wanted, KEYS) == expected


def test_a_name_that_is_no_key_is_said() -> None:
    with pytest.raises(InvalidValue, match="it can by itself"):
        ranked(ROWS, "other", KEYS)
