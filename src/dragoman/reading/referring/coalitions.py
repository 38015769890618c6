"""Where a sentence speaks of states that fight together: "the coalition", "coalition aircraft"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.codebook import ambiguous
from dragoman.reading.referring.phrases import Reference, phrase_before

#: What a coalition has that fights, what one has that governs, and what else the former and the latter are called.
_FIGHTS = re.compile(
    r" (?:(?:air|combat|ground|military|naval|special) )?(?:forces|troops|aircraft|jets|planes|warplanes|air ?strikes"
    r"|soldiers|commanders|advis[eo]rs|personnel|operations)\b(?! (?:a|an|the|its|his|her|their|no|any)\b)"
)
_GOVERNS = re.compile(r" (?:government|partners?|talks|agreement|deal|part(?:y|ies)|of|that|led|between|with)\b")
_OF_COALITIONS = frozenset("international military global multinational western american-led u.s.-led us-led".split())
_GOVERNING = frozenset(
    """ruling governing opposition political electoral rebel left leftist right rightist centre-left centre-right
liberal conservative broad grand""".split()
)


def coalition(text: str, start: int, end: int) -> Iterator[Reference]:
    """ "The coalition", "coalition aircraft": states that fight together, but not parties that govern together."""
    phrase = phrase_before(text, start) if start else None
    is_definite = phrase is not None and phrase.determiner == "the" and not set(phrase.words) - _OF_COALITIONS
    first = phrase.start if phrase is not None and is_definite else start
    fights = _FIGHTS.match(text, end)
    if fights is not None and (is_definite or _is_plain(text, start)):
        yield Reference(first, fights.end(), "organisation", "coalition", "forces")
    elif fights is None and is_definite and not _GOVERNS.match(text, end):
        yield Reference(first, end, "organisation", "coalition", "coalition")


def _is_plain(text: str, start: int) -> bool:
    """Whether no word before says what kind of coalition it is: "ruling", "Islamist", "anti-"."""
    if start == 0:
        return True
    before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
    is_named = before[:1].isupper() and before not in ambiguous.openers() and before[-1:].isalnum()
    return text[start - 1] in ' “"(' and before.lower() not in _GOVERNING and not is_named
