"""One document that holds the words looked for."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Document, Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A document and where in its text the words stand.

    `spans` count code points of the stored text, in the order of the text; they are empty if only the title matched.
    `score` is larger for the better match (bm25).
    """

    document: Document
    spans: tuple[Span, ...]
    score: float
