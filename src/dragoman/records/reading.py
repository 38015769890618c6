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
    """A document whose text is, or nearly is, that of another: `of` is the other's id, `likeness` 0-1 (1.0 exact)."""

    document: str
    of: str
    kind: Literal["exact", "near"]
    likeness: float
