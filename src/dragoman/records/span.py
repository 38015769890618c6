"""A stretch of a document's text."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import InvalidValue


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range of code points `[start, end)` of one document's text, with the characters there."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.text):
            raise InvalidValue(
                f"A span from {self.start} to {self.end} cannot hold {len(self.text)} characters ({self.text[:40]!r})."
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text[start:end]`."""
        return cls(start, end, text[start:end])

    def covers(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
