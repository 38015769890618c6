"""Clauses in which one source cites another, and clauses that stand behind what they report."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORDS = r"[\w.'’&-]+(?: [\w.'’&-]+)"
#: "Kyodo cited officials as saying", "officials were quoted by Kyodo as saying", "... as saying by Kyodo".
_ACTIVE = re.compile(
    rf"[,”\"’] (?:as )?(?P<outer>{_WORDS}{{0,6}}?) (?P<cue>(?:has |have |had )?(?:quot|cit)(?:ed|es?)) "
    rf"(?P<inner>{_WORDS}{{0,9}}?) as (?:saying|stating|telling \w+)\b"
)
_PASSIVE = re.compile(
    rf"(?:^|[,”\"’] )(?P<inner>{_WORDS}{{0,9}}?) (?P<cue>(?:was|were|is|are|has been|have been|been) (?:quoted|cited))"
    rf"(?: by (?P<by>{_WORDS}{{0,6}}?))? as (?:saying|stating|telling \w+)"
    rf"(?: by (?P<outer>{_WORDS}{{0,6}}?)(?=[.,;]|$))?"
)
#: What opens a clause that goes on from the one before it: what is said in it is not what stands before.
_JOINED = re.compile(r"(?i)(?:and|but|while|whereas|who|which|after|when|with)\b")
_TIME = (
    r"(?: (?:on|in|at|late|early|earlier|during|after|through|via|this|last|yesterday|today"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?:(?! that )[^,.;:“”\"]){0,40})?"
)
_FEW = "one|two|three|four|five|six|several|some|many"
#: A sentence behind a clause that reports what stands before it: a time, and what the source adds.
_REST = re.compile(rf"{_TIME}(?:[.,;]|$)")
#: The same where the sentence ends, be it with whom the source cites or what he does by saying so, "accusing them", or
#: with what went on meanwhile or before; and where it is said who was told.
_END = re.compile(
    rf"{_TIME}(?:,? (?:citing|quoting) [^.;:“”\"]+|, (?:[a-z]+ly )?(?!during\b)[a-z]+ing\b[^;:“”\"]+"
    rf"|,? (?:with|as|after|amid|following|despite|(?:an?|{_FEW}) (?:hour|day|week|month|year)s? (?:after|before))"
    r" [^;:“”\"]+"
    r")?[.]?[”\"]?$"
)
_TOLD = re.compile(rf"[\w’'-]*(?: (?!that\b)[\w’'.-]+){{0,5}}?{_TIME}[.]?[”\"]?$")
#: Who is named behind a source as the one that quotes it: "a colonel quoted by Asia-Plus".
_QUOTED_BY = re.compile(
    r"(?P<inner>[^,.;:]{3,80}?),? (?:quoted|cited) by (?P<outer>(?:the )?[A-ZÀ-Þ][\w’'&-]*(?: [A-ZÀ-Þ][\w’'&-]*){0,4})"
)
#: Who it is that something is according to.
_NO_NAME = r" (?:citing|quoting|cited|quoted|who|which|that|seen|published|released)\b"
_ACCORDING = re.compile(
    rf"(?i)according to (?P<source>(?:(?!{_NO_NAME})[^,;:()“”\"]){{3,80}}?)(?=[,;:()“”\"]|\.?$|{_NO_NAME})"
)
_BEFORE = re.compile(r",[”\"’]? (?:as )?$")
_MARKS = '”"’'


class Citing(NamedTuple):
    """A clause in which a source is cited, by places in the sentence; `reported` ends what stands before it and is
    reported by it.
    """

    end: int
    inner: tuple[int, int]
    outer: tuple[int, int] | None
    cue: tuple[int, int]
    reported: int | None


def find(text: str) -> Citing | None:
    """The clause of a sentence in which a source is cited, if it stands behind what it reports or is passive."""
    if " as " not in text or not ("quote" in text or "cite" in text):
        return None
    match = _ACTIVE.search(text) or _PASSIVE.search(text)
    if match is None or _JOINED.match(match["outer"] or match["inner"]):
        return None
    behind = match.start() > 0 and _REST.match(text, match.end()) is not None
    if not behind and match.re is _ACTIVE:
        return None
    by = "by" if match.re is _PASSIVE and match["by"] else "outer"
    outer = (match.start(by), match.start(by) + len(match[by].rstrip("."))) if match[by] else None
    reported_ = _end(text, match.start()) if behind else None
    return Citing(match.end(), match.span("inner"), outer, match.span("cue"), reported_)


def quoted_by(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Who quotes a source that stands at a place, and the source alone: "Reuters" and "a report" of "a report cited by
    Reuters", of which the place may be any part that holds the source.
    """
    if "ed by " not in text:
        return None
    match = _QUOTED_BY.match(text, start)
    return None if match is None or end < match.end("inner") else (match.span("outer"), match.span("inner"))


def according(text: str, start: int) -> tuple[int, int] | None:
    """Where the source stands of "according to", which begins at a place."""
    match = _ACCORDING.match(text, start)
    return None if match is None else match.span("source")


def reported(text: str, source: int, end: int, *, told: bool) -> int | None:
    """Where ends what a last clause reports that stands before it, given where its source begins and its cue ends.

    `told`: the cue says who was told.
    """
    before = _BEFORE.search(text, max(0, source - 6), source)
    if before is None or before.start() == 0 or (_TOLD if told else _END).match(text, end) is None:
        return None
    return _end(text, before.start())


def _end(text: str, mark: int) -> int:
    """The end of what stands before a comma or a quotation mark, which is part of it."""
    while text[mark : mark + 1] == "," and text[mark + 1 : mark + 2] in tuple(_MARKS):
        mark += 1
    return mark + 1 if text[mark] in _MARKS else mark
