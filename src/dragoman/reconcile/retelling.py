"""How likely it is that one text tells what another has told, in whatever words, and not what its writer found out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from math import exp, log, log1p
from typing import Final

from dragoman.reconcile.wording import TIMES, Item, Wording

#: How much it tells that two texts share a word.
Weigh = Callable[[Item, Wording], float]
#: So much of a sentence shows that another tells the same, and if it is long, such a share of it.
_TOLD: Final = 12.0
_OF_IT: Final = 0.25
#: Below this, how much of the source the text has again tells little.
_LITTLE: Final = 0.1
#: More than so many namings of a paper tell nothing more.
_OFTEN: Final = 3
#: What speaks for and against (a logistic regression), fitted on the cases of benchmarks/accuracy/reconciling, the open
#: half, and on others like them, by training/retelling.py.
_BIAS: Final = 3.33
_FACTORS: Final = (3.08, 5.05, -1.02, -12.47, -0.52, 0.54, 1.68, -2.06, -2.0)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is known of two documents beside their texts: the first letters of the words of their publishers' names, how
    often the one names the other's publisher and whether in its first paragraph, whether both are of one day, and
    whether the one was written by somebody who was there.
    """

    own: Set[str]
    others: Set[str]
    namings: int
    leads: bool
    is_same_day: bool
    is_first_hand: bool


def likelihood(one: Wording, source: Wording, meeting: Meeting, weigh: Weigh) -> float:
    """How likely it is that one text has its news from another, 0 to 1."""
    found = features(one, source, meeting, weigh)
    return 1 / (1 + exp(-_BIAS - sum(factor * each for factor, each in zip(_FACTORS, found, strict=True))))


def features(one: Wording, source: Wording, meeting: Meeting, weigh: Weigh) -> tuple[float, ...]:
    """What tells it: what of the source the text has again, how much of the text a sentence of the source tells, what
    it names that the source does not, by number and share, what it has heard beyond that, how often it names the paper,
    and whether in front, whether its writer speaks of himself, and whether both are of one day.
    """
    items = [item for item in one.without(source) if item.stem not in meeting.others]
    own = {item.stem: item.telling for item in items}
    new = sum(
        telling and stem not in source.stems and stem not in TIMES and stem not in meeting.own
        for stem, telling in own.items()
    )
    return (
        log(_LITTLE + _again(source.without(one), one, meeting.own, weigh)),
        _told(items, source, weigh),
        log1p(new),
        new / (len(own) + 1),
        log1p(one.heard_beyond(source)),
        float(min(meeting.namings, _OFTEN)),
        float(meeting.leads),
        float(meeting.is_first_hand),
        float(meeting.is_same_day),
    )


def _again(items: Iterable[Item], other: Wording, besides: Set[str], weigh: Weigh) -> float:
    """The share of the source that the text has again."""
    kept = {item.stem: item for item in items if item.stem not in besides}
    all_ = shared = 0.0
    for stem, item in kept.items():
        value = weigh(item, other)
        all_ += value
        shared += value if stem in other.stems else 0.0
    return shared / all_ if all_ else 0.0


def _told(items: Iterable[Item], source: Wording, weigh: Weigh) -> float:
    """The share of the text whose sentences one of the source tells."""
    by_sentence: defaultdict[int, dict[str, Item]] = defaultdict(dict)
    for item in items:
        by_sentence[item.sentence][item.stem] = item
    told = sum(_part(stems, source, weigh) * len(stems) for stems in by_sentence.values())
    return told / max(sum(map(len, by_sentence.values())), 1)


def _part(stems: dict[str, Item], source: Wording, weigh: Weigh) -> float:
    """How much speaks for it that a sentence of the source tells what a sentence tells, 0 to 1."""
    all_ = sum(weigh(item, source) for item in stems.values())
    return min(1.0, _best(stems, source, weigh) / max(_TOLD, _OF_IT * all_))


def _best(stems: dict[str, Item], source: Wording, weigh: Weigh) -> float:
    """What a sentence shares with the one of the source with which it shares most."""
    shared: defaultdict[int, float] = defaultdict(float)
    for stem, item in stems.items():
        places = source.places.get(stem)
        if places:
            value = weigh(item, source)
            for place in places:
                shared[place] += value
    return max(shared.values(), default=0.0)
