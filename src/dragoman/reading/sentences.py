"""A document's paragraphs and sentences, as spans of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import sentencex

from dragoman.records import Span

#: Longer sentences are cut where the encoder would stop looking; mostly lists and quotations of several sentences.
LONGEST = 600
#: A longer paragraph is cut into sentences part by part, as far as what follows in the part can tell where one begins.
PARAGRAPH = 100_000
PART = 20_000
UNSURE = 2_000
_AFTER_PARENTHESIS = re.compile(r"(?<=[.!?]\))\s+(?=[“\"‘(]?[A-Z0-9])")
#: The one month that is no abbreviation, though the rules of English take it for one.
_AFTER_MAY = re.compile(r"(?<=\bMay\.)\s+(?=[“\"‘(]?[A-Z])")
_INNER_END = re.compile(r"(?<=[.!?;…])[“”\"'’)]*\.?\s+(?=[“\"'‘(]?[A-Z0-9])|(?<=;)\s+|(?<!\s)\s+(?=[•▪–—] )")

#: Titles that are cut short before a name, which the rules of English do not know: "Amb. Ana Paz".
_TITLE = re.compile(
    r"(?:\b(?:Ambs?|Attys?|Arq|Barr|Bro|Cdr|Cdte|Cllr|Clr|Cmdt|Cnel|Cpt|Dep|Dipl|Dra|Dy|Engr?|Er|Excmo|Fmr|Gral|Grl|Hj|Ing|Ir"
    r"|Lcd[ao]|Lic|Mgr|Ms|Mx|Profa|Revd|Sgto|Sh|Smt|Sqn|Sras?|Sres|Srta|Ste|Tcnel|Tte|Ven|Wg|Gp|Alh|Pst|Ft|Pto|[Aa]pprox|H\.[EHM]|S\.E)"
    r"|-(?:Adm|Col|Gen|Gov|Pres|Sec|Sen))\.\s*$"
)
#: Words that are cut short before a number or in the middle of a sentence, and those that may end one before a number.
_BEFORE_NUMBER = re.compile(
    r"\b(?:max|est|incl|excl|avg|vols?|figs|paras?|arts|ch|resp|Tues|Thurs)\.\s*$", re.IGNORECASE
)
_AMID = re.compile(r"\b(?:gov'?t|int'?l|nat'?l|mn|bn|tn|mln|bln|trln|km|hrs|mins|pop)\.\s*$", re.IGNORECASE)
#: A letter that opens no sentence; "al-Shabaab" may.
_SMALL = re.compile(r"[a-z](?!\w{0,2}-[A-Z])")
#: A time of the day, and the day or the zone behind it.
_HOUR = re.compile(r"\b[ap]\.m\.\s*$")
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November"
    r"|December|GMT|UTC|BST|CES?T|EES?T|E[DS]?T|C[DS]T|P[DS]?T|MSK|IST|WAT|EAT|CAT|JST|KST|HKT|SGT|PKT|PHT|WIB|AE[DS]T|NZ[DS]T"
    r"|(?!(?:This|That|Next|Last|Each|Every|Some|Any|All|No|First|By)\b)[A-Z]\w+(?: [A-Z]\w+)?"
    r"(?: (?:standard|daylight|summer))? time)\b"
)
#: Letters of one word, which no space parts: "anti-U.S."
_INITIAL, _NEXT_INITIAL = re.compile(r"\b[A-Z]\.$"), re.compile(r"[A-Z]\.")
#: What stands between a dateline and the text, where the full stop ends the dateline alone: "(EFE).- Spain".
_DASH = re.compile(r"[-–—]")
#: What an item of a list begins with, before which no line was broken.
_ITEM = re.compile(r"\s*(?:[-–—•▪*·‣◦]|\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)])\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the number of its paragraph in the document, and whether it opens the paragraph."""

    span: Span
    paragraph: int
    first: bool


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text in order; what lies between them is white space."""
    for number, (start, end) in enumerate(paragraphs(text)):
        for position, span in enumerate(_sentences(text, start, end)):
            yield Sentence(span, number, position == 0)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs stand: lines, or runs of lines in a text whose lines were broken at a fixed width."""
    end_of_paragraph = r"\n\s*\n" if hard_wrapped(text) else r"\n"
    start = 0
    for match in [*re.finditer(end_of_paragraph, text), None]:
        end = match.start() if match else len(text)
        if text[start:end].strip():
            yield start, end
        start = match.end() if match else end


