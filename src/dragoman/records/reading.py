"""What became of one document that was offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.records.document import Document
from dragoman.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """All statements that one reader found in one document, in the order of the text."""

    document: Document
    statements: tuple[Statement, ...]
    reader: str


@dataclass(frozen=True, slots=True)
class Failure:
    """A file, or a member of one, that could not be taken in, with the reason as a sentence."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A document whose text, or passages of it, are those of another that came first.

    `of` is the other's id. `kind`: `exact`, the same words; `near`, most of it goes back to the other; `excerpt`, some
    of it does. `likeness`: the share of its words that does, 0 to 1 (1.0 exact).
    """

    document: str
    of: str
    kind: Literal["exact", "near", "excerpt"]
    likeness: float

    def nearness(self) -> tuple[int, float, str]:
        """What the nearest of a document's originals is the least by: whole texts before excerpts, the likest first."""
        return (("exact", "near", "excerpt").index(self.kind), -self.likeness, self.of)
