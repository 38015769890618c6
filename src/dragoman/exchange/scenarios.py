"""Scenarios as small TOML files."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import Any

from dragoman.errors import InvalidValue

#: What a file may hold, and what each is.
KEYS: Mapping[str, str] = {
    "name": "a text",
    "cut": 'a list of ties such as "KAZ->ISR:energy"',
    "close": "a list of routes or territories",
    "without": "a list of parties, publishers or people",
    "leave": 'a list of memberships such as "AZE->OTS"',
    "discount": "a list of publishers or people",
    "share": "tables [[share]] with `of`, `low`, `high` and, if it is of one base only, `base`",
}


def parse(text: str) -> dict[str, Any]:
    """What a scenario file holds, by `KEYS`; raises `InvalidValue` if it is no TOML or holds anything else."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidValue(f"The scenario is not TOML: {error}.") from error
    for key, value in table.items():
        if key not in KEYS:
            raise InvalidValue(f"A scenario has no {key!r}; it may have {', '.join(KEYS)}.")
        if not _FORMS[key](value):
            raise InvalidValue(f"{key!r} of the scenario must be {KEYS[key]}, not {value!r}.")
    return table


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _are_shares(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_share, value))


def _is_share(value: object) -> bool:
    if not isinstance(value, dict) or not {"of", "low", "high"} <= {*value} <= {"of", "low", "high", "base"}:
        return False
    numbers = (value["low"], value["high"])
    return all(isinstance(each, int | float) and not isinstance(each, bool) for each in numbers) and all(
        isinstance(value.get(name, ""), str) for name in ("of", "base")
    )


_FORMS: Mapping[str, Callable[[object], bool]] = {
    "name": _is_text,
    "share": _are_shares,
    **dict.fromkeys(("cut", "close", "without", "leave", "discount"), _are_texts),
}
