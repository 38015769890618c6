"""Sentences that go on from what stands before them: the items of a list, "The Peruvian side: - thanked Chile", and
what names one party where the sentence before names the other: "Peru signed an accord with Chile. Fiji joined it."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from dragoman.reading.encoder import Encoded
from dragoman.reading.mentions import Mention
from dragoman.reading.relating.relations import Relation, may_relate
from dragoman.reading.saying import denials
from dragoman.reading.sentences import Sentence
from dragoman.records import Quantity, Span, Standing

#: What an item begins with: a sign, a number or letter, the small letter of words that go on, or a name with a figure.
_MARK = re.compile(
    r"(?:(?P<sign>[-–—•▪*·‣◦])|(?P<digits>\(?\d{1,2}[.)])|(?P<roman>\(?[ivx]{1,4}[.)])|(?P<letter>\(?[a-z][.)]))\s+"
    r"|(?P<plain>)(?=[a-z])"
    r"|(?P<row>)(?=[A-ZÀ-Þ][^:–—\d]{1,40}(?::| [–—-]) ?[^\d]{0,15}\d.{0,25}$)"
)
#: Longer words say too much to be only the beginning of each item.
_LONGEST_LEAD = 200
#: Two longer sentences are more than the encoder looks at together.
_LONGEST_TWO = 450
#: What two agreed on, and one does: "Under the deal, Vietnam will buy 40 megawatts".
_UNDER = re.compile(
    r"(?:Under|According to|As part of) (?:the|this|that|its) (?:terms of the )?(?:[a-z-]+ )?(?:accord|agreement"
    r"|arrangement|contract|deal|memorandum|pact|plan|treaty)\b"
)
#: How much there is of what was told: "One study puts the share at 46 percent", "The figure rose to 40".
_MEASURED = re.compile(
    r"\b(?:puts?|putting|estimate[sd]?|calculate[sd]?|reckon(?:s|ed)?|gives?|gave|placed?) (?:the|that|this|its|their)"
    r" (?:[a-z]+ )?(?:share|figure|proportion|percentage|total|number|amount|volume|value)\b(?! of)"
    r"|^(?:The|That|This|Its) (?:[a-z]+ )?(?:share|figure|proportion|percentage|total|number|amount|volume|value)"
    r" (?:is|was|stands|stood|rose|fell|grew|dropped|climbed|reached|has|had)\b"
)
_ONE_OF_TWO = ("the former", "the latter")
#: Of more it is not clear whom one of them answers.
_MOST_ANSWERED = 3
#: What one party said or did to another, and that other answers: "Bangkok welcomed the offer".
_ANSWERED = re.compile(
    r"\b(?:the|th(?:is|at|ese|ose)|such|all|any) (?:[a-z-]+ )?(?:accusation|allegation|appeal|assurance|call|charge"
    r"|claim|complaint|concession|criticism|decision|demand|gesture|initiative|invitation|move|offer|overture|pledge"
    r"|promise|proposal|remark|request|step|suggestion|threat|ultimatum|warning)s?\b(?! (?:of|for|from|by|that|to)\b)"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that head a list, or the sentence before, with who is named there."""

    span: Span
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """How a sentence is shown to the encoder: behind its lead, and without the `skipped` characters of its mark.

    `listed` tells whether it is the item of a list, of which all that its lead says holds; `measures`, whether it tells
    how much there is of what its lead says.
    """

    lead: Lead
    skipped: int = 0
    listed: bool = True
    measures: bool = False

    def shown(self, sentence: Span) -> str:
        """The words of the lead and those of the item as one sentence."""
        return f"{self.lead.span.text} {sentence.text[self.skipped :]}"

    def placed(self, encoded: Encoded, sentence: Span) -> Encoded:
        """The pieces where they stand in the document as seen from the item: those of the lead are before its start."""
        before, behind = self.lead.span.start - sentence.start, self.skipped - len(self.lead.span.text) - 1
        moved = [
            (start, end)
            if start == end
            else (start + before, end + before)
            if start < len(self.lead.span.text)
            else (start + behind, end + behind)
            for start, end in encoded.offsets
        ]
        return Encoded(encoded.hidden, tuple(moved))


