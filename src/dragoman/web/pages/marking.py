"""The text of a document cut where statements, parties, figures and sources begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.records import Span, Statement

#: A paragraph that is longer is shown in several.
_LONGEST = 6000
_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_BREAK = re.compile(r"\n\s*")
#: How a line ends that is a paragraph by itself.
_ENDINGS = tuple(".!?:…”\"'’»)]؟。")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same statements rest on; `statements` are their numbers, `begins` of those that begin here.

    `roles` are what the words are in them: `party`, `figure`, `source`.
    """

    text: str
    statements: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in pieces, and the numbers of the statements whose evidence begins in it."""

    span: Span
    pieces: tuple[Piece, ...]
    begins: tuple[int, ...]


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, none of them long: parted by empty lines, or by line ends if it is not wrapped."""
    gaps = [(gap.start(), gap.end()) for gap in (_GAP if _is_wrapped(text) else _BREAK).finditer(text)]
    starts, ends = [0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(text)]
    return tuple(
        Span.of(text, start, end)
        for first, last in zip(starts, ends, strict=True)
        for start, end in _short(text, first, last)
        if text[start:end].strip()
    )


def _is_wrapped(text: str) -> bool:
    """Whether lines are cut to a width: then most of those that another follows end in the middle of a sentence."""
    lines = [line.rstrip() for line in text.split("\n")]
    followed = [line for line, after in pairwise(lines) if line and after]
    return 2 * sum(not line.endswith(_ENDINGS) for line in followed) > len(followed)


def marked(paragraph: Span, statements: Sequence[tuple[int, Statement]]) -> Paragraph:
    """A paragraph with the numbered statements marked whose evidence lies in it, wholly or in part."""
    here = [(number, each) for number, each in statements if each.evidence.overlaps(paragraph)]
    roles = [(span, role) for _, each in here for span, role in _roles(each) if span.overlaps(paragraph)]
    cuts = {paragraph.start, paragraph.end}
    for span in (*(each.evidence for _, each in here), *(span for span, _ in roles)):
        cuts |= {min(max(place, paragraph.start), paragraph.end) for place in (span.start, span.end)}
    pieces = tuple(_pieces(paragraph, sorted(cuts), here, roles))
    return Paragraph(paragraph, pieces, tuple(number for piece in pieces for number in piece.begins))


def _pieces(
    paragraph: Span,
    places: Sequence[int],
    here: Sequence[tuple[int, Statement]],
    roles: Sequence[tuple[Span, str]],
) -> Iterator[Piece]:
    """The pieces between some places, each with what lies over it: nothing is looked at where it is not."""
    over: list[list[tuple[int, bool]]] = [[] for _ in places]
    played: list[set[str]] = [set() for _ in places]
    for number, each in here:
        for place in _reached(each.evidence, places):
            over[place].append((number, places[place] == each.evidence.start))
    for span, role in roles:
        for place in _reached(span, places):
            played[place].add(role)
    for place, (start, end) in enumerate(pairwise(places)):
        yield Piece(
            paragraph.text[start - paragraph.start : end - paragraph.start],
            tuple(number for number, _ in over[place]),
            tuple(number for number, begins in over[place] if begins),
            tuple(sorted(played[place])),
        )


def _reached(span: Span, places: Sequence[int]) -> range:
    """The numbers of the pieces in a span, by the places where they begin."""
    return range(bisect_left(places, span.start), bisect_left(places, span.end))


def _roles(statement: Statement) -> Iterator[tuple[Span, str]]:
    yield from ((party.mention, "party") for party in statement.parties)
    yield from ((each.mention, "figure") for each in statement.quantities)
    yield from ((link.mention, "source") for link in statement.chain)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST) + 1 or start + _LONGEST
        yield start, cut
        start = cut
    yield start, end
