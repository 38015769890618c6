"""What begins and what ends a tie, in the words of reports, from `turns.toml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.codebook.rows import table

#: What may happen to a tie.
Turning = Literal["begins", "ends"]


@dataclass(frozen=True, slots=True)
class Turns:
    """What begins and ends the ties of one channel: types of events, and the words for what stands."""

    begun_by: frozenset[str]
    ended_by: frozenset[str]
    object: re.Pattern[str] | None

    def may_be_turned_by(self, event: str) -> bool:
        """Whether an event of that type may turn such a tie, if the words of its sentence say so."""
        return event in self.ended_by or event in self.begun_by

    def turned_by(self, event: str, text: str) -> Turning | None:
        """What an event of that type does to such a tie by the words of its sentence; `None` if they do not say."""
        if not self.may_be_turned_by(event):
            return None
        if self.object is not None and self.object.search(text) is None:
            return None
        if event in self.ended_by and says("ends", text):
            return "ends"
        return "begins" if event in self.begun_by and says("begins", text) else None


def says(turning: Turning, text: str) -> bool:
    """Whether some words of a text say that something begins, or that it ends, and not that it did not."""
    return any(not _denied().search(text, 0, each.start()) for each in _words()[turning].finditer(text))


def may_turn(event: str, text: str) -> bool:
    """Whether an event of that type begins or ends ties of some channel by the words of its sentence."""
    channels = _turned_by(event)
    if not channels or (not says("begins", text) and not says("ends", text)):
        return False
    return any(turns(channel).turned_by(event, text) is not None for channel in channels)


@cache
def _turned_by(event: str) -> tuple[str, ...]:
    """The channels whose ties an event of that type may begin or end."""
    return tuple(each for each in _channels() if event in turns(each).begun_by | turns(each).ended_by)


@cache
def turns(channel: str) -> Turns:
    """What begins and ends the ties of a channel."""
    row = _channels()[channel]
    return Turns(frozenset(row["begun_by"]), frozenset(row["ended_by"]), _pattern(row["object"]))


@cache
def _channels() -> dict[str, dict[str, list[str]]]:
    channels: dict[str, dict[str, list[str]]] = table("turns.toml")["channels"]
    return channels


@cache
def _words() -> dict[Turning, re.Pattern[str]]:
    rows = table("turns.toml")
    return {"begins": _pattern(rows["opens"]), "ends": _pattern(rows["ends"])}  # type: ignore[dict-item]


@cache
def _denied() -> re.Pattern[str]:
    """What says of the words behind it that it was not so."""
    words = "|".join(table("turns.toml")["denied"])
    return re.compile(rf"(?:\b(?:{words})|n[’']t)\b(?:\s+(?!only\b)\w+)?\s*$", re.IGNORECASE)


def _pattern(forms: Sequence[str]) -> re.Pattern[str] | None:
    if not forms:
        return None
    listed = "|".join(re.escape(form).replace(r"\*", r"\w*") for form in sorted(forms, key=lambda form: -len(form)))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)
