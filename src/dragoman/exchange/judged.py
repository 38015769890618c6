"""A decision with what it did."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Decision, Statement


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision, and the statements that it is about, each with what stands in its place now.

    That is the statement itself if the decision left it as it was, and `None` if nothing stands there.
    """

    decision: Decision
    about: tuple[tuple[Statement, Statement | None], ...] = ()
