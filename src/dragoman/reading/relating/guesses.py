"""Relations that the heads tell and the words cannot mean: of who stands aside, or of what cannot be between two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.codebook.events import UNDIRECTED
from dragoman.codebook.states import states
from dragoman.codebook.ties import MUTUAL
from dragoman.reading import clauses
from dragoman.reading.mentions import Mention
from dragoman.reading.relating.relations import Relation
from dragoman.records import Span

#: The rest of words between commas that say whose somebody is: "Fiji, Samoa's neighbour to the west, sent" a ship.
_OWNED = re.compile(r"['’]s? (?:[a-z0-9-]+ ){0,4}[a-z-]+(?: [^,;:()]{1,60}?)?,")
#: What stands before who does the same as the subject, and so is not the one to whom it is done.
_BESIDE = re.compile(
    r"\b(?:together|along|jointly|alongside|in (?:tandem|concert|coordination|partnership)) (?:with )?$"
)
#: The same right behind the subject, and others who are listed.
_TOGETHER = re.compile(r",? (?:together|along|jointly|alongside|in (?:tandem|concert|coordination|partnership))\b")
#: What stands between one who does something to so much and another who does the same to so much more, and behind him:
#: "Oman lent $2 billion and Qatar $1 billion".
_SAME_OF = re.compile(r"(?P<before>\D*)\d[^.;:]*?(?:,|\band|\bwhile) (?:the )?$")
_SO_MUCH = re.compile(
    r" (?:an? |another |some |about |around |nearly |almost |over |only |just |more than )?(?:US)?[$€£¥\d]"
)

#: What stands between a quarrel and what it is over, who has no part in it: "at odds over the handling of Iran".
_OVER = re.compile(
    r"[^.;:]*\b(?:odds|clash\w*|differ\w*|disagree\w*|disputes?|feud\w*|quarrel\w*|rifts?|rows?|spats?|split|tensions?)"
    r"(?: [\w-]+)? (?:over|about|concerning|regarding)\b(?![^.;:]*\b(?:with|against) (?:the )?$)[^.;:]*$"
)

#: Behind these a people is no state's: what "ethnic Albanians" do is not done by Albania.
_BY_BIRTH = ("ethnic ", "Ethnic ")


def without(relations: Sequence[Relation], sentence: Span, mentions: Sequence[Mention]) -> list[Relation]:
    """The relations of a sentence but those that its words cannot mean."""
    kept = (_between_others(each, sentence) for each in relations)
    return [
        each
        for each in kept
        if each.recipients
        and not (
            _is_of_other_neighbours(each, mentions)
            or _is_between_sovereigns(each)
            or _is_own_office(each)
            or _is_aside(each, sentence)
            or _is_to_companion(each, sentence)
            or _is_by_birth(each, sentence)
            or _is_to_other_doer(each, sentence, mentions)
            or _is_what_it_is_over(each, sentence, mentions)
        )
    ]


def _sides(one: Relation) -> Iterator[Mention]:
    yield from one.actors
    yield from one.recipients


def _is_of_other_neighbours(one: Relation, mentions: Sequence[Mention]) -> bool:
    """Whether the word that tells who are neighbours means others: "the two neighbours", "its neighbour"."""
    if one.type != "geography":
        return False
    named = next((each for each in mentions if each.parties and each.span.overlaps(one.trigger)), None)
    codes = {code for each in _sides(one) for code in each.codes}
    if named is None or named.kind not in ("plural", "description"):
        return False
    meant = set(named.codes)
    return codes.isdisjoint(meant) if len(meant) == 1 else not codes <= meant


def _is_between_sovereigns(one: Relation) -> bool:
    """Whether a state is told to be a member of another one, as no state is that is on the map beside it."""
    if one.type != "membership":
        return False
    known = [states().get(code) for each in _sides(one) for code in each.codes]
    return all(each is not None and each.cow and not each.until for each in known) and all(
        each.kind in ("state", "adjective", "description", "plural", "pronoun") for each in _sides(one)
    )


def _is_own_office(one: Relation) -> bool:
    """Whether somebody is told to give up an office to another state: one resigns from one's own."""
    return one.mode == "resign" and all(code in states() for each in one.recipients for code in each.codes)


