"""A number that means something: what of, whose, and between which bounds."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.span import Span

#: The unit of what is counted and has none of its own.
_UNNAMED = "item"
#: How nouns end of which there are several, and such words that only end a number.
_MANY = ("s", "men", "people", "personnel", "children", "staff", "crew", "police", "cattle", "craft")
_SCALES = frozenset("hundreds thousands millions billions trillions dozens scores".split())


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

    @property
    def counted(self) -> str | None:
        """What is counted, where no unit says it: the "states" of "17 states"; `None` where the words leave it out."""
        last = self.mention.text.split()[-1] if self.unit == _UNNAMED else ""
        return last if last.isalpha() and last.endswith(_MANY) and last.lower() not in _SCALES else None
