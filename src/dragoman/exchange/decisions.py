"""Decisions as JSON Lines, so that one analyst's judgements can be another's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from dragoman.errors import DragomanError, InvalidValue
from dragoman.records import Anchor, Decision

_FIELDS = ("verdict", "who", "why", "anchor", "change", "scope", "name", "other")


def lines(decisions: Iterable[Decision]) -> Iterator[str]:
    """A line of JSON for each decision; `id`, `recorded`, `superseded` and `undone_by` are for information."""
    for each in decisions:
        values = asdict(each)
        shown = {name: values[name] for name in ("id", *_FIELDS, "recorded", "superseded", "undone_by")}
        yield json.dumps(shown, ensure_ascii=False) + "\n"


def read(given: Iterable[str]) -> Iterator[Decision]:
    """The decisions that `lines` wrote, but for those undone; raises `InvalidValue` with the number of a wrong line."""
    for number, line in enumerate(given, start=1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
            if values.get("superseded") is None:
                yield _decision(values)
        except (ValueError, KeyError, TypeError, AttributeError, DragomanError) as error:
            raise InvalidValue(
                f"Line {number} is no decision as `dragoman decisions --export` writes it: {error}."
            ) from error


def _decision(values: dict[str, Any]) -> Decision:
    # What was exported before statements could be paired has no `other`.
    given = {name: values[name] for name in _FIELDS if name != "other"} | {"other": values.get("other")}
    anchors = {name: Anchor.from_values(given[name]) for name in ("anchor", "other") if given[name] is not None}
    return Decision(**given | anchors)
