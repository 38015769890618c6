"""Documents and statements as rows of flat tables, and back: what Parquet holds of them, and nothing is lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dragoman.records import (
    Attribution,
    Document,
    Interval,
    Party,
    Quantity,
    Reading,
    Source,
    Span,
    Standing,
    Statement,
)

Row = Mapping[str, Any]
#: What a column holds: a word for a value, a list of one kind, or the fields of a record.
Kind = str | list["Kind"] | dict[str, "Kind"]

_WHEN: dict[str, Kind] = {"from": "day", "to": "day", "precision": "text", "text": "text", "basis": "text"}
_PLACE: dict[str, Kind] = {"start": "whole", "end": "whole"}
_PARTY: dict[str, Kind] = {
    "code": "text", "name": "text", "sector": "text", "role": "text", "wikidata": "text", **_PLACE
}  # fmt: skip
_LINK: dict[str, Kind] = {
    "name": "text", "kind": "text", "code": "text", "sector": "text", "cue": "text", "direct": "truth", **_PLACE
}  # fmt: skip
_QUANTITY: dict[str, Kind] = {
    "low": "number", "high": "number", "unit": "text", "of": "text", "whose": "text", "approximate": "truth", **_PLACE
}  # fmt: skip

#: Columns of documents. `item` is the path of what gave it, `print` what finding its copies takes.
DOCUMENTS: dict[str, Kind] = {
    "id": "text",
    "item": "text",
    "month": "text",
    "title": "text",
    "publisher": "text",
    "author": "text",
    "published": _WHEN,
    "url": "text",
    "path": "text",
    "transport": "text",
    "text": "text",
    "reader": "text",
    "print": "bytes",
}
#: Columns of statements. Places are code points of the document's text; `publisher` and `published` are the document's.
STATEMENTS: dict[str, Kind] = {
    "id": "text",
    "claim": "text",
    "document": "text",
    "item": "text",
    "month": "text",
    "publisher": "text",
    "published": "day",
    "kind": "text",
    "type": "text",
    "mode": "text",
    "contexts": ["text"],
    "standing": "text",
    "occurred": _WHEN,
    "actor": [_PARTY],
    "recipient": [_PARTY],
    "chain": [_LINK],
    "quantities": [_QUANTITY],
    "evidence": {**_PLACE, "text": "text"},
    "certainty": "number",
    "reader": "text",
}


def month(document: Document) -> str:
    """The month in which a document was published, as `2024-05`, or `undated`; of a longer time its first."""
    published = document.published
    return published.start.isoformat()[:7] if published is not None and published.start is not None else "undated"


def document_row(reading: Reading, item: str, signature: bytes) -> Row:
    """The document of a reading, in the columns of `DOCUMENTS`."""
    document = reading.document
    return {
        "id": document.id,
        "item": item,
        "month": month(document),
        "title": document.title,
        "publisher": document.publisher,
        "author": document.author,
        "published": _when_row(document.published) if document.published is not None else None,
        "url": document.url,
        "path": document.path,
        "transport": document.transport,
        "text": document.text,
        "reader": reading.reader,
        "print": signature,
    }


def document_from(row: Row) -> Document:
    """The document that `document_row` made the row of."""
    published = _when(row["published"]) if row["published"] is not None else None
    about = (row["title"], row["publisher"], row["author"])
    return Document(row["text"], *about, published, row["url"], row["path"], row["transport"])


def statement_row(statement: Statement, document: Document, item: str) -> Row:
    """A statement of a document, in the columns of `STATEMENTS`."""
    published = document.published
    return {
        "id": statement.id,
        "claim": statement.claim,
        "document": document.id,
        "item": item,
        "month": month(document),
        "publisher": document.publisher,
        "published": published.start if published is not None else None,
        "kind": statement.kind,
        "type": statement.type,
        "mode": statement.mode,
        "contexts": list(statement.contexts),
        "standing": str(statement.standing),
        "occurred": _when_row(statement.occurred),
        "actor": [_party_row(each) for each in statement.actor],
        "recipient": [_party_row(each) for each in statement.recipient],
        "chain": [_link_row(each) for each in statement.chain],
        "quantities": [_quantity_row(each) for each in statement.quantities],
        "evidence": {**_place(statement.evidence), "text": statement.evidence.text},
        "certainty": statement.certainty,
        "reader": statement.reader,
    }


def statement_from(row: Row, document: Document) -> Statement:
    """The statement of a document that `statement_row` made the row of."""
    text = document.text
    return Statement(
        kind=row["kind"],
        type=row["type"],
        actor=tuple(_party(each, text) for each in row["actor"]),
        recipient=tuple(_party(each, text) for each in row["recipient"]),
        occurred=_when(row["occurred"]),
        standing=Standing(row["standing"]),
        document=document.id,
        evidence=_cut(row["evidence"], text),
        certainty=row["certainty"],
        reader=row["reader"],
        mode=row["mode"],
        contexts=tuple(row["contexts"]),
        quantities=tuple(_quantity(each, text) for each in row["quantities"]),
        chain=tuple(_link(each, text) for each in row["chain"]),
    )


def _when_row(interval: Interval) -> Row:
    return {
        "from": interval.start,
        "to": interval.end,
        "precision": interval.precision,
        "text": interval.text,
        "basis": interval.basis,
    }


def _when(row: Row) -> Interval:
    return Interval(row["from"], row["to"], row["precision"], row["text"], row["basis"])


def _place(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _cut(row: Row, text: str) -> Span:
    return Span.of(text, row["start"], row["end"])


def _party_row(party: Party) -> Row:
    about = {"code": party.code, "name": party.name, "sector": party.sector, "role": party.role}
    return {**about, "wikidata": party.wikidata, **_place(party.mention)}


def _party(row: Row, text: str) -> Party:
    return Party(row["code"], row["name"], _cut(row, text), row["sector"], row["role"], row["wikidata"])


def _link_row(link: Attribution) -> Row:
    source = link.source
    about = {"name": source.name, "kind": source.kind, "code": source.code, "sector": source.sector}
    return {**about, "cue": link.cue, "direct": link.direct, **_place(link.mention)}


def _link(row: Row, text: str) -> Attribution:
    source = Source(row["name"], row["kind"], row["code"], row["sector"])
    return Attribution(source, _cut(row, text), row["cue"], row["direct"])


def _quantity_row(quantity: Quantity) -> Row:
    about = {"low": quantity.low, "high": quantity.high, "unit": quantity.unit, "of": quantity.of}
    return {**about, "whose": quantity.whose, "approximate": quantity.approximate, **_place(quantity.mention)}


def _quantity(row: Row, text: str) -> Quantity:
    bounds = (row["low"], row["high"], row["unit"])
    return Quantity(*bounds, _cut(row, text), row["of"], row["whose"], row["approximate"])
