"""What is wrong with what a benchmark was given."""

from __future__ import annotations


class Unfit(ValueError):
    """A test set, or a set of weights, does not hold what its task needs; says what was expected."""
