"""What addresses can ask for: the parameters of pages, each described once, to be read and to be told of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.codebook.ties import CHANNELS

#: Whether one value is taken or all that are given, and as what.
Kind = Literal["place", "text", "texts", "day", "codes", "channel", "choice", "whole"]
Schema = Mapping[str, object]

#: Characters of one value, the last page that can be asked for, and the rows of a page in each form.
LONGEST, LAST_PAGE = 300, 100_000
MOST_ROWS: Mapping[Literal["html", "json", "csv"], int] = {"html": 200, "json": 10_000, "csv": 10_000}
_TEXT: Schema = {"type": "string", "maxLength": LONGEST}
#: Every day of the calendar but 29 February, which not every year has.
_DAY = (
    r"^[0-9]{4}(-(0[1-9]|1[0-2])|-02-(0[1-9]|1[0-9]|2[0-8])|-(0[469]|11)-(0[1-9]|[12][0-9]|30)"
    r"|-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))?$"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter by its name: what it means in a sentence, how it is read, and what it can be (JSON Schema)."""

    name: str
    about: str
    kind: Kind
    schema: Schema
    is_needed: bool = False

    @property
    def choices(self) -> list[str]:
        """The words of which it is one, if it is one of several."""
        words = self.schema.get("enum", ())
        return [str(each) for each in words] if isinstance(words, Iterable) else []


def place(name: str, about: str) -> Parameter:
    """A part of the path."""
    return Parameter(name, about, "place", {"type": "string", "minLength": 1}, is_needed=True)


def text(name: str, about: str, *, is_needed: bool = False) -> Parameter:
    """Any text."""
    return Parameter(name, about, "text", _TEXT, is_needed)


def texts(name: str, about: str) -> Parameter:
    """Any texts."""
    return Parameter(name, f"{about} It can be given several times.", "texts", {"type": "array", "items": _TEXT})


def day(name: str, about: str) -> Parameter:
    """A day, or a month or year of which the first or last day is meant."""
    schema = {"type": "string", "pattern": _DAY, "examples": ["2023", "2023-05", "2023-05-30"]}
    return Parameter(name, f"{about} A day, month or year: 2023-05-30, 2023-05 or 2023.", "day", schema)


def codes(name: str, about: str, *, most: int = 2) -> Parameter:
    """Parties, by any of their names."""
    schema = {"type": "array", "items": _TEXT, "maxItems": most}
    return Parameter(name, f"{about} By any name or code; {most} at most.", "codes", schema)


def channel(about: str) -> Parameter:
    """The name of a channel."""
    return Parameter("channel", about, "channel", {"type": "string", "enum": list(CHANNELS)})


def choice(name: str, about: str, choices: Iterable[str]) -> Parameter:
    """One of several words."""
    return Parameter(name, about, "choice", {"type": "string", "enum": list(choices)})


def flag(name: str, about: str) -> Parameter:
    """`1`, or nothing."""
    return choice(name, about, ("1",))


def sort(keys: Iterable[str]) -> Parameter:
    """By what a table is sorted."""
    words = [each for key in keys for each in (key, f"-{key}")]
    return Parameter(
        "sort", "By what the rows are sorted; `-` turns the order.", "text", {"type": "string", "enum": words}
    )


def whole(name: str, about: str, most: int) -> Parameter:
    """A whole number from 1 on."""
    return Parameter(name, about, "whole", {"type": "integer", "minimum": 1, "maximum": most})


#: What every long list takes.
PAGE = whole("page", "The part of a long list that is wanted, from 1.", LAST_PAGE)
LISTED: Sequence[Parameter] = (PAGE, whole("size", "How many rows one part has.", MOST_ROWS["json"]))
#: What every page takes.
EVERYWHERE: Sequence[Parameter] = (
    day("known", "The ledger as it was known at the end of that day, where a page can tell it."),
)
