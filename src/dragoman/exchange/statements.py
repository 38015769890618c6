"""The statement as JSON Lines: one object a line, keys as in docs/statement.md, `null` where nothing is known."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.exchange.exported import Exported
from dragoman.records import Attribution, Document, Entry, Interval, Party, Quantity, Span


def write(exported: Exported, target: Path) -> None:
    """Write one line of JSON for each entry into a file."""
    with open(target, "x", encoding="utf-8", newline="\n") as file:
        file.writelines(lines(exported.entries))


def lines(entries: Iterable[Entry]) -> Iterator[str]:
    """One line of JSON, with its line end, for each entry."""
    for entry in entries:
        yield json.dumps(to_json(entry), ensure_ascii=False) + "\n"


def to_json(entry: Entry) -> dict[str, Any]:
    """An entry as the exchange record."""
    statement = entry.statement
    return {
        "id": statement.id,
        "claim": statement.claim,
        "kind": statement.kind,
        "type": statement.type,
        "mode": statement.mode,
        "contexts": list(statement.contexts),
        "actor": [_party(party) for party in statement.actor],
        "recipient": [_party(party) for party in statement.recipient],
        "occurred": _interval(statement.occurred),
        "quantities": [_quantity(quantity) for quantity in statement.quantities],
        "standing": statement.standing.value,
        "chain": [_link(link) for link in statement.chain],
        "document": _document(entry.document),
        "evidence": _span(statement.evidence),
        "certainty": statement.certainty,
        "occurrence": entry.occurrence,
        "origins": entry.origins,
        "origin": entry.origin,
        "original_source": entry.original_source,
        "reader": statement.reader,
        "recorded": entry.recorded,
        "superseded": entry.superseded,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _party(party: Party) -> dict[str, Any]:
    return {
        "code": party.code,
        "sector": party.sector,
        "name": party.name,
        "role": party.role,
        "wikidata": party.wikidata,
        "mention": _span(party.mention),
    }


def _interval(interval: Interval) -> dict[str, Any]:
    return {
        "from": interval.start.isoformat() if interval.start else None,
        "to": interval.end.isoformat() if interval.end else None,
        "precision": interval.precision,
        "text": interval.text,
        "basis": interval.basis,
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "of": quantity.of,
        "whose": quantity.whose,
        "approximate": quantity.approximate,
        "text": quantity.mention.text,
        "start": quantity.mention.start,
        "end": quantity.mention.end,
    }


def _link(link: Attribution) -> dict[str, Any]:
    source = link.source
    return {
        "source": {"name": source.name, "code": source.code, "sector": source.sector, "kind": source.kind},
        "cue": link.cue,
        "direct": link.direct,
        "start": link.mention.start,
        "end": link.mention.end,
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.iso() if document.published else None,
        "url": document.url,
        "path": document.path,
        "transport": document.transport,
    }
