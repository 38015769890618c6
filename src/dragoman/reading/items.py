"""Items of a list, which go on from the words that head it: "The Peruvian side: - thanked Chile; - asked Fiji"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.reading.encoder import Encoded
from dragoman.reading.mentions import Mention
from dragoman.reading.relations import Relation
from dragoman.reading.sentences import Sentence
from dragoman.records import Span

#: What an item begins with: a sign, a number or letter, or the small letter of words that go on.
_MARK = re.compile(
    r"(?:(?P<sign>[-–—•▪*·‣◦])|(?P<digits>\(?\d{1,2}[.)])|(?P<roman>\(?[ivx]{1,4}[.)])|(?P<letter>\(?[a-z][.)]))\s+"
    r"|(?P<plain>)(?=[a-z])"
)
#: Longer words say too much to be only the beginning of each item.
_LONGEST_LEAD = 200


@dataclass(frozen=True, slots=True)
class Lead:
    """The words that head a list, with who is named in them."""

    span: Span
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """How an item is shown to the encoder: behind its lead, and without the `skipped` characters of its mark."""

    lead: Lead
    skipped: int

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


def told_by_item(relations: Sequence[Relation], sentence: Span) -> list[Relation]:
    """The relations of an item without what its lead alone tells, which is told there already."""
    return [
        each
        for each in relations
        if any(one.span.start >= sentence.start for one in each.actors + each.recipients)
        or each.trigger.start > sentence.start
    ]


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
