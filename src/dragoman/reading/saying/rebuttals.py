"""Statements that are denied behind where they are told: "Kinshasa says Rwanda arms them. Kigali denies it"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.reading.saying.attributions import Replied
from dragoman.records import Document, Interval, Span, Standing, Statement

#: How often what is denied without being told again is told rightly.
RETOLD = 0.8
#: What is less certain than this is not told a second time: it would be wrong twice.
LEAST = 0.6
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

    The evidence is all from where it is told to where it is denied.
    """
    for each in claimed:
        told = _as_claimed(replied, sentence, each.statement)
        if each.trigger.end > replied.start or not _is_denied(replied, told):
            yield each.statement
        elif told is not each.statement or told.certainty * RETOLD >= LEAST:
            yield from (told, _turned(replied, sentence, told, document))
        else:
            yield told


def _as_claimed(replied: Replied, sentence: Span, told: Statement) -> Statement:
    """What is seen to be denied, in the name of who claims it, as he claims it."""
    is_claimed = told.standing is Standing.DENIED and told.chain and _is_plain(replied, sentence)
    return replace(told, standing=Standing.ASSERTED) if is_claimed else told


def _is_plain(replied: Replied, sentence: Span) -> bool:
    """Whether what stands before a denial in its sentence is told without a word of denying."""
    before = sentence.text[: max(replied.start - sentence.start, 0)]
    return bool(before) and _NOT.search(before) is None


def _is_denied(replied: Replied, told: Statement) -> bool:
    code = replied.by.source.code
    acts, suffers = (any(party.code == code for party in side) for side in (told.actor, told.recipient))
    if code is None or told.standing not in _DENIABLE:
        return False
    if any(link.source.code == code for link in told.chain):
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
