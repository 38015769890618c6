"""The days that a network can be looked at, as a scale to slide along."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Self

from dragoman.records import TurningDay
from dragoman.words import counted

Unit = Literal["day", "month"]
#: A longer time is gone through from month to month.
_BY_DAY = timedelta(750)
#: So much time at least, and, unless an earlier day is asked for, at most: what is told to have begun centuries ago
#: would leave no room for the rest. Earlier days are reached by the date and from change to change.
_LEAST, _MOST = timedelta(14), timedelta(60 * 366)


@dataclass(frozen=True, slots=True)
class Slider:
    """A scale from a first day to a last one, by days or by months, of each of which its last day is meant; `turned`
    tells what changes, and `day` is the one that is looked at.
    """

    first: date
    last: date
    day: date
    unit: Unit
    turned: Sequence[TurningDay]

    @classmethod
    def over(cls, turned: Sequence[TurningDay], *, latest: date, day: date) -> Self:
        """The one on which all changes of a network have room, and a day."""
        last = max(latest, day)
        begins = turned[0].day if turned else last
        first = min(_before(max(begins, _before(last, _MOST)), timedelta(1)), _before(last, _LEAST), day)
        if last - first <= _BY_DAY:
            return cls(first, last, day, "day", turned)
        return cls(first.replace(day=1), last, day, "month", turned)

    def at(self, day: date) -> int:
        """The step of the scale on which a day is, from 0."""
        if self.unit == "day":
            return (day - self.first).days
        return (day.year - self.first.year) * 12 + day.month - self.first.month

    @property
    def steps(self) -> int:
        """The last step."""
        return self.at(self.last)

    @property
    def before(self) -> TurningDay | None:
        """The last change before the day."""
        return next((each for each in reversed(self.turned) if each.day < self.day), None)

    @property
    def after(self) -> TurningDay | None:
        """The next change after the day."""
        return next((each for each in self.turned if each.day > self.day), None)

    def parts(self, number: int) -> Iterator[tuple[float, int, int]]:
        """What changes in each of some equal parts of the scale in which something does: where the middle of the part
        is, from 0 to 1, and how many ties begin and end in it.
        """
        steps = max(self.steps, 1)
        number = min(number, steps + 1)
        begun: Counter[int] = Counter()
        ended: Counter[int] = Counter()
        for each in self.turned:
            if self.first <= each.day <= self.last:
                part = round(self.at(each.day) / steps * (number - 1))
                begun[part] += each.begun
                ended[part] += each.ended
        yield from ((part / max(number - 1, 1), begun[part], ended[part]) for part in sorted(begun))


def told(turning: TurningDay) -> str:
    """What changes on a day, in words: "2 ties begin, 1 ends"."""
    begun = f"{counted(turning.begun, 'tie')} {_verb('begin', turning.begun)}"
    ended = f"{counted(turning.ended, 'tie')} {_verb('end', turning.ended)}"
    if turning.begun and turning.ended:
        return f"{begun}, {turning.ended} {_verb('end', turning.ended)}"
    return begun if turning.begun else ended


def _before(day: date, time: timedelta) -> date:
    return day - min(time, day - date.min)


def _verb(verb: str, number: int) -> str:
    return verb if number != 1 else f"{verb}s"
