"""ACLED read: a row is a document, and makes one statement; what has no type in PLOVER is kept as a document alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Final

from dragoman.errors import InvalidValue
from dragoman.exchange.events.imported import (
    NOTHING,
    Columns,
    Known,
    Told,
    code_of,
    dated,
    named,
    reading,
    somebody,
    titled,
    tried,
)
from dragoman.exchange.events.rows import Line, delimited
from dragoman.exchange.events.sheet import Sheet
from dragoman.records import Document, Failure, Interval, Party, Quantity, Reading
from dragoman.records.dates import day, month, shifted

READER: Final = "import acled 1"
_COLUMNS: Final = Columns("ACLED", ("event_date", "sub_event_type", "actor1", "actor2"))
#: PLOVER type, mode and contexts of ACLED's sub-event types; those that are not here have none.
TYPES: Final[dict[str, tuple[str, str | None, tuple[str, ...]]]] = {
    "armed clash": ("ASSAULT", "firearms", ("military",)),
    "government regains territory": ("ASSAULT", None, ("military", "territory")),
    "non-state actor overtakes territory": ("ASSAULT", None, ("military", "territory")),
    "chemical weapon": ("ASSAULT", "unconventional", ("cbrn",)),
    "air/drone strike": ("ASSAULT", "aerial", ("military",)),
    "suicide bomb": ("ASSAULT", "suicide-attack", ("terrorism",)),
    "shelling/artillery/missile attack": ("ASSAULT", "heavy-weapons", ("military",)),
    "remote explosive/landmine/ied": ("ASSAULT", "explosives", ()),
    "grenade": ("ASSAULT", "explosives", ()),
    "sexual violence": ("ASSAULT", "sexual", ("gender",)),
    "attack": ("ASSAULT", None, ()),
    "abduction/forced disappearance": ("ASSAULT", "abduct", ()),
    "peaceful protest": ("PROTEST", "demo", ()),
    "protest with intervention": ("PROTEST", "demo", ()),
    "excessive force against protesters": ("PROTEST", "demo", ("repression",)),
    "violent demonstration": ("PROTEST", "riot", ()),
    "mob violence": ("ASSAULT", "primitive", ()),
    "agreement": ("AGREE", None, ()),
    "arrests": ("COERCE", "arrest", ()),
    "disrupted weapons use": ("COERCE", "seize", ("military",)),
    "headquarters or base established": ("MOBILIZE", None, ("military",)),
    "looting/property destruction": ("ASSAULT", "destroy", ()),
    "non-violent transfer of territory": ("RETREAT", "withdraw", ("territory",)),
}
_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WRITTEN: Final = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[ -](\d{4})")
_YEARS: Final = re.compile(r"\s*\(\d{4}(?:-\d{0,4})?\)")
_COUNTRY: Final = re.compile(r"\(([^()]+)\)\s*$|\b(?:Forces|Government|Army|Police|Navy) of (?:the )?(.+)$")
_SECTORS: Final = (
    ("Military Forces", "MIL"), ("Police Forces", "COP"), ("Government of", "GOV"), ("Civilians", "CVL"),
    ("Protesters", "CVL"), ("Rioters", "CVL"),
)  # fmt: skip
#: Who the first number, or word, of `inter1` and `inter2` says that an actor is.
_KINDS: Final = {"2": "REB", "Rebel group": "REB", "3": "PRM", "Political militia": "PRM"}
#: Days before and after a date that is exact to a week.
_WEEK: Final = timedelta(days=3)


def read(lines: Iterator[Line], known: Known) -> Iterator[Reading | Failure]:
    """The rows of a file, whose first line names its columns, parted by commas, semicolons or tabs."""
    header: list[str] | None = None
    for line, values in delimited(lines):
        if header is None:
            header = titled(values, {})
            missing = _COLUMNS.missing(header, line)
            if missing is not None:
                yield missing
                return
        else:
            yield tried(line, partial(_reading, header, values))


def _reading(header: list[str], values: list[str], line: Line) -> Reading:
    row = [(name, value) for name, value in named(header, values) if value]
    # The row begins with its id, by which its event is told from others.
    sheet = Sheet(sorted(row, key=lambda cell: cell[0] != "event_id_cnty"))
    told = _told(sheet)
    document = Document(
        sheet.text,
        title=f"ACLED event {sheet['event_id_cnty']}",
        publisher=sheet["source"] or None,
        published=_uploaded(sheet["timestamp"]),
        path=line.place,
        transport="ACLED import",
    )
    return reading(document, sheet.whole, READER, told)


def _told(sheet: Sheet) -> Told | None:
    found = TYPES.get(sheet["sub_event_type"].strip().lower())
    actor, recipient = _actor(sheet, "1"), _actor(sheet, "2")
    occurred = _when(sheet["event_date"], sheet["time_precision"])
    if found is None:
        return None
    somebody(actor, recipient)
    type_, mode, contexts = found
    return Told(type_, mode, actor, recipient, occurred, contexts, _dead(sheet))


def _actor(sheet: Sheet, side: str) -> tuple[Party, ...]:
    """`Military Forces of Azerbaijan (2003-)`: the years left out, its state by its name, its sector by what it is."""
    name = sheet[f"actor{side}"]
    if name in NOTHING:
        return ()
    plain = _YEARS.sub("", name)
    match = _COUNTRY.search(plain)
    code = code_of((match[1] or match[2]).split("-")[0]) if match else None
    kind = sheet[f"inter{side}"].strip()
    sector = next((sector for start, sector in _SECTORS if plain.startswith(start)), _KINDS.get(kind))
    return (Party(code or code_of(plain), plain, sheet.span(f"actor{side}"), sector),)


def _when(text: str, precision: str) -> Interval:
    """A day, the week around it or its month, as `time_precision` (1, 2, 3) says."""
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        found = dated(text)
    else:
        name = match[2].lower()
        if name not in _MONTHS:
            raise InvalidValue(f"{text!r} is not a date; write 2023-05-30 or 30 May 2023.")
        found = dated(f"{match[3]}-{_MONTHS.index(name) + 1:02}-{int(match[1]):02}")
    if found.start is None or precision.strip() not in ("2", "3"):
        return found
    whole = month(found.start.year, found.start.month)
    if precision.strip() == "3":
        return Interval(whole.start, whole.end, "month", text, "stated")
    return Interval(shifted(found.start, -_WEEK), shifted(found.start, _WEEK), "day", text, "stated")


def _dead(sheet: Sheet) -> tuple[Quantity, ...]:
    text = sheet["fatalities"].strip()
    if not re.fullmatch(r"\d{1,9}", text) or int(text) == 0:
        return ()
    return (Quantity(float(text), float(text), "dead", sheet.span("fatalities", text)),)


def _uploaded(timestamp: str) -> Interval | None:
    """When ACLED published a row: seconds since 1970."""
    if not timestamp.isdecimal() or len(timestamp) > 10:
        return None
    found: date = datetime.fromtimestamp(int(timestamp), UTC).date()
    return day(found, text=timestamp)