def hard_wrapped(text: str) -> bool:
    """Whether lines were broken at a fixed width, so that a line is no paragraph."""
    lines = text.split("\n")
    followed = [(line, after) for line, after in pairwise(lines) if line.strip() and after.strip()]
    broken = [
        line
        for line, after in followed
        if 40 < len(line) < 100 and line.rstrip()[-1] not in '.!?:”"' and _ITEM.match(after) is None
    ]
    return len(followed) > 4 and len(broken) > 0.6 * len(followed)


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    for first, last in _whole(text, start, end):
        for one, two in _cut(text, first, last):
            yield from _stripped(text, one, two)


def _whole(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph, with those joined that an abbreviation cut in two."""
    opened = start
    for first in _begun(text, start, end):
        if first > opened and not _goes_on(text, first):
            yield opened, first
            opened = first
    yield opened, end


def _begun(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences of a paragraph begin by the rules of English.

    These take the square of a paragraph's length in other scripts, so that a long one is gone through in parts, each
    from a place on where a sentence begins; in the midst of one that is longer than a part, none does.
    """
    is_within = False
    while end - start > PARAGRAPH:
        found = _starts(text, start, start + PART)[is_within:]
        sure = [first for first in found if first < start + PART - UNSURE]
        yield from sure[:-1]
        is_within = len(sure) < 2 - is_within
        if is_within:
            yield from sure
        start = start + PART if is_within else sure[-1]
    yield from _starts(text, start, end)[is_within:]


def _starts(text: str, start: int, end: int) -> list[int]:
    return [start + each["start_index"] for each in sentencex.get_sentence_boundaries("en", text[start:end])]


def _goes_on(text: str, at: int) -> bool:
    """Whether what stands before a place is cut short, so that no sentence ends there."""
    before = text[max(0, at - 14) : at]
    if "." not in before[-3:]:
        return False
    if _INITIAL.search(before) is not None and _NEXT_INITIAL.match(text, at) is not None:
        return True
    if _DASH.match(text, at):
        return not before[-1].isspace()
    if text[at : at + 1].isdigit():
        return _BEFORE_NUMBER.search(before) is not None or _TITLE.search(before) is not None
    if _SMALL.match(text, at):
        return any(each.search(before) for each in (_BEFORE_NUMBER, _AMID, _TITLE, _HOUR))
    return _TITLE.search(before) is not None or (_HOUR.search(before) is not None and _DAY.match(text, at) is not None)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence whole, or in parts: after a parenthesis, where a quotation mark is missing, or if it is too long."""
    words = text[start:end]
    ends = _AFTER_PARENTHESIS if words.count("“") == words.count("”") else _INNER_END
    breaks = [start, *(match.end() for match in ends.finditer(text, start, end)), end]
    if "May. " in words:
        breaks = sorted({*breaks, *(match.end() for match in _AFTER_MAY.finditer(text, start, end))})
    for first, last in pairwise(breaks):
        yield from _short(text, first, last)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What the encoder can look at at once."""
    if end - start <= LONGEST:
        yield start, end
        return
    last = start
    for match in _INNER_END.finditer(text, start, end):
        if match.end() - last > LONGEST // 3:
            yield from _blunt(text, last, match.end())
            last = match.end()
    yield from _blunt(text, last, end)


def _blunt(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What has no place to cut is cut by length, between words if there are, so that no text costs more than its
    length.
    """
    while end - start > LONGEST * 2:
        space = text.rfind(" ", start + LONGEST, start + LONGEST * 2)
        last = space + 1 if space >= 0 else start + LONGEST * 2
        yield start, last
        start = last
    yield start, end


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    first = start + len(words) - len(words.lstrip())
    words = words.strip()
    if words:
        yield Span(first, first + len(words), words)
