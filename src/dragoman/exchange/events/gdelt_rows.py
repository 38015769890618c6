"""GDELT read: events (61, 58 or 57 columns) and mentions of them (16), each row a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final
from urllib.parse import urlsplit

from dragoman.codebook.cameo import GROUPS, sector_read
from dragoman.codebook.names import label
from dragoman.codebook.sectors import sectors
from dragoman.errors import InvalidValue
from dragoman.exchange.events.columns import GDELT, GDELT_1, MENTIONS
from dragoman.exchange.events.imported import Known, Told, by_cameo, code_of, dated, published, reading, tried
from dragoman.exchange.events.rows import Line
from dragoman.exchange.events.sheet import Sheet, cells
from dragoman.records import Document, Failure, Party, Reading

READER: Final = "import gdelt 1"
#: How the documents of events are titled, by which mentions find them.
TITLE: Final = "GDELT event {}"
#: The tables by the number of their columns.
_TABLES: Final = {61: GDELT, 58: GDELT_1, 57: GDELT_1[:-1], 16: MENTIONS, 15: MENTIONS[:-1]}
_GROUPS: Final = {written: code for code, written in GROUPS.items()}
#: Mentions of pages on the web, which have an address.
_WEB: Final = "1"
_HEADED: Final = "GLOBALEVENTID"
_LONGEST: Final = 18


def read(lines: Iterator[Line], known: Known) -> Iterator[Reading | Failure]:
    """The rows of a file of events or of mentions, told by the number of their cells; a first line may name them."""
    header: list[str] | None = None
    for line in lines:
        parts = line.text.split("\t")
        if line.number == 1 and parts[0].upper() == _HEADED:
            header = [_HEADED, *parts[1:]]
        elif line.text.strip():
            yield tried(line, partial(_reading, header, known))


def _reading(header: list[str] | None, known: Known, line: Line) -> Reading:
    values = line.text.split("\t")
    columns: Sequence[str] | None = header if header is not None else _TABLES.get(len(values))
    if columns is None or len(columns) != len(values):
        raise InvalidValue(f"The row has {len(values)} cells; events have 61, 58 or 57 columns and mentions 16.")
    row = [(name, value) for name, value in zip(columns, values, strict=True) if value]
    return _mention(row, known, line) if "MentionIdentifier" in columns else _event(row, line)


def _event(row: list[tuple[str, str]], line: Line) -> Reading:
    sheet = Sheet(row)
    if not sheet[_HEADED].isdecimal() or len(sheet[_HEADED]) > _LONGEST:
        raise InvalidValue(f"GLOBALEVENTID must be a number of {_LONGEST} digits at most, not {sheet[_HEADED][:40]!r}.")
    url = sheet["SOURCEURL"] or None
    document = Document(
        sheet.text,
        title=TITLE.format(sheet[_HEADED]),
        publisher=_site(url),
        published=published(sheet["DATEADDED"]),
        url=url,
        path=line.place,
        transport="GDELT import",
    )
    return reading(document, sheet.whole, READER, _told(sheet))


def _mention(row: list[tuple[str, str]], known: Known, line: Line) -> Reading:
    about = dict(row)
    identity, where = about.get(_HEADED, ""), about.get("MentionIdentifier", "")
    event = known(TITLE.format(identity)) if identity else None
    if event is None:
        raise InvalidValue(f"The ledger has no event {identity}; import the file of events first, then this one again.")
    sheet = Sheet([*row, *((name, value) for name, value in cells(event.text).items() if name != _HEADED)])
    url = where if about.get("MentionType") == _WEB else None
    document = Document(
        sheet.text,
        title=f"GDELT mention of event {identity}",
        publisher=about.get("MentionSourceName") or _site(url),
        published=published(sheet["MentionTimeDate"]),
        url=url,
        path=line.place,
        transport="GDELT import",
    )
    told = _told(sheet)
    if told is None or url == event.url:
        # The event's own row is the report of the article that it was first found in.
        return reading(document, sheet.whole, READER, None)
    return reading(document, sheet.whole, READER, replace(told, certainty=_certainty(sheet["Confidence"])))


def _told(sheet: Sheet) -> Told | None:
    """What a row tells; `None` if PLOVER has no type for its code."""
    sides = (_party(sheet, "Actor1"), _party(sheet, "Actor2"))
    return by_cameo(sheet["EventCode"], *sides, dated(sheet["SQLDATE"]))


def _party(sheet: Sheet, side: str) -> tuple[Party, ...]:
    name, country, group = (sheet[f"{side}{column}"] for column in ("Name", "CountryCode", "KnownGroupCode"))
    if not (name or country or group):
        return ()
    code = code_of(country) or _GROUPS.get(group) or code_of(name)
    # GDELT writes names in capitals; the codebook's is given where the name is that of the state itself.
    called = label(code) if code is not None and code_of(name or country) == code else name
    sector = sector_read(sheet[f"{side}Type1Code"])
    column = f"{side}Name" if name else f"{side}CountryCode" if country else f"{side}KnownGroupCode"
    return (Party(code, called or country or group, sheet.span(column), sector if sector in sectors() else None),)


def _certainty(confidence: str) -> float:
    """GDELT's confidence, ten to a hundred, that it found the event in that article."""
    return int(confidence) / 100 if re.fullmatch(r"100|\d{1,2}", confidence) else 1.0


def _site(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        host = None
    return host.removeprefix("www.") if host else None
