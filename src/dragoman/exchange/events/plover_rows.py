"""PLOVER read: an event a line, or a list of them; each is a document, and makes a statement of each of its types."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from dragoman.codebook.names import label
from dragoman.codebook.sectors import sectors
from dragoman.errors import InvalidValue
from dragoman.exchange.events.imported import Known, Told, code_of, dated, published, reading, somebody, tried, typed
from dragoman.exchange.events.rows import Line
from dragoman.records import Document, Failure, Interval, Party, Reading, Span, Standing

READER: Final = "import plover 1"
#: What the manual's table, its example, and coders' programs call the same thing; the first that is there counts.
_CODE: Final = ("code", "country", "country_code", "country_name")
_NAME: Final = ("identifier_text", "entity_name", "entity_text", "raw_text", "text", "name")
_WORDS: Final = ("entity_text", "raw_text", "text", "identifier_text", "entity_name", "name")
_SECTOR: Final = ("sector", "sector_code", "code_1")
_WIKIDATA: Final = ("identifier_id", "wikidata_id")
_EVENT: Final = ("event", "event_type")
_MODE: Final = ("mode", "event_mode")
_CONTEXT: Final = ("context", "contexts")
#: The sides of an event, and what programs that keep them among its attributes call them.
_SIDES: Final = {"actor": "ACTOR", "recipient": "RECIP"}


def read(lines: Iterator[Line], known: Known) -> Iterator[Reading | Failure]:
    """The events of a file of JSON Lines, or of one that is a single list of them."""
    for line in lines:
        if line.number == 1 and line.text.lstrip().startswith("["):
            yield from _listed(line, lines)
        elif line.text.strip():
            yield tried(line, _reading)


def _listed(first: Line, others: Iterator[Line]) -> Iterator[Reading | Failure]:
    text = "\n".join([first.text, *(line.text for line in others)])
    try:
        events = json.loads(text)
    except (ValueError, RecursionError) as error:
        yield Failure(first.path, f"The file is not JSON ({error}); a list of events, or one a line, is expected.")
        return
    for number, event in enumerate(events, start=1):
        yield tried(Line(first.path, number, json.dumps(event, ensure_ascii=False)), _reading)


@dataclass(frozen=True, slots=True)
class _Event:
    """An event and the text of its line, in which its values have their places."""

    values: dict[str, Any]
    text: str

    def first(self, *names: str) -> str | None:
        """The value of the first of these fields that is there, in the event or in its citation."""
        about = self.values.get("cite_info")
        for each in (self.values, about if isinstance(about, dict) else {}):
            found = _first(each, names)
            if found is not None:
                return found
        return None

    def listed(self, names: Sequence[str]) -> list[str]:
        """The values of the first of these fields that is there; one may stand by itself."""
        found: Any = next((self.values[name] for name in names if self.values.get(name)), [])
        return [str(each) for each in (found if isinstance(found, list) else [found]) if each is not None]

    def span(self, value: str, after: str) -> Span:
        """Where a value stands in the text, after the name of the field that it is in; else the whole of it."""
        begin = max(self.text.find(f'"{after}"'), 0)
        for is_ascii in (False, True):
            written = json.dumps(value, ensure_ascii=is_ascii)[1:-1]
            at = self.text.find(f'"{written}"', begin)
            if written and at >= 0:
                return Span.of(self.text, at + 1, at + 1 + len(written))
        return Span(0, len(self.text), self.text)


def _reading(line: Line) -> Reading:
    event = _Event(_values(line.text), line.text)
    if "\0" in line.text:
        raise InvalidValue("The line holds a NUL character, which no text can; take it out.")
    document = Document(
        line.text,
        title=event.first("title", "headline") or f"PLOVER event {event.first('id')}",
        publisher=event.first("publication", "publisher"),
        published=published(event.first("pub_date") or ""),
        url=event.first("url"),
        path=line.place,
        transport="PLOVER import",
    )
    return reading(document, event.span("", ""), READER, *_told(event))


def _values(text: str) -> dict[str, Any]:
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidValue(f"The line is not JSON ({error}).") from error
    if not isinstance(values, dict):
        raise InvalidValue(f"An event is an object with `date`, `actor` and `event`, not {text[:40]!r}.")
    return values


def _told(event: _Event) -> Iterator[Told]:
    types = event.listed(_EVENT)
    if not types:
        raise InvalidValue("The event has no `event`; give its PLOVER type.")
    actor, recipient = _side(event, "actor"), _side(event, "recipient")
    somebody(actor, recipient)
    modes = [each.lower() for each in event.listed(_MODE)]
    contexts = tuple(each.lower().replace(" ", "_") for each in event.listed(_CONTEXT))
    standing, certainty = event.first("standing") or "asserted", event.values.get("certainty", 1.0)
    if standing not in list(Standing) or not isinstance(certainty, int | float) or not 0 <= certainty <= 1:
        raise InvalidValue(f"The event has the standing {standing!r} and the certainty {certainty!r}, which are none.")
    for number, type_ in enumerate(types):
        mode = modes[number] if len(modes) == len(types) else next(iter(modes), None)
        yield Told(
            typed(type_), mode, actor, recipient, _when(event), contexts, (), Standing(standing), float(certainty)
        )


def _when(event: _Event) -> Interval:
    began, ended = event.first("date"), event.first("enddate")
    found = dated(began or "")
    if ended is None or found.start is None:
        return found
    return Interval(found.start, dated(ended).end, found.precision, found.text, "stated")


def _side(event: _Event, side: str) -> tuple[Party, ...]:
    attributes = event.values.get("attributes")
    found = event.values.get(side)
    if found is None and isinstance(attributes, dict):
        found = attributes.get(_SIDES[side])
    listed = found if isinstance(found, list) else [found] if found else []
    return tuple(party for each in listed if (party := _party(event, side, each)) is not None)


def _party(event: _Event, side: str, given: object) -> Party | None:
    entity = given if isinstance(given, dict) else {"code": given} if isinstance(given, str) else {}
    written, words, sector = (_first(entity, names) for names in (_CODE, _WORDS, _SECTOR))
    name = _first(entity, _NAME)
    if written is None and name is None:
        return None
    code = code_of(written or "") or code_of(name or "")
    called = name or (label(code) if code is not None else written)
    mention = event.span(words or written or "", side)
    role, wikidata = _first(entity, ("office",)), _first(entity, _WIKIDATA)
    return Party(code, called or "", mention, sector if sector in sectors() else None, role, wikidata)


def _first(values: dict[str, Any], names: Sequence[str]) -> str | None:
    return next((str(values[name]) for name in names if values.get(name) not in (None, "", [], {})), None)
