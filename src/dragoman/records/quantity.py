"""A number that means something: what of, whose, and between which bounds."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """Between `low` and `high` of `unit` (a code of `codebook/units.toml`), either bound `None` if open.

    `of` is the base in the document's words ("oil imports"), `whose` the code of the party whose base it is,
    `approximate` whether the words say about; "over 30 percent" is low 30, high `None`.
    """

    low: float | None
    high: float | None
    unit: str
    mention: Span
    of: str | None = None
    whose: str | None = None
    approximate: bool = False

    @property
    def phrase(self) -> str:
        """In the document's words, with what of and whose: `around 40% of oil imports (ISR)`."""
        base = [f"of {self.of}" if self.of else "", f"({self.whose})" if self.whose else ""]
        return " ".join(part for part in (self.mention.text, *base) if part)
