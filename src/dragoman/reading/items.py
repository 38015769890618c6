"""Sentences that go on from what stands before them: the items of a list, "The Peruvian side: - thanked Chile", and
what names one party where the sentence before names the other: "Peru signed an accord with Chile. Fiji joined it."
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

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
#: What is done to an agreement that was told of, by those whose it is: "The accord was signed in Oslo".
_SIGNED = re.compile(
    r"(?:(?:The|This) (?:[a-z-]+ )?(?:accord|agreement|armistice|ceasefire|contract|convention|deal"
    r"|memorandum(?: of understanding)?|pact|protocol|treaty|truce)|It)(?:, [^,.;]{1,60},)?"
    r" (?:(?:was|has been|had been)|(?P<ahead>will be|is to be|is due to be)) (?:[a-z]+ly )?"
    r"(?P<verb>signed|initialled|initialed|concluded|reached|renewed|sealed|struck|clinched|finali[sz]ed)\b"
)
_AGREED = re.compile(
    r"(?i)\b(?:sign(?:s|ed|ing)?|agree[ds]?|agreeing|agreements?|accords?|contracts?|deals?|memorandum|pacts?|settle[ds]?"
    r"|treaty|treaties|truce|ceasefire)\b"
)
#: What tells again what its lead tells, without a party of its own.
_RETOLD = ("measures", "signs")
_ONE_OF_TWO = ("the former", "the latter")
#: Of more it is not clear whom one of them answers.
_MOST_ANSWERED = 3
#: What one party said or did to another, and that other answers: "Bangkok welcomed the offer".
_ANSWERED = re.compile(
    r"\b(?:the|th(?:is|at|ese|ose)|such|all|any) (?:[a-z-]+ )?(?:accusation|allegation|announcement|appeal|arrest"
    r"|assurance|attack|ban|blockade|call|charge|claim|closure|complaint|concession|criticism|decision|demand|deployment"
    r"|embargo|expulsion|gesture|initiative|invitation|killing|measure|move|offer|overture|pledge|promise|proposal|raid"
    r"|remark|request|restriction|sanction|seizure|shelling|step|strike|suggestion|tariff|threat|ultimatum|verdict"
    r"|warning)s?\b(?! (?:of|for|from|by|that|to|on|in)\b)"
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that head a list, or the sentence before, with who is named there."""

    span: Span
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """How a sentence is shown to the encoder: behind its lead, and without the `skipped` characters of its mark.

    `tells` is what it does with its lead: of an item of a list all holds that the lead says; another sentence goes on
    from it, measures what it says, or says that what was agreed on there was signed.
    """

    lead: Lead
    skipped: int = 0
    tells: Literal["listed", "goes on", "measures", "signs"] = "listed"

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
        if item.tells in _RETOLD and not is_party:
            is_told = each.kind == "tie" if item.tells == "measures" else each.type == "AGREE"
            found += [each] if is_told and each.standing is Standing.ASSERTED else []
        elif (is_party or is_said) if item.tells == "listed" else (is_party and is_said):
            found.append(each)
    return found


def retold(relation: Relation, figures: Sequence[Quantity], item: Item | None, sentence: Span) -> Relation | None:
    """A relation of a sentence, one that its lead tells as what a figure of this one measures, or as what is signed in
    this one; `None` if no figure measures it.
    """
    is_party = any(one.span.start >= sentence.start for one in relation.actors + relation.recipients)
    if item is None or is_party or item.tells not in _RETOLD:
        return relation
    signed = _SIGNED.match(sentence.text) if item.tells == "signs" else None
    if signed is not None:
        start, end = (sentence.start + place for place in signed.span("verb"))
        standing = relation.standing if signed["ahead"] is None else Standing.PLANNED
        return replace(relation, trigger=Span(start, end, signed["verb"]), standing=standing)
    return replace(relation, trigger=figures[0].mention) if figures else None


def behind(before: Sentence, sentence: Sentence, named: Sequence[Mention], mentions: Sequence[Mention]) -> Item | None:
    """The sentence behind the one before it, if `mentions`, its own, are of one party alone.

    In a paragraph: of none that is among those `named` before, unless it denies what stands before it; of one of these;
    or of anybody, if it tells how much there is of what they tell. In the next one too: of one who answers another, or
    of nobody, if it tells that what they agreed on was signed.
    """
    is_long = len(before.span.text) + len(sentence.span.text) >= _LONGEST_TWO
    if is_long or not named or sentence.paragraph - before.paragraph > 1 or may_relate(mentions):
        return None
    here, there = ({code for each in those for code in each.codes} for those in (mentions, named))
    lead = Lead(before.span, tuple(named))
    if len(there) > 1 and _signs(before, sentence):
        return Item(lead, tells="signs")
    is_one = bool(here) and here <= there
    if is_one and 1 < len(there) <= _MOST_ANSWERED and _ANSWERED.search(sentence.span.text) is not None:
        return Item(lead, tells="goes on")
    if before.paragraph != sentence.paragraph:
        return None
    if len(there) > 1 and _MEASURED.search(sentence.span.text) is not None:
        return Item(lead, tells="measures")
    is_new = bool(here - there) and denials.reply(sentence.span.text) is None
    return Item(lead, tells="goes on") if is_new or (is_one and _is_of_these(sentence, mentions, len(there))) else None


def _signs(before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence tells that an agreement was signed of which the one before it tells."""
    is_signed = (
        sentence.span.text.startswith(("The ", "This ", "It ")) and _SIGNED.match(sentence.span.text) is not None
    )
    return is_signed and _AGREED.search(before.span.text) is not None


def _is_of_these(sentence: Sentence, mentions: Sequence[Mention], number: int) -> bool:
    """Whether a sentence tells what one of those named before does to another: the latter, or one under an accord."""
    if any(each.span.text.lower() in _ONE_OF_TWO for each in mentions):
        return True
    return 1 < number <= _MOST_ANSWERED and _UNDER.match(sentence.span.text) is not None


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
