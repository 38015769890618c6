"""Decisions as JSON Lines, so that one analyst's judgements can be another's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from dragoman.errors import DragomanError, InvalidValue
from dragoman.records import Anchor, Decision

_FIELDS = ("verdict", "who", "why", "anchor", "change", "scope", "name")


def lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """A line of JSON for each decision; `id`, `recorded` and `superseded` are for information."""
    for each in decisions:
        values = asdict(each)
        shown = {name: values[name] for name in ("id", *_FIELDS, "recorded", "superseded")}
        yield json.dumps(shown, ensure_ascii=False) + "\n"


def read(given: Iterable[str]) -> Iterator[Decision]:
    """The decisions that `lines` wrote, but for those undone; raises `InvalidValue` with the number of a wrong line."""
    for number, line in enumerate(given, start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
            if values.get("superseded") is None:
                yield Decision(**{name: values[name] for name in _FIELDS} | {"anchor": _anchor(values["anchor"])})
        except (ValueError, KeyError, TypeError, AttributeError, DragomanError) as error:
            raise InvalidValue(
                f"Line {number} is no decision as `dragoman decisions --export` writes it: {error}."
            ) from error


def _anchor(values: dict[str, Any] | None) -> Anchor | None:
    if values is None:
        return None
    return Anchor(**{**values, "actor": tuple(values["actor"]), "recipient": tuple(values["recipient"])})