def own(encoded: Encoded) -> Encoded:
    """The special pieces and those of the item alone, in which its own speakers are looked for."""
    kept = [number for number, (start, end) in enumerate(encoded.offsets) if start == end or start >= 0]
    return Encoded(np.ascontiguousarray(encoded.hidden[kept]), tuple(encoded.offsets[number] for number in kept))


def told_here(relations: Sequence[Relation], item: Item | None, sentence: Span) -> list[Relation]:
    """The relations of a sentence without what its lead tells, which is told there already."""
    if item is None:
        return list(relations)
    found = []
    for each in relations:
        is_party = any(one.span.start >= sentence.start for one in each.actors + each.recipients)
        is_said = each.trigger.start > sentence.start or len(each.trigger.text) > 1
        if item.measures and not is_party:
            found += [each] if each.kind == "tie" and each.standing is Standing.ASSERTED else []
        elif (is_party or is_said) if item.listed else (is_party and is_said):
            found.append(each)
    return found


def measured(relation: Relation, figures: Sequence[Quantity], item: Item | None, sentence: Span) -> Relation | None:
    """A relation of a sentence, one that its lead tells as what a figure of this one measures; `None` if none does."""
    is_party = any(one.span.start >= sentence.start for one in relation.actors + relation.recipients)
    if item is None or not item.measures or is_party:
        return relation
    return replace(relation, trigger=figures[0].mention) if figures else None


def behind(before: Sentence, sentence: Sentence, named: Sequence[Mention], mentions: Sequence[Mention]) -> Item | None:
    """The sentence behind the one before it in its paragraph, if `mentions`, its own, are of one party alone: of none
    that is among those `named` before, unless it denies what stands before it, or of one of these that answers another;
    and if it tells how much there is of what they tell.
    """
    if before.paragraph != sentence.paragraph or may_relate(mentions):
        return None
    here, there = ({code for each in those for code in each.codes} for those in (mentions, named))
    if not there or len(before.span.text) + len(sentence.span.text) >= _LONGEST_TWO:
        return None
    if may_relate(named) and _MEASURED.search(sentence.span.text) is not None:
        return Item(Lead(before.span, tuple(named)), listed=False, measures=True)
    is_new = bool(here - there) and denials.reply(sentence.span.text) is None
    goes_on = is_new or (bool(here) and here <= there and _is_of_these(sentence, mentions, len(there)))
    return Item(Lead(before.span, tuple(named)), listed=False) if goes_on else None


def _is_of_these(sentence: Sentence, mentions: Sequence[Mention], number: int) -> bool:
    """Whether a sentence tells what one of those named before does to another: the latter, or who answers an offer."""
    if any(each.span.text.lower() in _ONE_OF_TWO for each in mentions):
        return True
    text = sentence.span.text
    return 1 < number <= _MOST_ANSWERED and (_ANSWERED.search(text) or _UNDER.match(text)) is not None


class Lists:
    """The lists of a document, as its sentences are gone through."""

    def __init__(self) -> None:
        self._lead: Lead | None = None
        self._heading = ""
        self._kind: str | None = None

    def item(self, sentence: Sentence) -> Item | None:
        """The sentence as an item of the list that goes on, if it is one; another paragraph ends the list."""
        if self._lead is None or not sentence.first:
            return None
        mark = _MARK.match(sentence.span.text)
        kind = None if mark is None else mark.lastgroup
        if mark is None or kind == self._heading or self._kind not in (None, kind):
            self._lead = None
            return None
        self._kind = kind
        return Item(self._lead, mark.end())

    def turn(self, sentence: Sentence, mentions: Sequence[Mention]) -> None:
        """Note the words that head a list from here on."""
        text = sentence.span.text
        if not text.endswith(":"):
            return
        mark = _MARK.match(text) if sentence.first else None
        start = 0 if mark is None else mark.end()
        words = text[start:-1].rstrip()
        self._lead, self._kind, self._heading = None, None, (mark.lastgroup or "") if mark is not None else ""
        if mentions and len(words) <= _LONGEST_LEAD:
            begin = sentence.span.start + start
            self._lead = Lead(Span(begin, begin + len(words), words), tuple(mentions))
