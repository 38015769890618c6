"""ICEWS read: a row is a document, and makes one statement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.codebook.sectors import role_words, sectors
from dragoman.exchange.events.imported import (
    NOTHING,
    Columns,
    Known,
    Told,
    by_cameo,
    code_of,
    dated,
    named,
    reading,
    tabbed,
)
from dragoman.exchange.events.rows import Line
from dragoman.exchange.events.sheet import Sheet
from dragoman.records import Document, Failure, Party, Reading

READER: Final = "import icews 1"
_COLUMNS: Final = Columns("ICEWS", ("Event Date", "CAMEO Code", "Source Name", "Target Name"))
#: Words of ICEWS' sectors, the first that stands in a cell deciding, where the codebook's do not say it.
_SECTORS: Final = (
    ("Police", "COP"), ("Military", "MIL"), ("Rebel", "REB"), ("Insurgent", "REB"), ("Separatist", "REB"),
    ("Judicial", "JUD"), ("Legislative", "LEG"), ("Parliament", "LEG"), ("Government", "GOV"), ("Executive", "GOV"),
    ("Ministry", "GOV"), ("Party", "PTY"), ("Parties", "PTY"), ("Opposition", "OPP"), ("Media", "JRN"),
    ("Medical", "MED"), ("Education", "EDU"), ("Labor", "LAB"), ("Business", "BUS"), ("Refugee", "REF"),
    ("Criminal", "CRM"), ("Religious", "REL"), ("International", "IGO"), ("Civil", "CVL"), ("Population", "CVL"),
    ("Social", "SOC"),
)  # fmt: skip


def read(lines: Iterator[Line], known: Known) -> Iterator[Reading | Failure]:
    """The rows of a file, whose first line names its columns."""
    return tabbed(lines, _reading, _COLUMNS)


def _reading(header: list[str], line: Line) -> Reading:
    sheet = Sheet(named(header, line.text.split("\t")))
    told = _told(sheet)
    document = Document(
        sheet.text,
        title=f"ICEWS event {sheet['Event ID']}",
        publisher=sheet["Publisher"] if sheet["Publisher"] not in NOTHING else None,
        # The sentence was published on the day that the event is dated to.
        published=dated(sheet["Event Date"]),
        path=line.place,
        transport="ICEWS import",
    )
    return reading(document, sheet.whole, READER, told)


def _told(sheet: Sheet) -> Told | None:
    sides = (_side(sheet, "Source"), _side(sheet, "Target"))
    return by_cameo(sheet["CAMEO Code"], *sides, dated(sheet["Event Date"]))


def _side(sheet: Sheet, side: str) -> tuple[Party, ...]:
    name, country = sheet[f"{side} Name"], sheet[f"{side} Country"]
    if name in NOTHING and country in NOTHING:
        return ()
    column = f"{side} Name" if name not in NOTHING else f"{side} Country"
    code = code_of(country) or code_of(name)
    return (Party(code, sheet[column], sheet.span(column), _sector(sheet[f"{side} Sectors"])),)


def _sector(cell: str) -> str | None:
    """The sector that one of ICEWS' sectors, or one of the codebook's labels, means."""
    labels = {called: code for code, called in sectors().items()}
    found = labels.get(cell) or role_words().get(cell.lower())
    return found or next((code for word, code in _SECTORS if word in cell), None)
