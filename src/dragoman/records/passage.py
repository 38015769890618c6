"""A statement's words where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.entry import Entry
from dragoman.records.span import Span


@dataclass(frozen=True, slots=True)
class Passage:
    """An entry and the paragraph of its document that holds its evidence."""

    entry: Entry
    paragraph: Span

    @property
    def parts(self) -> tuple[str, str, str]:
        """The paragraph before the evidence, the evidence, the paragraph after it."""
        start = self.entry.statement.evidence.start - self.paragraph.start
        end = self.entry.statement.evidence.end - self.paragraph.start
        return self.paragraph.text[:start], self.paragraph.text[start:end], self.paragraph.text[end:]
