"""What a sentence does not tell but speaks of: what is to end or was settled, what a court judged, what a heading is
about, and what a correction takes back.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading.relating.relations import Relation
from dragoman.records import Span, Standing

#: Ties that somebody may leave.
_LEFT = frozenset(("security", "alliance", "membership"))
#: That somebody will leave what he is in, or end it: "is likely to withdraw from".
_LEAVING = re.compile(
    r"\b(?:to|may|might|could|will|would) (?:also |soon |even |formally )?(?:withdraw|pull out|leave|quit|exit|suspend"
    r"|abandon|scrap|terminate|end|freeze|sever)\b"
)
#: What goes on to something else than is left: "to leave the bloc and sign a pact with Fiji".
_ANOTHER = re.compile(r"[.;:,]|\b(?:after|and|as|because|but|or|so|that|which|while|who)\b")
#: A quarrel as what is judged, and that somebody judges.
_JUDGED = frozenset("argument case claim claims contested disagreement dispute disputed disputes quarrel row".split())
_COURT = re.compile(r"\b(?:[Cc]ourts?|[Tt]ribunals?|[Jj]udges|[Aa]rbitrat\w+|(?:WTO|World Trade Organi[sz]ation))\b")
_JUDGING = re.compile(
    r"\b(?:rul(?:e[sd]?|ings?)|judge?ments?|verdicts?|award(?:s|ed)?|arbitrat\w+|adjudicat\w+|jurisdiction|found|sided"
    r"|decid(?:es?|ed)|dismissed|settled|submitted)\b"
)
#: What stands before a quarrel that is over.
_SETTLED = re.compile(
    r"\b(?:settl(?:e|es|ed|ing)|end(?:s|ed|ing)?|resolv(?:e|es|ed|ing)|overc[ao]me|defus(?:e|es|ed|ing)) (?:an?|the"
    r"|their|its|that|this)(?: [\w-]+){0,3} $"
)
#: A heading that says what is explained below it, and the nouns for that.
_TOPIC = re.compile(
    r"(?i)(?:explainer|backgrounder|factbox|fact sheet|q ?& ?a|faq|timeline|primer|in brief)\b.*"
    r"|(?:what|why|how|who|where|when|understanding|inside) .*"
    r"|.*(?:,|:|\s[–—-])? ?(?:explained|in (?:charts|maps|numbers|five (?:points|questions)))\.?"
    r"|.*: (?:what|why|how|a (?:short |brief )?(?:timeline|history|guide|primer)) .*"
)
_TOPICS = frozenset(
    """clash clashes conflict crisis disagreement dispute feud friction odds quarrel rift rivalry row spat standoff
stand-off tension tensions war""".split()
)
#: What a text said before it was corrected.
_EARLIER = re.compile(
    r"\b(?:an?|the) (?:earlier|previous|original|initial|prior|first|former) versions? of (?:this|the|our|that)\b"
    r"|\b(?:this|the) (?:article|story|report|post|text|piece|item|dispatch|column)(?: had)?"
    r" (?:originally|initially|incorrectly|wrongly|mistakenly|erroneously)\b",
    re.IGNORECASE,
)


def without(relations: Sequence[Relation], sentence: Span) -> list[Relation]:
    """The relations of a sentence but those that it only speaks of."""
    if not relations:
        return []
    text = sentence.text
    kinds = {each.type for each in relations}
    earlier = _EARLIER.search(text) if "ersion" in text or "ly" in text else None
    leaving = None if _LEFT.isdisjoint(kinds) else _LEAVING.search(text)
    quarrels = "hostility" in kinds
    judging = _JUDGING.search(text) if quarrels and _COURT.search(text) is not None else None
    heads = quarrels and not text.endswith((".", "!", "”", '"')) and _TOPIC.fullmatch(text) is not None
    return [
        each
        for each in relations
        if not (
            (earlier is not None and _is_behind(each, earlier.start(), sentence))
            or (leaving is not None and _is_to_end(each, leaving.end(), sentence))
            or (judging is not None and _is_behind(each, judging.start(), sentence) and _is_quarrel(each, _JUDGED))
            or (_is_quarrel(each, _TOPICS | _JUDGED) and _is_settled(each, sentence))
            or (heads and _is_quarrel(each, _TOPICS))
        )
    ]


def _is_behind(one: Relation, start: int, sentence: Span) -> bool:
    return one.trigger.start - sentence.start > start


def _is_to_end(one: Relation, start: int, sentence: Span) -> bool:
    """Whether a tie is told only as what somebody will leave."""
    if one.type not in _LEFT or one.standing is not Standing.ASSERTED:
        return False
    place = one.trigger.start - sentence.start
    return place > start and _ANOTHER.search(sentence.text, start, place) is None


def _is_settled(one: Relation, sentence: Span) -> bool:
    return _SETTLED.search(sentence.text, 0, max(one.trigger.start - sentence.start, 0)) is not None


def _is_quarrel(one: Relation, nouns: frozenset[str]) -> bool:
    return one.type == "hostility" and one.trigger.text.lower() in nouns
