"""Whose base a figure is a share of: "69 percent of Baku's arms imports" is a share of Azerbaijan's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.reading.figures.currencies import denominated
from dragoman.reading.figures.quantities import Figure
from dragoman.reading.mentions import Mention
from dragoman.reading.relating.relations import Relation
from dragoman.records import Quantity

_POSSESSIVE = re.compile(
    r"(?:its|their|his|her|the country['’]s|the kingdom['’]s|the nation['’]s)\s+(?:own\s+)?", re.IGNORECASE
)
_OWNER = re.compile(r"[^'’]+['’]s? (?=[a-z]+$)")
_ARTICLE = re.compile(r"(?:the|all|all of|total)\s+", re.IGNORECASE)
#: What a party takes in, debts among it, and what it gives out.
_FLOW = re.compile(
    r"\b(?:(?P<taken>import|purchase|consumption|need|demand|supplies|fuel|electricity|uses?\b|debts?\b)"
    r"|export|sales|output|production|shipment|deliver)",
    re.IGNORECASE,
)


def owned(figure: Figure, mentions: Sequence[Mention], relation: Relation) -> Quantity:
    """The figure's quantity with its base in the document's words, without the owner, and the owner's code."""
    base, quantity = figure.base, denominated(figure, _named(mentions, relation))
    if base is None:
        return quantity
    named = [each for each in mentions if base.start <= each.span.start < base.end and each.kind != "pronoun"]
    if named:
        return replace(quantity, of=_without(named[0], base.text, base.start), whose=named[0].codes[0])
    words = _POSSESSIVE.sub("", base.text, count=1) if _POSSESSIVE.match(base.text) else base.text
    whose = _implied(base.text, relation, figure, mentions)
    return replace(quantity, of=_ARTICLE.sub("", words, count=1) if _ARTICLE.match(words) else words, whose=whose)


def inherited(told: Sequence[tuple[Relation, tuple[Quantity, ...]]]) -> list[tuple[Quantity, ...]]:
    """The figures of each relation of a sentence; a share without a base is one of the base that was named before, in
    another relation like it: "33 percent of its arms imports, followed by Israel with 27 percent".
    """
    named = [(relation, each) for relation, figures in told for each in figures if _is_share(each) and each.of]
    return [
        tuple(_inherited(each, relation, named) if _is_share(each) and not each.of else each for each in figures)
        for relation, figures in told
    ]


def _inherited(share: Quantity, relation: Relation, named: Sequence[tuple[Relation, Quantity]]) -> Quantity:
    before = [
        each
        for other, each in named
        if other is not relation
        and other.type == relation.type
        and each.mention.end <= share.mention.start
        and each.whose in _codes(relation)
    ]
    nearest = max(before, key=lambda each: each.mention.start, default=None)
    return share if nearest is None else replace(share, of=nearest.of, whose=nearest.whose)


def _is_share(quantity: Quantity) -> bool:
    return quantity.unit == "percent"


def _named(mentions: Sequence[Mention], relation: Relation) -> set[str]:
    return _codes(relation) | {code for each in mentions for code in each.codes}


def _codes(relation: Relation) -> set[str]:
    return {code for each in (*relation.actors, *relation.recipients) for code in each.codes}


def _without(owner: Mention, base: str, start: int) -> str | None:
    """The base without the words that name its owner: "Israel's oil imports" is a share of "oil imports"."""
    # Of "Azerbaijan's military imports" the owner is the state: the imports are military.
    named = _OWNER.match(owner.span.text)
    end = owner.span.start + named.end() if named is not None else owner.span.end
    before, after = base[: owner.span.start - start].strip(), base[end - start :]
    after = re.sub(r"^['’]s?", "", after).strip()
    before = re.sub(r"(?i)\b(?:of|by|in|the|all)$", "", before).strip()
    before = "" if before.lower() in ("the", "all", "all of") else before
    return " ".join(part for part in (before, after) if part) or None


def _implied(base: str, relation: Relation, figure: Figure, mentions: Sequence[Mention]) -> str | None:
    """The owner that the words leave out: the receiver of what is taken in, the giver of what is given out."""
    flow = _flow(base)
    if flow is not None:
        return (relation.recipients if flow["taken"] else relation.actors)[0].codes[0]
    if not _POSSESSIVE.match(base):
        return None
    before = [each for each in mentions if each.span.end <= figure.quantity.mention.start and each.kind != "adjective"]
    # Somebody named in between is less likely the owner: "Chad, which left Mali, sells 60 percent of its cattle".
    sides = {each.span for each in (*relation.actors, *relation.recipients)}
    likely = [each for each in before if each.span in sides] or before
    return likely[-1].codes[0] if likely else None


def _flow(base: str) -> re.Match[str] | None:
    """What of a base is taken in or given out: its head, which is the last of the words that stand before an "of"."""
    for words in (base.split(" of ", 1)[0], base):
        found = list(_FLOW.finditer(words))
        if found:
            return found[-1]
    return None
