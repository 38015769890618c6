"""What is told only as what did not come, or should not: "dissuaded Peru from attacking", "nearly attacked"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.relating.relations import Relation
from dragoman.records import Span, Standing

#: Words without one of which there is no need to look.
_SOME = ("prevent", "deter", "dissuad", "discourag", "near", "almost", "close to", "avoid", "refrain", "rather than")
#: What is kept from coming; "stopped" may be said of what came, too. Who fails to do so tells that it came.
_KEPT = re.compile(
    r"(?P<failed>\b(?:not|never|failed|failing|unable|too late|n['’]t)(?: to)? )?"
    r"\b(?:prevent|deter|dissuad|discourag)(?P<done>r?ed)?(?:e|s|es|r?ing)? [^.,;:]{1,60}? from (?:[\w’'-]+ ){0,2}$"
)
#: What was near to come, and what was done in its stead.
_NEARLY = re.compile(
    r"\b(?:(?:nearly|almost)(?: (?:went to|declared|started))?"
    r"|(?:c[ao]me|coming) (?:very |so |[a-z]+ly )?close to|(?:narrowly )?avoid(?:ed|s|ing)?|refrain(?:ed|s|ing)? from"
    r"|(?i:rather than)) (?:(?:go|going|to|declaring|a|an|the|buy|buying) ){0,2}$"
)


def told(relations: Sequence[Relation], sentence: Span) -> list[Relation]:
    """The relations of a sentence, what was averted as denied, and what is to be averted as hypothetical."""
    if not any(word in sentence.text.lower() for word in _SOME):
        return list(relations)
    return [replace(each, standing=_standing(each, sentence)) for each in relations]


def _standing(one: Relation, sentence: Span) -> Standing:
    # What heads a list may tell it, and stands before the sentence.
    before = sentence.text[: max(one.trigger.start - sentence.start, 0)]
    kept = _KEPT.search(before) if one.standing in (Standing.ASSERTED, Standing.DENIED) else None
    if kept is not None and kept["failed"] is not None:
        return Standing.ASSERTED
    if one.standing is not Standing.ASSERTED:
        return one.standing
    if kept is not None:
        return Standing.DENIED if kept["done"] else Standing.HYPOTHETICAL
    return Standing.DENIED if _NEARLY.search(before) is not None else one.standing
