"""Numbers that mean something: their bounds, unit and base, as the words give them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from dragoman.codebook.chances import numbers
from dragoman.codebook.units import CHANGES, UNIT_WORDS, UNITS
from dragoman.reading.figures import amounts, changes, shares
from dragoman.reading.figures.numerals import NUMERALS
from dragoman.records import Quantity, Span

_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]+")
_BASE = re.compile(r"\s+of\s+(?P<base>(?:the\s+|all\s+)?.+)", re.DOTALL)
#: A base as it stands behind its share in the row of a table: "69% Peru's arms imports 2016–2020".
_ROW_BASE = re.compile(r"(?<=%)\s+(?P<base>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*)*['’]s? [^\d.,;:]+)")
#: Where a base ends: at punctuation, or at a word that begins another phrase.
_BASE_END = re.compile(
    r"[.,;:!?()\[\]“”\"—]|\s[–-]\s|\sof\s(?=[^\sA-Za-z]*\d)|\s(?:in|from|over|through|via|by|for|to|at|on|during|since|under|with|worth|without|within|between|across|before|after|until"
    r"|it|he|she|they|we|and|or|but|while|whereas|as|than|that|which|who|whose|where|when|is|are|was|were|be|been|has|have|had|will|would|may|can|could"
    r"|come|comes|came|go|goes|went|flow|flows|pass|passes|passed|originate\w*|account\w*|comprise\w*|last|this|each|every)\b",
    re.IGNORECASE,
)
_VERB = rf"(?:{CHANGES}|is|are|was|were|has|have|had|will|would|may|could|reach\w*|stands?|stood|remain\w*|amount\w*|fluctuat\w*)"
_WORDS = rf"(?:(?!{_VERB}\b|in\b)[^\W\d][\w’'.&-]*\s){{1,8}}"
#: A base before its share: "the share of Russian gas in its imports fell to 12 percent", "its share of arms imports".
_SHARE_BASE = re.compile(
    rf"\bshare\s(?:of\s{_WORDS}in\s|of\s|in\s)(?P<base>{_WORDS}){_VERB}\b(?:(?!\b(?:and|but|while|whereas)\b)[^.,;:]){{0,60}}$",
    re.IGNORECASE,
)
_FARTHEST_SHARE = 200
#: What stands between a figure and the one that it is not.
_NOT = re.compile(r"\d\D{0,60}?(?:,|;|—|\band|\bbut) (?:and )?not (?:the )?$")
_FARTHEST_NOT = 100
#: The period of a rate, behind what is measured.
_PERIOD = re.compile(
    r"\s(?:(?:a|an|per|each|every)\s(?P<each>second|day|week|month|year)|(?P<ly>daily|monthly|annually|yearly))\b"
    r"(?!\s(?:earlier|ago|before|later)\b)",
    re.IGNORECASE,
)
_EACH = {"daily": "day", "monthly": "month", "annually": "year", "yearly": "year"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as found, before its owner is resolved: `base` is the span of what it is a share or an amount of."""

    quantity: Quantity
    base: Span | None


def find(text: str, offset: int = 0) -> list[Figure]:
    """The quantities named in a text, in order; numbers that neither have a unit nor count anything are left alone.

    Of a change what holds now is told, and what held before if the words behind it say when.
    """
    words = _WORD.findall(text.lower())
    if _DIGIT.search(text) is None and NUMERALS.isdisjoint(words):
        return []
    found = sorted(_different(text, frozenset(words), offset), key=lambda each: each.mention.start)
    before = changes.replaced(text, found, offset)
    bases = [_base(text, each.mention.end - offset, offset) for each in found]
    if "share" in words:
        bases = [base or _base_before(text, each, offset) for base, each in zip(bases, found, strict=True)]
    for old, new in before.items():
        bases[new] = bases[new] or bases[old]
        bases[old] = bases[old] or bases[new]
    figures = [_rated(Figure(*each), text, offset) for each in zip(found, bases, strict=True)]
    for old, new in before.items():
        figures[old] = _measured_like(figures[old], figures[new])
    undated = {number for number in before if not changes.is_dated(text, found[number].mention.end - offset)}
    return [
        each for number, each in enumerate(figures) if number not in undated and not _is_refuted(each, text, offset)
    ]


def _is_refuted(figure: Figure, text: str, offset: int) -> bool:
    """Whether a figure is told as what it is not: "60 percent, not 90 percent"."""
    start = figure.quantity.mention.start - offset
    return _NOT.search(text, max(0, start - _FARTHEST_NOT), start) is not None


def _different(text: str, words: frozenset[str], offset: int) -> Iterator[Quantity]:
    """The quantities that do not overlap: shares first, for there are numbers in them."""
    found: list[Quantity] = []
    # A probability measures nothing that is between two parties.
    chances = [Span(start + offset, end + offset, text[start:end]) for start, end in numbers(text)]
    for each in chain(shares.find(text, words, offset), amounts.find(text, offset)):
        if not any(each.mention.overlaps(other) for other in chances) and not any(
            each.mention.overlaps(other.mention) for other in found
        ):
            found.append(each)
    return iter(found)


def measures(figure: Figure) -> bool:
    """Whether a figure can measure what is between two parties: "a two-day visit" and "the two countries" do not."""
    quantity = figure.quantity
    return UNITS[quantity.unit].kind != "duration" and not (quantity.unit == "country" and figure.base is None)


def _base(text: str, end: int, offset: int) -> Span | None:
    """What the number is a share or an amount of: the words after "of" up to the end of their phrase."""
    match = _BASE.match(text, end) or _ROW_BASE.match(text, end)
    if match is None:
        return None
    if match.re is _ROW_BASE:
        return _trimmed(text, match.start("base"), match.end("base"), offset)
    start = match.start("base")
    stop = _BASE_END.search(text, start)
    return _trimmed(text, start, stop.start() if stop else len(text), offset)


def _base_before(text: str, quantity: Quantity, offset: int) -> Span | None:
    """What the number is a share of where that is named as a share before it."""
    start = quantity.mention.start - offset
    if quantity.unit != "percent":
        return None
    match = _SHARE_BASE.search(text, max(0, start - _FARTHEST_SHARE), start)
    return _trimmed(text, match.start("base"), match.end("base"), offset) if match is not None else None


def _rated(figure: Figure, text: str, offset: int) -> Figure:
    """A rate whose period stands behind what it is of: "4 million cubic metres of gas a day"."""
    base, quantity = figure.base, figure.quantity
    behind = quantity.mention.end - offset if base is None else base.start - offset
    period = _PERIOD.match(text, behind) if base is None else _PERIOD.search(text, behind, base.end - offset)
    if period is None:
        return figure
    each = period["each"] or _EACH[period["ly"].lower()]
    named = (f"{word} {a} {each}".lower() for word in UNITS[quantity.unit].words for a in ("a", "per"))
    rate = next((UNIT_WORDS[name] for name in named if name in UNIT_WORDS), None)
    if rate is None:
        return figure
    words = None if base is None else _trimmed(text, behind, period.start(), offset)
    return Figure(replace(quantity, unit=rate), words)


def _measured_like(old: Figure, new: Figure) -> Figure:
    """What held before, of which only the number is said: "to 13 million barrels a day from 30 million in 2014"."""
    is_bare = old.quantity.unit == "item" and old.quantity.counted is None
    return replace(old, quantity=replace(old.quantity, unit=new.quantity.unit)) if is_bare else old


def _trimmed(text: str, start: int, end: int, offset: int) -> Span | None:
    words = text[start:end].rstrip()
    return Span(start + offset, start + offset + len(words), words) if words else None
