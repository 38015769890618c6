"""Which of many figures of one matter may measure the same, found without a look at each two."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import ceil, log

from dragoman.analysis.comparison import PRESENT, SAME_BASE, SAME_PERIOD, Base, base_of, period_of
from dragoman.analysis.figures import Reported
from dragoman.analysis.times import publication

#: A little less than asked, so that no rounding loses a pair.
_SLACK = 0.01

#: Places of figures among those that are compared, and two of them.
Places = Sequence[int]
Two = tuple[int, int]
#: The numbers of a first and a last day.
Days = tuple[int, int]


def neighbours(figures: Sequence[Reported]) -> Iterator[Two]:
    """Each two, by their places, of which events, bases and periods do not say that they measure two things for sure,
    and each with itself.
    """
    of_events: dict[str | None, list[int]] = defaultdict(list)
    for place, each in enumerate(figures):
        of_events[each.entry.occurrence if each.entry.statement.kind == "event" else None].append(place)
    anywhere = of_events.pop(None, [])
    for places in [anywhere, *of_events.values()]:
        yield from _of_one_event(figures, places)
    yield from product(anywhere, chain.from_iterable(of_events.values()))


def _of_one_event(figures: Sequence[Reported], places: Places) -> Iterator[Two]:
    of_bases: dict[Base, list[int]] = defaultdict(list)
    for place in places:
        of_bases[base_of(figures[place])].append(place)
    bases = list(of_bases)
    for one, other in _of_one_base([meaning for _, meaning in bases]):
        found = _of_one_time(figures, of_bases[bases[one]], of_bases[bases[other]])
        yield from found if one != other else ((low, high) for low, high in found if low <= high)


def _of_one_base(meanings: Sequence[frozenset[str]]) -> Iterator[Two]:
    """Each two that may share enough of what both mean, the first place at most the second.

    Of the words of each, the rarest first, only so many are looked up that those behind are too few to be enough
    (Bayardo and others 2007).
    """
    counts = Counter(chain.from_iterable(meanings))
    looked_up: dict[str, list[int]] = defaultdict(list)
    empty: list[int] = []
    for place, meaning in enumerate(meanings):
        yield place, place
        if not meaning:
            yield from ((before, place) for before in range(place))
            empty.append(place)
            continue
        most = len(meaning) - ceil(SAME_BASE * len(meaning) - _SLACK) + 1
        words = sorted(meaning, key=lambda word: (counts[word], word))[:most]
        for before in dict.fromkeys(chain(empty, *(looked_up[word] for word in words))):
            yield before, place
        for word in words:
            looked_up[word].append(place)


def _of_one_time(figures: Sequence[Reported], ones: Places, others: Places) -> Iterator[Two]:
    """Each two of which the periods may be one."""
    if figures[ones[0]].entry.statement.kind == "event" or figures[ones[0]].entry.statement.type == "geography":
        yield from product(ones, others)
        return
    one, other = _Times.of(figures, ones), _Times.of(figures, others)
    yield from product(one.loose, others)
    yield from product(chain(one.dated, one.present), other.loose)
    yield from _long_alike(one.dated, other.dated)
    yield from _near(one.dated, other.present)
    yield from ((place, before) for before, place in _near(other.dated, one.present))
    yield from _near(one.present, other.present)


@dataclass(frozen=True, slots=True)
class _Times:
    """Figures by the first and the last day of their period; of the `present`, which have none, by those on which they
    were told. What is `loose` has an open end.
    """

    dated: dict[int, Days]
    present: dict[int, Days]
    loose: list[int]

    @classmethod
    def of(cls, figures: Sequence[Reported], places: Places) -> _Times:
        """Those of the figures in some places."""
        found = cls({}, {}, [])
        for place in places:
            period, told = period_of(figures[place]), publication(figures[place].entry.document)
            of = period if period.known else told
            if of.start is None or of.end is None:
                found.loose.append(place)
            else:
                known = found.dated if period.known else found.present
                known[place] = (of.start.toordinal(), of.end.toordinal())
        return found


def _long_alike(ones: Mapping[int, Days], others: Mapping[int, Days]) -> Iterator[Two]:
    """Each two that overlap and of which neither is much longer."""
    of_sizes: dict[int, dict[int, Days]] = defaultdict(dict)
    for place, days in others.items():
        of_sizes[_size(days)][place] = days
    sorted_ = {size: _Sorted(listed) for size, listed in of_sizes.items()}
    for place, days in ones.items():
        for size in range(_size(days) - 1, _size(days) + 2):
            if size in sorted_:
                yield from ((place, other) for other in sorted_[size].overlapping(days))


def _near(ones: Mapping[int, Days], others: Mapping[int, Days]) -> Iterator[Two]:
    """Each two of which one may be of the time about the other."""
    listed = _Sorted(others)
    for place, (first, last) in ones.items():
        about = first - PRESENT.days, last + PRESENT.days
        yield from ((place, other) for other in listed.overlapping(about))


class _Sorted:
    """Places by their days, of which few are as long as the longest."""

    def __init__(self, days: Mapping[int, Days]) -> None:
        self._listed = sorted((first, last, place) for place, (first, last) in days.items())
        self._longest = max((last - first for first, last, _ in self._listed), default=0)

    def overlapping(self, days: Days) -> Iterator[int]:
        """The places whose days meet these."""
        start = bisect_left(self._listed, (days[0] - self._longest,))
        end = bisect_left(self._listed, (days[1] + 1,))
        return (place for _, last, place in self._listed[start:end] if last >= days[0])


def _size(days: Days) -> int:
    """How long a period is, in steps so wide that of two of one period neither is more than one step longer."""
    return int(log(days[1] - days[0] + 1) / -log(SAME_PERIOD - _SLACK))
