"""What the address of a request asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from dragoman.codebook.names import code
from dragoman.codebook.ties import channel
from dragoman.errors import InvalidValue
from dragoman.records.dates import Interval, from_iso
from dragoman.web.parameters import LAST_PAGE, LONGEST, MOST_ROWS, Kind, Parameter

Choice = TypeVar("Choice", bound=str)


class Asked:
    """The parameters of an address: those in its path and those after its question mark.

    A field of a form that was left empty is as good as none. Everything raises `InvalidValue` for what cannot be, and
    `LookupError` for what is not among the `parameters`, if they are given: a page reads what it is described to read.
    """

    def __init__(
        self, query: Sequence[tuple[str, str]], path: Mapping[str, str], parameters: Iterable[Parameter] | None = None
    ) -> None:
        self._query = [(name, value.strip()) for name, value in query if value.strip()]
        self.path = path
        self._parameters = {each.name: each for each in parameters} if parameters is not None else None

    def texts(self, name: str) -> tuple[str, ...]:
        """All values given under a name, each once."""
        return self._texts(name, "texts")

    def text(self, name: str) -> str | None:
        """The last value given under a name."""
        return self._text(name, "text")

    def given(self, name: str) -> tuple[str, ...]:
        """What is given under a name, just as it is, to be handed on in another address."""
        return tuple(value for key, value in self._query if key == name)

    def has(self, name: str) -> bool:
        """Whether anything is given under a name."""
        return any(key == name for key, _ in self._query)

    def needed(self, name: str) -> str:
        """The value under a name, which has to be given."""
        found = self.text(name)
        if found is None:
            raise InvalidValue(f"This page needs {name}; give it as ?{name}=….")
        return found

    def first_day(self, name: str) -> date | None:
        """The first day of a date."""
        found = self._interval(name)
        return found.start if found is not None else None

    def last_day(self, name: str) -> date | None:
        """The last day of a date."""
        found = self._interval(name)
        return found.end if found is not None else None

    def codes(self, name: str, *, most: int = 2) -> tuple[str, ...]:
        """The codes of parties by any of their names; raises `UnknownName`."""
        found = self._texts(name, "codes")
        if len(found) > most:
            raise InvalidValue(f"{most} parties can be given at most, not {', '.join(found)}.")
        return tuple(dict.fromkeys(code(each) for each in found))

    def channel(self, name: str = "channel") -> str | None:
        """The name of a channel; raises `UnknownName`."""
        found = self._text(name, "channel")
        return channel(found).name if found is not None else None

    def one_of(self, name: str, choices: Sequence[Choice]) -> Choice | None:
        """One of several words, or `None`."""
        found = self._text(name, "choice", choices)
        chosen = next((each for each in choices if each == found), None)
        if found is not None and chosen is None:
            raise InvalidValue(f"{name} cannot be {found!r}; it is one of {', '.join(choices)}.")
        return chosen

    def whole(self, name: str, usual: int, *, most: int) -> int:
        """A whole number from 1 to `most`."""
        found = self._text(name, "whole")
        if found is None:
            return usual
        if not (found.isascii() and found.isdigit() and 1 <= int(found[:12]) <= most):
            raise InvalidValue(f"{name} cannot be {found!r}; it is a whole number from 1 to {most:,}.")
        return int(found)

    @property
    def page(self) -> int:
        """The number of the page of a list that is asked for, from 1."""
        return self.whole("page", 1, most=LAST_PAGE)

    def check(self) -> None:
        """Raise what reading the described parameters of a page of HTML would."""
        for each in (self._parameters or {}).values():
            self._read(each)

    def _read(self, parameter: Parameter) -> None:
        name, schema = parameter.name, parameter.schema
        match parameter.kind:
            case "day":
                self._interval(name)
            case "codes":
                self.codes(name, most=int(str(schema["maxItems"])))
            case "channel":
                self.channel(name)
            case "choice":
                self.one_of(name, parameter.choices)
            case "whole":
                most = int(str(schema["maximum"]))
                self.whole(name, 1, most=min(most, MOST_ROWS["html"]) if name == "size" else most)
            case "text" | "texts" as kind:
                found = self._texts(name, kind)
                if parameter.is_needed and not found:
                    self.needed(name)

    def _interval(self, name: str) -> Interval | None:
        found = self._text(name, "day")
        return from_iso(found) if found is not None else None

    def _texts(self, name: str, kind: Kind, choices: Sequence[str] = ()) -> tuple[str, ...]:
        self._check(name, kind, choices)
        found = tuple(dict.fromkeys(value for key, value in self._query if key == name))
        if any(len(value) > LONGEST for value in found):
            raise InvalidValue(f"The value of {name} is too long; {LONGEST} characters are the most.")
        return found

    def _text(self, name: str, kind: Kind, choices: Sequence[str] = ()) -> str | None:
        found = self._texts(name, kind, choices)
        return found[-1] if found else None

    def _check(self, name: str, kind: Kind, choices: Sequence[str]) -> None:
        if self._parameters is None:
            return
        known = self._parameters.get(name)
        if known is None or known.kind != kind or (kind == "choice" and known.choices != [*choices]):
            raise LookupError(
                f"The page reads {name!r} as {kind} and is not described so; describe it beside the page."
            )


def days_before(moment: str, days: int) -> str:
    """The day so many days before that of an ISO timestamp."""
    return str(date.fromordinal(max(date.fromisoformat(moment[:10]).toordinal() - days, 1)))
