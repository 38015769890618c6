"""Which words of a sentence stand in quotation marks, and who speaks in them, so that "we" there means him."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.codebook.names import label
from dragoman.codebook.states import states
from dragoman.reading import clauses
from dragoman.reading.bearers import Bearer
from dragoman.reading.named import Found

#: A mark that opens, and one that closes; the straight one opens where nothing stands before it.
_MARK = re.compile(r"(?P<opens>[“«„]|(?<![^\s(\[—–-])\")|[”»\"]")
#: Who may speak though no verb of saying is beside him: what a state says, its officials say.
_SPEAKERS = ("person", "office", "organisation", "pronoun")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The quotations of a sentence as places (start, end), and whether the last goes on behind it."""

    places: tuple[tuple[int, int], ...]
    is_open: bool

    def holds(self, place: int) -> bool:
        """Whether a place is in a quotation."""
        return any(start <= place < end for start, end in self.places)


def quoted(text: str, *, inside: bool = False) -> Quoted:
    """The quotations of a sentence; `inside` tells whether one went on before it, as a mark that closes shows."""
    found: list[tuple[int, int]] = []
    opened: int | None = 0 if inside else None
    for mark in _MARK.finditer(text):
        if mark["opens"]:
            opened = mark.start() if opened is None else opened
        elif opened is not None or not found:
            found.append((opened or 0, mark.end()))
            opened = None
    if opened is not None:
        found.append((opened, len(text)))
    return Quoted(tuple(found), opened is not None)


def speaker(text: str, quotations: Quoted, found: Sequence[Found]) -> Bearer | None:
    """For whom somebody speaks who is named outside the quotations of a sentence, if that can be but one party."""
    outside = [each for each in found if len(each.bearers) == 1 and not quotations.holds(each.start)]
    saying = [each for each in outside if clauses.speaks(text, each.end) or clauses.is_quoted(text, each.start)]
    likely = saying or [each for each in outside if each.kind in _SPEAKERS]
    listed = clauses.lists(text, [(each.start, each.end) for each in outside])
    if len({each.bearers[0].code for each in likely}) != 1 or any(
        joined and each in likely for each, joined in zip(outside, listed, strict=True)
    ):
        return None
    bearer = likely[0].bearers[0]
    return Bearer(label(bearer.code), bearer.code, bearer.sector) if bearer.code in states() else bearer
