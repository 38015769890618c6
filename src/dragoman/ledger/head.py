"""A document without its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Head:
    """The id of a document, the first day on which it may have been published, and where it was found."""

    id: str
    published: date | None
    path: str | None
