"""Certainties in bins, each with the share of what was right in it: what a reliability diagram shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

BINS = 10


class Bin(NamedTuple):
    """The statements with a certainty from `low` to `high`: how many, their mean certainty, the share that is right."""

    low: float
    high: float
    statements: int
    certainty: float
    right: float


def bins(certainties: Sequence[tuple[float, bool]], count: int = BINS) -> list[Bin]:
    """Certainties from 0 to 1 in bins of one width, empty ones left out; 1 belongs to the last."""
    found = []
    for number in range(count):
        inside = [each for each in certainties if min(int(each[0] * count), count - 1) == number]
        if inside:
            mean, right = (sum(each[part] for each in inside) / len(inside) for part in (0, 1))
            found.append(Bin(number / count, (number + 1) / count, len(inside), mean, right))
    return found


def error(table: Sequence[Bin]) -> float:
    """The mean distance of certainty and share of right ones, bins weighed by what is in them."""
    whole = sum(each.statements for each in table)
    return sum(each.statements * abs(each.certainty - each.right) for each in table) / whole if whole else 0.0


def markdown(table: Sequence[Bin]) -> str:
    """The bins as a table of Markdown."""
    rows = [
        f"| {each.low:.1f}–{each.high:.1f} | {each.statements} | {each.certainty:.2f} | {each.right:.2f} |"
        for each in table
    ]
    return "\n".join(["| certainty | statements | mean certainty | share right |", "|---|---|---|---|", *rows])
