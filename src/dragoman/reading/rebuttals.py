"""Statements that are denied behind where they are told: "Kinshasa says Rwanda arms them. Kigali denies it"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.reading.attributions import Replied
from dragoman.records import Document, Interval, Span, Standing, Statement

#: How often what is denied without being told again is told rightly.
RETOLD = 0.8
#: What was said is not denied by whom it was said of: "Kinshasa accuses Rwanda, which Kigali denies".
_SAID_OF = ("ACCUSE", "PROTEST")
#: Words by which something is told to be not so where it is told.
_NOT = re.compile(r"\b(?:not|never|no|nobody|none|neither)\b|n['’]t\b")
_DENIABLE = frozenset((Standing.ASSERTED, Standing.POSSIBLE, Standing.PLANNED))


@dataclass(frozen=True, slots=True)
class Claimed:
    """A statement, and the place of the word that says it."""

    statement: Statement
    trigger: Span


def answered(replied: Replied, sentence: Span, claimed: Iterable[Claimed], document: Document) -> Iterator[Statement]:
    """What is claimed, and what somebody denies of it: that in which he took part himself, as it is told before.

    The evidence is all from where it is told to where it is denied. What is seen to be denied, but in the name of who
    claims it, is claimed by him.
    """
    for each in claimed:
        told = each.statement
        if each.trigger.end > replied.start:
            yield told
            continue
        if told.standing is Standing.DENIED and told.chain and _is_plain(replied, sentence):
            told = replace(told, standing=Standing.ASSERTED)
        is_denied = _is_denied(replied, told)
        yield told if is_denied else each.statement
        if is_denied:
            yield _turned(replied, sentence, told, document)


def _is_plain(replied: Replied, sentence: Span) -> bool:
    """Whether what stands before a denial in its sentence is told without a word of denying."""
    before = sentence.text[: max(replied.start - sentence.start, 0)]
    return bool(before) and _NOT.search(before) is None


def _is_denied(replied: Replied, told: Statement) -> bool:
    code = replied.by.source.code
    acts, suffers = (any(party.code == code for party in side) for side in (told.actor, told.recipient))
    if code is None or told.standing not in _DENIABLE or any(link.source.code == code for link in told.chain):
        return False
    if acts:
        return bool(told.chain) or not replied.is_refusal
    return suffers and bool(told.chain) and not replied.is_own and told.type not in _SAID_OF


def _turned(replied: Replied, sentence: Span, told: Statement, document: Document) -> Statement:
    start = min(told.evidence.start, sentence.start)
    return replace(
        told,
        standing=Standing.DENIED,
        chain=(replied.by,),
        evidence=Span.of(document.text, start, sentence.end),
        occurred=told.occurred if told.occurred.text is not None else Interval(),
        certainty=round(told.certainty * RETOLD, 4),
    )