def _is_aside(one: Relation, sentence: Span) -> bool:
    """Whether one side stands between commas only to say whose the other is, and the word that tells it outside."""
    return any(_stands_aside(each.span, one.trigger, sentence) for each in _sides(one))


def _stands_aside(owner: Span, trigger: Span, sentence: Span) -> bool:
    text, start = sentence.text, owner.start - sentence.start
    opening = text[max(0, start - 6) : max(0, start)]
    if not opening.endswith((", ", ", the ")) or owner.text.endswith(("'s", "’s")):
        return False
    aside = _OWNED.match(text, owner.end - sentence.start)
    return aside is not None and not start <= trigger.start - sentence.start < aside.end()


def _is_to_companion(one: Relation, sentence: Span) -> bool:
    """Whether somebody is told to do to another what both do: "Chad, together with Mali, negotiated"."""
    if one.type in MUTUAL | UNDIRECTED:
        return False
    first, last = sorted((each.span for each in (one.actors[0], one.recipients[0])), key=lambda each: each.start)
    # Who is named in what heads a list stands before the sentence.
    if first.start < sentence.start:
        return False
    between = sentence.text[first.end - sentence.start : max(last.start - sentence.start, 0)].removesuffix("the ")
    return _TOGETHER.match(between) is not None and _BESIDE.search(between) is not None


def _is_to_other_doer(one: Relation, sentence: Span, mentions: Sequence[Mention]) -> bool:
    """Whether something is told between two of whom each does so much of it, and it is not told to whom."""
    first, last = sorted((each.span for each in (one.actors[0], one.recipients[0])), key=lambda each: each.start)
    end = last.end - sentence.start
    if first.start < sentence.start or _SO_MUCH.match(sentence.text, end) is None:
        return False
    between = _SAME_OF.fullmatch(sentence.text, first.end - sentence.start, max(last.start - sentence.start, 0))
    if between is None:
        return False
    figure = first.end + len(between["before"])
    return not any(first.end <= each.span.start < figure for each in mentions)


def _is_what_it_is_over(one: Relation, sentence: Span, mentions: Sequence[Mention]) -> bool:
    """Whether a quarrel is told to be with what it is about, though both who quarrel stand before it."""
    if one.type != "hostility":
        return False
    first, last = sorted((one.actors[0], one.recipients[0]), key=lambda each: each.span.start)
    named = next((each for each in mentions if each.codes == first.codes), first)
    start = sentence.start
    return _OVER.fullmatch(sentence.text, max(named.span.end - start, 0), max(last.span.start - start, 0)) is not None


def _is_by_birth(one: Relation, sentence: Span) -> bool:
    """Whether a side is a people by birth, who are of wherever they live; what ties states by them is told."""
    return one.type != "society" and any(
        sentence.text.endswith(_BY_BIRTH, 0, max(each.span.start - sentence.start, 0)) for each in _sides(one)
    )


def _between_others(one: Relation, sentence: Span) -> Relation:
    """A mediation without those among its parties who mediate as well: "together with Fiji and Samoa"."""
    if one.type != "mediation":
        return one
    places = [(each.span.start - sentence.start, each.span.end - sentence.start) for each in one.recipients]
    if any(start < 0 for start, _ in places):
        return one
    left = list[Mention]()
    is_beside = False
    for each, (start, _), joined in zip(one.recipients, places, clauses.lists(sentence.text, places), strict=True):
        opening = sentence.text[:start].removesuffix("the ")
        is_beside = _BESIDE.search(opening) is not None or (is_beside and joined)
        if not is_beside:
            left.append(each)
    return one if len(left) == len(one.recipients) else replace(one, recipients=tuple(left))
