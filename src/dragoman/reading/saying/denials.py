"""Clauses that tell by whom something told before is denied: "reports that Chad left were denied by Niamey"."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.codebook import cues

_HEARSAY = (
    r"(?i:accounts?|accusations?|allegations?|assertions?|charges?|claims?|news|reports?|rumou?rs?|speculation|stories"
    r"|suggestions?)"
)
_VERBS = cues.past("denying")
_FORMS = tuple(dict.fromkeys((*_VERBS, *cues.finite("denying"))))
_DENIED = re.compile(
    rf"\b{_HEARSAY} (?:[^,.;]{{1,40}}? )?that (?P<said>[^.;]+?),? (?:was|were|is|are|has been|have been|had been) "
    rf"(?:[a-z]+ly )?(?P<cue>{'|'.join(_VERBS)})"
    r"(?: [^,.;]{1,30}?)? by (?P<by>(?:the |an? |its |their )?[\w.'’&-]+"
    r"(?: (?!(?:on|as|when|while|after|who)\b)[\w.'’&-]+){0,8})"
)
_BY = (
    r"(?P<by>(?:(?:the|an?|its|their|his|her) )?(?!(?:who|which|that)\b)[\w.'’&-]+"
    r"(?: (?!(?:who|which|that|said|says)\b)[\w.'’&-]+){0,7}?)"
)
_OFTEN = r"(?:(?:has|have|had|later|also|since|again|always|often|[a-z]+ly) ){0,3}"
_DENIES = rf"(?P<cue>{'|'.join(_FORMS)})"
_END = r"(?=[.,;:—”\"]|$| (?:on|in|as|at|and|but|through|yesterday|today|outright|again|when|while|after|last|this)\b)"
_WHICH = r"(?:the|this|that|these|those|any|such|all|both)(?: such)? (?:[a-z-]+ )?"
_OWN = (
    r"(?:(?:any|all) )?(?:[a-z]+ )?(?P<own>involvement|responsibility|role|wrongdoing|part in it|complicity"
    r"|(?:having done|doing) so)"
)
_WAS = "(?:was|were|is|are|has been|have been|had been)"
_AND = r"(?i:(?:but|and|yet|though|although|while|however),? )?"
#: Who denies "it", "the claim" or "any role", at the head of a sentence or behind what he denies; and a clause that is
#: joined to what he denies: "which Kigali denies", "a charge denied by Kigali".
_REPLIES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:^|(?:,|;|—) ){_AND}(?i:{_BY}) {_OFTEN}{_DENIES} "
        rf"(?:(?P<bare>this|that|it|them)|{_WHICH}{_HEARSAY}|{_OWN}){_END}",
        rf", (?:something|which|(?:an? |the )?(?:[a-z]+ )?{_HEARSAY}(?: that| which)?) {_BY} {_OFTEN}{_DENIES}{_END}",
        rf"(?:^{_AND}(?i:{_WHICH})|, (?:an? |the |all )?(?:[a-z]+ )?){_HEARSAY} "
        rf"(?:(?:that |which )?{_WAS} )?{_OFTEN}{_DENIES} by (?i:{_BY}){_END}",
    )
)
#: What may be refused as well, so that "rejected this" need not be of what is told.
_REFUSING = ("reject", "dismiss", "dispute")


class Denial(NamedTuple):
    """A clause that denies what stands before it, by places in the sentence; its verb is part of what is `said`, for it
    may be that which tells that a thing is not so.
    """

    said: tuple[int, int]
    cue: tuple[int, int]
    source: tuple[int, int]


def find(text: str) -> Denial | None:
    """Who denies a report that a sentence tells, if that is said behind it."""
    if " by " not in text or " that " not in text or not any(verb in text for verb in _VERBS):
        return None
    match = _DENIED.search(text)
    if match is None:
        return None
    start = match.start("by")
    return Denial(
        (match.start("said"), match.end("cue")), match.span("cue"), (start, start + len(match["by"].rstrip(".")))
    )


def is_denying(cue: str) -> bool:
    """Whether somebody denies what stands before these words, and so does not say it."""
    return cue.lower().startswith(_FORMS)


class Reply(NamedTuple):
    """A clause that denies what stands before it, by places in the sentence; one that starts the sentence denies the
    sentence before.

    `is_own`: it is what whoever replies has done himself ("any role"). `is_refusal`: it may be of a proposal, if nobody
    said what stands before.
    """

    start: int
    cue: tuple[int, int]
    source: tuple[int, int]
    is_own: bool
    is_refusal: bool


def reply(text: str) -> Reply | None:
    """The clause of a sentence, or the sentence, by which somebody denies what was told before it."""
    if not any(verb in text for verb in _FORMS):
        return None
    match = next((found for each in _REPLIES if (found := each.search(text)) is not None), None)
    if match is None:
        return None
    parts = match.groupdict()
    start = match.start("by")
    return Reply(
        match.start(),
        match.span("cue"),
        (start, start + len(match["by"].rstrip("."))),
        is_own=parts.get("own") is not None,
        is_refusal=parts.get("bare") is not None and match["cue"].startswith(_REFUSING),
    )
