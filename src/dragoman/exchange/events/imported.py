"""From a row of a data set to a document and the statement that it makes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Final

from dragoman.codebook.cameo import coded, state_read
from dragoman.codebook.events import CONTEXTS, EVENT_TYPES
from dragoman.codebook.names import find, label
from dragoman.codebook.states import states
from dragoman.errors import DragomanError, InvalidValue
from dragoman.exchange.events.rows import Line
from dragoman.exchange.events.sheet import Sheet
from dragoman.records import Document, Failure, Interval, Party, Quantity, Reading, Span, Standing, Statement
from dragoman.records.dates import from_iso

#: Finds the document with that title among those imported before.
Known = Callable[[str], Document | None]
#: What reads the lines of one file.
Read = Callable[[Iterator[Line], Known], Iterator[Reading | Failure]]
#: What data sets write where they have nothing.
NOTHING: Final = frozenset({"", "None", "NA", "nan", "NULL", "null", "---"})
_PARTED: Final = re.compile(r"\s*[;|]\s*")


@dataclass(frozen=True, slots=True)
class Told:
    """What a row tells, in our words: a PLOVER type and mode, who, and when."""

    type: str
    mode: str | None
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    occurred: Interval
    contexts: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    standing: Standing = Standing.ASSERTED
    certainty: float = 1.0

    def statement(self, document: Document, evidence: Span, reader: str) -> Statement:
        """The statement that a document makes with all its words."""
        return Statement(
            kind="event",
            type=self.type,
            mode=self.mode if self.mode in EVENT_TYPES[self.type].modes else None,
            actor=self.actor,
            recipient=self.recipient,
            occurred=self.occurred,
            standing=self.standing,
            document=document.id,
            evidence=evidence,
            certainty=self.certainty,
            reader=reader,
            contexts=tuple(name for name in CONTEXTS if name in self.contexts),
            quantities=self.quantities,
        )


@dataclass(frozen=True, slots=True)
class Columns:
    """What a data set calls its columns: those that a table of it must have, and other names for some."""

    data_set: str
    needed: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)

    def missing(self, header: Sequence[str], line: Line) -> Failure | None:
        """The failure of a file whose first line lacks one."""
        lacking = next((name for name in self.needed if name not in header), None)
        if lacking is None:
            return None
        return Failure(
            line.path, f"The first line names no column {lacking!r}; {self.data_set}'s columns are expected."
        )


def by_cameo(code: str, actor: tuple[Party, ...], recipient: tuple[Party, ...], occurred: Interval) -> Told | None:
    """What a row with a code of CAMEO tells; `None` if PLOVER has no type for it. Raises `InvalidValue`."""
    means = coded(code.strip())
    if means.type is None:
        return None
    somebody(actor, recipient)
    sides = (recipient, actor) if means.turned else (actor, recipient)
    return Told(means.type, means.mode, *sides, occurred, means.contexts)


def reading(document: Document, evidence: Span, reader: str, *told: Told | None) -> Reading:
    """What an import makes of a row; a row that tells nothing that there is a type for is a document all the same."""
    try:
        f"{document.text}{document.title}{document.publisher}{document.url}".encode()
    except UnicodeEncodeError as error:
        raise InvalidValue(f"The row holds half a character at {error.start}; put U+FFFD in its place.") from error
    found = (each.statement(document, evidence, reader) for each in told if each is not None)
    return Reading(document, tuple(found), reader)


def tabbed(
    lines: Iterator[Line], step: Callable[[list[str], Line], Reading], of: Columns
) -> Iterator[Reading | Failure]:
    """The rows of a table parted by tabs, whose first line names its columns."""
    first = next(lines, None)
    if first is None:
        return
    header = titled(first.text.split("\t"), of.aliases)
    missing = of.missing(header, first)
    if missing is not None:
        yield missing
        return
    for line in lines:
        if line.text.strip():
            yield tried(line, partial(step, header))


def tried(line: Line, step: Callable[[Line], Reading]) -> Reading | Failure:
    """What becomes of a row, which fails alone."""
    try:
        return step(line)
    except DragomanError as error:
        return Failure(line.place, str(error))


def named(header: list[str], cells: list[str]) -> list[tuple[str, str]]:
    """Cells with the names of their columns; empty ones that there are too many or too few of do not matter.

    Raises `InvalidValue` if the row is not of that table.
    """
    many = len(header)
    if len(cells) < many - 1 or any(cell.strip() for cell in cells[many:]):
        raise InvalidValue(f"The row has {len(cells)} cells where the table has {many} columns.")
    return list(zip(header, cells[:many], strict=False))


def titled(header: list[str], aliases: Mapping[str, str]) -> list[str]:
    """The names of columns as they are called today; those without a name are called by their number."""
    plain = (name.strip().strip('"') for name in header)
    return [
        (aliases.get(name, name) or f"Column {number}").replace(": ", ":") for number, name in enumerate(plain, start=1)
    ]


def parted(cell: str) -> list[str]:
    """The values of a cell that may hold several, without those that are none."""
    return [each for each in _PARTED.split(cell.strip()) if each not in NOTHING]


def dated(text: str) -> Interval:
    """The day of an event, as `2023-05-30` or `20230530`; raises `InvalidValue`."""
    plain = text.strip()
    iso = f"{plain[:4]}-{plain[4:6]}-{plain[6:8]}" if re.fullmatch(r"\d{8}(\d{6})?", plain) else plain
    if iso in NOTHING:
        raise InvalidValue("The row gives no date.")
    return replace(from_iso(iso), text=plain)


def published(text: str) -> Interval | None:
    """When something was published, if a cell says so."""
    if text.strip() in NOTHING:
        return None
    try:
        return dated(text)
    except InvalidValue:
        return None


@lru_cache(1 << 16)
def code_of(written: str) -> str | None:
    """The code of a state or organisation by a code or name as data sets write them."""
    plain = written.strip()
    if plain in NOTHING:
        return None
    known = state_read(plain)
    return known if known in states() else find(plain)


def parties(sheet: Sheet, columns: Mapping[str, str]) -> tuple[Party, ...]:
    """The parties of one side: `columns` are the names of those that hold their `name`, `country`, `sector` and `role`.

    As many names as countries are taken together; otherwise each country is one party, or each name. Sectors and roles
    are taken by their places if there are as many of them, else the first is everybody's.
    """
    names, countries = _places(sheet[columns["name"]]), _places(sheet[columns["country"]])
    if len(names) == len(countries):
        together = [(name or country, country, name is None) for name, country in zip(names, countries, strict=True)]
    elif any(countries):
        together = [(country, country, True) for country in countries]
    else:
        together = [(name, None, False) for name in names]
    sectors, roles = (_each(_places(sheet[columns[column]]), len(together)) for column in ("sector", "role"))
    found: list[Party] = []
    for (name, country, by_country), sector, role in zip(together, sectors, roles, strict=True):
        if name is not None:
            code = code_of(country or "") or code_of(name)
            called = label(code) if by_country and code is not None else name
            column = columns["country" if by_country else "name"]
            found.append(Party(code, called, sheet.span(column, name), sector, role))
    return tuple(found)


def _places(cell: str) -> list[str | None]:
    """The values of a cell that may hold several, `None` in the places where there is none."""
    return [None if each in NOTHING else each for each in _PARTED.split(cell.strip())]


def _each(values: list[str | None], many: int) -> list[str | None]:
    """A value for each of so many."""
    return values if len(values) == many else [next(filter(None, values), None)] * many


def somebody(actor: tuple[Party, ...], recipient: tuple[Party, ...]) -> None:
    """Raises `InvalidValue` if a row names nobody."""
    if not actor and not recipient:
        raise InvalidValue("The row names nobody who acts or is acted upon.")


def typed(written: str) -> str:
    """A PLOVER type as a data set writes it; raises `InvalidValue`."""
    plain = written.strip().upper()
    if plain not in EVENT_TYPES:
        raise InvalidValue(f"{written!r} is no type of PLOVER; there is {', '.join(EVENT_TYPES)}.")
    return plain
