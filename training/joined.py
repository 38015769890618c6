"""Two authored sentences as one: so that what a clause says of its parties is not read into those of the next.

Between the parties of the one and those of the other holds nothing, and neither lends the other its standing, which is
what readers of long sentences get wrong most.
"""

from __future__ import annotations

import random
from dataclasses import replace

from training.markup import Example, Figure, Relation, Speech

#: What stands between the two.
BETWEEN = ("; ", ", while ", ", and ", " - ", ", ", ", but ", "; meanwhile ", " ")
#: Longer texts, and such with more parties, are rare in what is read.
LONGEST, MOST_PARTIES = 420, 8
#: Words that are written small inside a sentence; a name keeps its capital.
_SMALL = frozenset("A After An At But By For From He Her His In It Its On She The They Their When With".split())
_STOPS = (".", "!", "?")


def joined(one: Example, other: Example, chance: random.Random) -> Example | None:
    """The one and behind it the other in a single text; `None` if they share a party, or would be too long."""
    if not _fit(one, other):
        return None
    between = chance.choice(BETWEEN)
    head, tail = (_opened(one), _small(other)) if between.strip() else (one.text, other.text)
    if any(end > len(head) for end in _ends(one)):
        return None
    shift, numbers = len(head) + len(between), max((party.number for party in one.parties), default=0)
    behind = moved(replace(other, text=tail), shift, numbers)
    both = one.speeches is not None and behind.speeches is not None
    return replace(
        one,
        text=head + between + tail,
        parties=one.parties + behind.parties,
        relations=one.relations + behind.relations,
        speeches=(one.speeches or ()) + (behind.speeches or ()) if both else None,
    )


def _fit(one: Example, other: Example) -> bool:
    shared = {party.code for party in one.parties} & {party.code for party in other.parties}
    long = len(one.text) + len(other.text) > LONGEST
    return not shared and not long and len(one.parties) + len(other.parties) <= MOST_PARTIES


def _opened(one: Example) -> str:
    """The text without the stop at its end."""
    return one.text[:-1] if one.text.endswith(_STOPS) else one.text


def _small(one: Example) -> str:
    """The text as it goes on inside a sentence."""
    first = one.text.partition(" ")[0]
    return one.text[0].lower() + one.text[1:] if first in _SMALL else one.text


def _ends(one: Example) -> list[int]:
    """Where each labelled span ends."""
    spans = [relation.trigger for relation in one.relations]
    spans += [span for each in one.speeches or () for span in (each.source, each.cue, *each.contents) if span]
    return [party.end for party in one.parties] + [end for _, end in spans]


def moved(one: Example, shift: int, numbers: int) -> Example:
    """The labels of an example whose text stands so much later, and whose parties are numbered so much higher."""

    def span(place: tuple[int, int]) -> tuple[int, int]:
        return place[0] + shift, place[1] + shift

    def known(place: tuple[int, int] | None) -> tuple[int, int] | None:
        return None if place is None else span(place)

    def figure(each: Figure) -> Figure:
        whose = None if each.whose is None else each.whose + numbers
        return Figure(span(each.place), known(each.base), whose)

    def relation(each: Relation) -> Relation:
        return replace(
            each,
            actors=tuple(number + numbers for number in each.actors),
            recipients=tuple(number + numbers for number in each.recipients),
            trigger=span(each.trigger),
            date=known(each.date),
            figures=tuple(map(figure, each.figures)),
            via=tuple(source + numbers if isinstance(source, int) else source for source in each.via),
        )

    def speech(each: Speech) -> Speech:
        return Speech(known(each.source), span(each.cue), tuple(map(span, each.contents)))

    parties = tuple(
        replace(each, number=each.number + numbers, start=each.start + shift, end=each.end + shift)
        for each in one.parties
    )
    speeches = None if one.speeches is None else tuple(map(speech, one.speeches))
    return replace(one, parties=parties, relations=tuple(map(relation, one.relations)), speeches=speeches)
