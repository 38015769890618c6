"""POLECAT read: a row is a document, and makes one statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.exchange.events.imported import (
    NOTHING,
    Columns,
    Known,
    Told,
    dated,
    named,
    parted,
    parties,
    published,
    reading,
    somebody,
    tabbed,
    typed,
)
from dragoman.exchange.events.rows import Line
from dragoman.exchange.events.sheet import Sheet
from dragoman.records import Document, Failure, Party, Reading

READER: Final = "import polecat 1"
#: Later files call one otherwise.
_COLUMNS: Final = Columns(
    "POLECAT", ("Event Date", "Event Type", "Actor Name", "Recipient Name"), {"Event Intensity": "Intensity"}
)


def read(lines: Iterator[Line], known: Known) -> Iterator[Reading | Failure]:
    """The rows of a file, whose first line names its columns; others than the forty are kept with the row."""
    return tabbed(lines, _reading, _COLUMNS)


def _reading(header: list[str], line: Line) -> Reading:
    # What is not there is written as `None` again.
    sheet = Sheet(cell for cell in named(header, line.text.split("\t")) if cell[1] != "None")
    told = _told(sheet)
    headline = sheet["Headline"]
    document = Document(
        sheet.text,
        title=headline if headline not in NOTHING else f"POLECAT event {sheet['Event ID']}",
        publisher=sheet["Source"] if sheet["Source"] not in NOTHING else None,
        published=published(sheet["Publication Date"]),
        path=line.place,
        transport="POLECAT import",
    )
    return reading(document, sheet.whole, READER, told)


def _told(sheet: Sheet) -> Told:
    actor, recipient = _side(sheet, "Actor"), _side(sheet, "Recipient")
    somebody(actor, recipient)
    return Told(
        typed(sheet["Event Type"]),
        next(iter(parted(sheet["Event Mode"].lower())), None),
        actor,
        recipient,
        dated(sheet["Event Date"]),
        tuple(each.lower().replace(" ", "_") for each in parted(sheet["Contexts"])),
    )


def _side(sheet: Sheet, side: str) -> tuple[Party, ...]:
    columns = {
        "name": f"{side} Name",
        "country": f"{side} Country",
        "sector": f"{side} Sectors",
        "role": f"{side} Title",
    }
    if len(parted(sheet[f"{side} Sectors"])) < 2:
        columns["sector"] = f"Primary {side} Sector"
    return parties(sheet, columns)
