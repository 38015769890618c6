"""Rows in the order that is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from dragoman.errors import InvalidValue

Row = TypeVar("Row")
#: By what forecasts and figures are sorted, and what comes of forecasts in the order in which that is shown.
FORECASTS = ("speaker", "what", "by", "chance", "outcome", "published")
FIGURES = ("what", "low", "high", "of", "time", "publisher", "published")
OUTCOMES = ("happened", "did not", "passed", "open", "undated")
Key = Callable[[Row], object]


def ranked(rows: Iterable[Row], wanted: str | None, keys: Mapping[str, Key[Row]]) -> list[Row]:
    """The rows by the key of a name, from the greatest on if a hyphen stands before it; those without a value last.

    Without a name they stay as they are. Raises `InvalidValue` for a name that is no key.
    """
    listed = list(rows)
    if wanted is None:
        return listed
    check(wanted, keys)
    key = keys[wanted.removeprefix("-")]
    known = [row for row in listed if key(row) is not None]
    known.sort(key=lambda row: key(row), reverse=wanted.startswith("-"))  # type: ignore[arg-type, return-value]
    return known + [row for row in listed if key(row) is None]


def check(wanted: str | None, keys: Iterable[str]) -> None:
    """Raises `InvalidValue` for what rows cannot be sorted by."""
    listed = list(keys)
    name = wanted.removeprefix("-") if wanted is not None else None
    if name is not None and name not in listed:
        raise InvalidValue(f"Nothing can be sorted by {name!r} here; it can by {', '.join(listed)}.")
