"""Where a sentence speaks of two or three without a noun: "both", "the two", "neither side", "the latter"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.codebook import cues
from dragoman.reading import clauses
from dragoman.reading.referring.phrases import Reference

#: Words without one of which there is no need to look.
_GUARDS = (
    "both", "either", "the two", "the three", "all three", "the four", "all four", "the pair", "the trio", "the latter",
    "the former", "between them",
)  # fmt: skip
#: Of how many such words speak, if not of two.
_NUMBERS = {"the three": 3, "all three": 3, "the trio": 3, "the four": 4, "all four": 4}
#: Verbs before which those stand who act; behind "both are" things may stand.
_VERB = (
    "(?:have|had|will|would|can|could|should|must|may|might|did|agree|agreed|deny|denied|denies|reject|rejected|rejects"
    f"|accept|accepted|accepts|signed|fought|met|{'|'.join(cues.past('speaking'))})"
)
#: What several do now, with what is done to somebody, or to what: of nouns, "the three state banks", nothing such
#: stands behind, nor of adjectives, "the two main"; and words that are none of all these.
_KINDS: tuple[cues.CueKind, ...] = ("telling", "others", "letting", "harming", "entering", "accusing", "denying")
_NO_VERB = (
    "(?:of|in|on|at|by|for|from|with|to|and|or|but|who|which|that|whose|where|when|as|between|into|over|under|after"
    "|before|while|since|until|during|against|than|nor|about|near|off|men|women|people|police|alone|together)"
)
_NOW = (
    rf"(?!{_NO_VERB}\b)[a-z]+(?:[a-rt-z]|ss)(?: (?:on|with|to|for))? (?:the|an?|that|to|its|their|it|him|her|them|each"
    r" other|one another)\b"
)
_TO_NAMED = "|".join(form for kind in _KINDS for form in cues.present(kind))
_NAMED = re.compile(rf" (?:{_TO_NAMED}) (?:the )?[A-ZÀ-Þ]")
_IS = r"(?:is|are|was|were|has|says) "
#: What one of two does now: of nouns, "the former rulers", nothing such stands behind.
_DOES = (
    r"[a-z]+(?:[^s\W]s|ed) (?:the|an?|that|its|their|it|them|no|all|most|more|some|each|every|nearly|about|only"
    r"|\d[\d.,]*)\b"
)
_AFTER_BETWEEN = (
    r"(?<=between the two)(?= (?:is|was|has|had|in|at|on|by|for|from|since|over|during|after|before|as|when|if|which"
    r"|and|but|began|ended|rose|fell|broke|last|this|next|late|early|earlier|again|ago|will|would|could|may|might|should"
    r"|to|reached|remain|stood|amounted|resumed?|soured|worsened|grew|dropped)\b)"
)
#: What stands before one of two who is no subject.
_OF_ONE = re.compile(r"\b(?:of|to|with|from|by|against|for|on) $")
_LONGEST_BEFORE = 10
_BARE = re.compile(
    r"\b(?:(?P<whole>both|(?:the|all) (?:three|four)|the (?:two|pair|trio))"
    rf"(?:(?P<acts>(?= (?:{_VERB}\b|{_NOW}))|(?<!both)(?<!all three)(?<!all four)(?= (?:are|were) ))"
    rf"|(?P<named>(?= (?:{_TO_NAMED}) ))|(?= (?:to|that|of|not|against)\b)|(?=[.,;:?!)”\"]|$)"
    rf"|{_AFTER_BETWEEN})"
    r"|(?<=between )them(?= (?!to\b|of\b)[a-z]|[.,;:)]|$)"
    r"|(?<!on )(?P<one>n?either (?:side|party|country|nation|government|capital|of them|of the two)(?! (?:of|in)\b))\b"
    rf"|the (?P<which>former|latter)(?:(?='s )|(?= {_VERB}\b)|(?= {_IS})|(?P<does>(?= {_DOES}))"
    r"|(?P<object>(?=[.,;:)]|$))))"
)


def find(text: str, lower: str) -> Iterator[Reference]:
    """The references to several parties, or to one of two, that have no noun of their own."""
    if any(word in lower for word in _GUARDS):
        for match in _BARE.finditer(lower):
            one = _reference(match, text)
            if one is not None:
                yield one


def _reference(match: re.Match[str], text: str) -> Reference | None:
    start, end = match.span()
    if match["which"] is not None:
        is_whose = _stands_for_one(match, text)
        return Reference(start, end, "description", "of pair", match["which"], number=2) if is_whose else None
    others = clauses.is_of_others(text, start)
    acts = match["acts"] is not None or (match["named"] is not None and _NAMED.match(text, end) is not None)
    stands = match["one"] is not None or others or text.endswith("between ", 0, start)
    if not stands and not (acts and clauses.opens(text, start)):
        return None
    if text.endswith("which ", 0, start):
        return None
    number = _NUMBERS.get(match["whole"], 2)
    return Reference(start, end, "plural", "pair", "both", number=number, others=others)


def _stands_for_one(match: re.Match[str], text: str) -> bool:
    """Whether "the former" or "the latter" stands by itself: before its verb, or behind what is of it or done to it."""
    if match["object"] is not None:
        return _OF_ONE.search(text, max(0, match.start() - _LONGEST_BEFORE), match.start()) is not None
    return match["does"] is not None or clauses.opens(text, match.start())
