"""Which words of a sentence stand in quotation marks, and who speaks in them, so that "we" there means him."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.codebook.names import label
from dragoman.codebook.states import states
from dragoman.reading import clauses
from dragoman.reading.naming import roles
from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.named import Found

#: A mark that opens, and one that closes. The straight one opens where nothing stands before it and something behind.
_MARK = re.compile(r"(?P<opens>[“«„]|(?<![^\s(\[:—–-])\"(?=[\w'“(\[$£€]))|[”»\"]")
#: What stands between an office and its post, and the name of its bearer behind both.
_POSTED = re.compile(r" (?:to|in|at|for) (?:the )?")
_NAMED = re.compile(rf", {roles.FULL_NAME}(?=,)")
#: All of them.
_SIGNS = frozenset('“«„”»"')


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of a sentence as places (start, end), and whether the last goes on behind it."""

    places: tuple[tuple[int, int], ...]
    is_open: bool

    def holds(self, place: int) -> bool:
        """Whether a place is in a quotation."""
        return any(start <= place < end for start, end in self.places)

    def fill(self, text: str) -> bool:
        """Whether the sentence is nothing but a quotation."""
        return bool(self.places) and self.places[0][0] == 0 and self.places[-1][1] >= len(text.rstrip(" .,"))


def quotations(text: str, *, inside: bool = False) -> Quotations:
    """The quotations of a sentence; `inside` tells whether one went on before it, as a mark that closes shows.

    A quotation inside another is part of it.
    """
    if not inside and _SIGNS.isdisjoint(text):
        return Quotations((), is_open=False)
    found: list[tuple[int, int]] = []
    opened = 0
    depth = int(inside)
    for mark in _MARK.finditer(text):
        if mark["opens"]:
            opened = opened if depth else mark.start()
            depth += 1
        elif depth or not found:
            depth = max(depth - 1, 0)
            if not depth:
                found.append((opened, mark.end()))
    if depth:
        found.append((opened, len(text)))
    return Quotations(tuple(found), depth > 0)


def speaker(text: str, quoted: Quotations, found: Sequence[Found]) -> Bearer | None:
    """For whom somebody speaks who is named outside the quotations of a sentence, with a verb of saying beside him; if
    several do, nobody.
    """
    outside = [each for each in found if len(each.bearers) == 1 and not quoted.holds(each.start)]
    listed = clauses.lists(text, [(each.start, each.end) for each in outside])
    ends = _ends(text, outside)
    saying = [
        (each, joined)
        for each, joined, end in zip(outside, listed, ends, strict=True)
        if end is not None and (clauses.speaks(text, end) or clauses.is_said_by(text, each.start))
    ]
    if any(joined for _, joined in saying) or len({each.bearers[0].code for each, _ in saying}) != 1:
        return None
    bearer = saying[0][0].bearers[0]
    return Bearer(label(bearer.code), bearer.code, bearer.sector) if bearer.code in states() else bearer


def _ends(text: str, outside: Sequence[Found]) -> list[int | None]:
    """Where the words for each end, behind which a verb may stand; a post does not speak, but goes with its office:
    "Peru's envoy to Chile, Ana Gervasi,".
    """
    ends: list[int | None] = [each.end for each in outside]
    for number, (office, post) in enumerate(pairwise(outside)):
        if office.kind == "office" and _POSTED.fullmatch(text, office.end, post.start):
            named = _NAMED.match(text, post.end)
            ends[number : number + 2] = [named.end() if named else post.end, None]
    return ends
