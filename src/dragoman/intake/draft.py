"""What a format's module hands back."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.intake.metadata import Metadata


@dataclass(frozen=True, slots=True)
class Draft:
    """A text with what its own format says of its publication, and notes on what had to be left out."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    notes: tuple[str, ...] = ()
