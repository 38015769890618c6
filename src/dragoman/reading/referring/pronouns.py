"""The pronouns of a sentence that stand for a party: "he", "it", "they", "we"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.codebook import ambiguous, traits
from dragoman.reading import clauses
from dragoman.reading.referring.phrases import Reference

#: Pronouns behind what may stand before them, so that they are not looked for inside words.
PRONOUNS = frozenset(
    f"{before}{word}"
    for before in " “\"(‘'—"
    for word in ("he", "she", "him", "it", "they", "we", "our", "us", "its", "their")
)
#: "It is clear that", "it rained": nobody is meant.
_IDLE = re.compile(
    r" ?(?:is|was|'s|'d|will be|would be|had been|has been|may be|might be|seem|appear|remain|turned out|turns out"
    r"|happen|rain|snow|emerge|transpire|matter|c[ao]mes? to|(?: to| in| on| at| with| for| from| as| by| off| out| up"
    r"| all| and| or)\b|[.,;:!?)”\"])",
    re.IGNORECASE,
)
#: What is done to states and organisations rather than to things, before an "it" that is no subject.
_DONE_TO = re.compile(
    r"\b(?:(?:s[eo]ll(?:ing)?|sold|exports?|ties|relations|war|trade|border|peace|agreement|deal|alliance|talks"
    r"|suppl(?:y|ies)|sanctions|attacks?|troops|arms|weapons|aid|loans?|credit) (?:to|with|against|from|on)"
    r"|recogni[sz]ed?|lend|lent|lends|sell|sold|sells|suppl(?:y|ied|ies)|arm(?:ed|s)?|thank(?:ed|s)?|warn(?:ed|s)?"
    r"|accus(?:e|es|ed|ing)|attack(?:ed|s)?|invad(?:e|es|ed|ing)|threaten(?:ed|s)?|help(?:ed|s)?|join(?:ed|s)?"
    r"|isolat(?:e|es|ed)|gave|give|gives|offer(?:ed|s)?|urg(?:e|es|ed)|sanction(?:ed|s)?|support(?:ed|s)?"
    r"|expel(?:led|s)?) $"
)
#: "Our" before what only a state has, so that it is that of a state whose own paper prints it.
OURS = "our state's"
_OF_STATE = re.compile(
    r" (?:[a-z]+ )?(?:country|nation|homeland|motherland|government|[Pp]resident|[Pp]rime [Mm]inister|[Mm]inister of"
    r"|[Ff]oreign [Mm]inist(?:er|ry)|army|armed forces|military|navy|air force|troops|soldiers|ambassador|embassy"
    r"|parliament|borders?|territory|sovereignty|Party and (?:State|Government|people))\b"
)
#: The words behind "its" among which what is owned is looked for.
_OWNED = re.compile(r"((?: [\w-]+){1,3})")
#: "I" in front of a verb, and what it numbers.
_I = re.compile(r"(?<![\w.-])I(?='| [a-z])")
#: "You" that is somebody asked, and not anybody: "as you know", "you see".
_YOU = re.compile(r"\b(?<!as )[Yy]our?\b(?! (?:know|see|mean|said|say|think|believe|personally|yourself)\b)")
_NUMBERED = frozenset("annex article category chapter class part phase section stage title type".split())


def pronoun(text: str, start: int, end: int) -> Reference | None:
    """The reference that the pronoun at a place is, if it stands for somebody."""
    word = text[start:end].lower()
    if word in ("we", "our", "us"):
        own = OURS if word == "our" and _OF_STATE.match(text, end) else word
        return None if text[start:end].isupper() else Reference(start, end, "pronoun", "we", own)
    if word in ("its", "their"):
        return _possessive(text, start, end)
    if word == "they":
        return Reference(start, end, "plural", "they", word) if clauses.opens(text, start) else None
    if word != "it":
        return Reference(start, end, "pronoun", "pronoun", word, person=True, reported=clauses.reports(text, start))
    told = clauses.opens(text, start) or clauses.opens_behind_phrase(text, start, end)
    told = told and not _IDLE.match(text, end)
    if not told and _DONE_TO.search(text, max(0, start - 30), start) is None:
        return None
    more = not told and clauses.does_more(text, start)
    return Reference(start, end, "pronoun", "pronoun", word, reported=clauses.reports(text, start), goes_on=more)


def _possessive(text: str, start: int, end: int) -> Reference | None:
    """ "Its" or "their" at the head of a clause, before what states have: "Its gas exports fell"."""
    owned = _OWNED.match(text, end) if clauses.opens(text, start) else None
    if owned is None or traits.belongings().isdisjoint(owned[1].lower().split()):
        return None
    if text[start:end].lower() == "their":
        return Reference(start, end, "plural", "they", "their")
    return Reference(start, end, "pronoun", "pronoun", "its")


def first_persons(text: str) -> Iterator[Reference]:
    """Each "I" of somebody who speaks."""
    if "I " in text or "I'" in text:
        for match in _I.finditer(text):
            if not _is_numbered(text, match.start()):
                yield Reference(*match.span(), "pronoun", "we", "i")


def _is_numbered(text: str, start: int) -> bool:
    """Whether an "I" is the number of what stands before it: "World War I", "phase I"."""
    before = text[text.rfind(" ", 0, max(start - 1, 0)) + 1 : start].strip("“\"(' ")
    is_name = before[:1].isupper() and before not in ambiguous.openers() and before[-1:].isalnum()
    return is_name or before.lower() in _NUMBERED


def second_persons(text: str) -> Iterator[Reference]:
    """Each "you" and "your" of somebody who asks."""
    if "ou" in text:
        for match in _YOU.finditer(text):
            yield Reference(*match.span(), "pronoun", "you", "you")
