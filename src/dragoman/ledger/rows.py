"""Records as rows of the tables, and rows as records.

Texts of spans are not stored a second time: they are cut from the document's text by their offsets.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from dragoman.errors import InvalidValue
from dragoman.ledger.connection import Row
from dragoman.records import Attribution, Document, Interval, Party, Quantity, Source, Span, Standing, Statement
from dragoman.records.identity import kept

DOCUMENT_COLUMNS = (
    "id, title, publisher, author, published, published_from, published_to, published_precision, published_text, "
    "published_basis, url, path, transport, text"
)
STATEMENT_COLUMNS = (
    "id, claim, kind, type, mode, contexts, standing, occurred_from, occurred_to, precision, occurred_text, basis, "
    "evidence_start, evidence_end, certainty, reader"
)
NAME_COLUMNS = "code, sector, name, role, wikidata"
MENTION_COLUMNS = "statement, position, acts, name, mention_start, mention_end"
#: Of the view that joins `mentions` with `names`.
PARTY_COLUMNS = "statement, side, position, code, sector, name, role, wikidata, mention_start, mention_end"
CHAIN_COLUMNS = "statement, position, name, kind, code, sector, cue, direct, mention_start, mention_end"
QUANTITY_COLUMNS = "statement, position, low, high, unit, of, whose, approximate, mention_start, mention_end"


def insertion(table: str, columns: str) -> str:
    """The command that puts one row with these columns into the table."""
    places = ", ".join("?" * (columns.count(",") + 1))
    return f"INSERT INTO {table} ({columns}) VALUES ({places})"


def document_row(document: Document) -> Row:
    """A document in the order of `DOCUMENT_COLUMNS`."""
    published = document.published
    when = _NO_INTERVAL if published is None else (published.iso(), *_interval_row(published))
    return (
        *(document.id, document.title, document.publisher, document.author),
        *when,
        *(document.url, document.path, document.transport, document.text),
    )


def document_from(row: Row) -> Document:
    """The document that `document_row` made the row of, with the id that the row has."""
    identity, title, publisher, author, _, start, end, precision, words, basis, url, path, transport, text = row
    published = None if precision is None else Interval(_date(start), _date(end), precision, words, basis)
    fields = {"text": text, "title": title, "publisher": publisher, "author": author, "published": published}
    return kept(Document, {**fields, "url": url, "path": path, "transport": transport, "id": identity})


def statement_row(statement: Statement, text: str) -> Row:
    """A statement in the order of `STATEMENT_COLUMNS`; raises `InvalidValue` if its evidence is not in the text."""
    evidence = statement.evidence
    if text[evidence.start : evidence.end] != evidence.text:
        raise _misplaced(evidence)
    return (
        statement.id,
        statement.claim,
        statement.kind,
        statement.type,
        statement.mode,
        json.dumps(statement.contexts, ensure_ascii=False) if statement.contexts else None,
        str(statement.standing),
        *_interval_row(statement.occurred),
        evidence.start,
        evidence.end,
        statement.certainty,
        statement.reader,
    )


def mention_rows(key: int, statement: Statement, text: str, named: Callable[[Row], int]) -> list[Row]:
    """The parties of the statement with that key, in the order of `MENTION_COLUMNS`.

    `named` gives the key of the row of `names` (`NAME_COLUMNS`) that says who a party is.
    """
    found: list[Row] = []
    for acts, parties in ((1, statement.actor), (0, statement.recipient)):
        for party in parties:
            mention = party.mention
            start, end = mention.start, mention.end
            if text[start:end] != mention.text:
                raise _misplaced(mention)
            name = named((party.code, party.sector, party.name, party.role, party.wikidata))
            found.append((key, len(found), acts, name, start, end))
    return found


def chain_rows(key: int, statement: Statement, text: str) -> list[Row]:
    """The links of the statement's chain, outermost first, in the order of `CHAIN_COLUMNS`."""
    return [_link_row(key, position, link, text) for position, link in enumerate(statement.chain)]


def quantity_rows(key: int, statement: Statement, text: str) -> list[Row]:
    """The quantities of the statement, in the order of `QUANTITY_COLUMNS`."""
    return [_quantity_row(key, position, quantity, text) for position, quantity in enumerate(statement.quantities)]


def statement_from(row: Row, parts: tuple[list[Row], list[Row], list[Row]], document: Document) -> Statement:
    """The statement that a row and the rows of its parties, chain and quantities (`parts`) were made of, with the ids
    that the row has.

    Raises `InvalidValue` if an offset lies outside the document's text, `ValueError` if a word is none of ours.
    """
    identity, claim, kind, type_, mode, contexts, standing, *when, first, last, certainty, reader = row
    parties, links, quantities = parts
    text = document.text
    fields = {
        "kind": kind,
        "type": type_,
        "actor": tuple(_party(party, text) for party in parties if party[1] == "actor"),
        "recipient": tuple(_party(party, text) for party in parties if party[1] == "recipient"),
        "occurred": Interval(_date(when[0]), _date(when[1]), *when[2:]),
        "standing": Standing(standing),
        "document": document.id,
        "evidence": _cut(text, first, last),
        "certainty": certainty,
        "reader": reader,
        "mode": mode,
        "contexts": () if contexts is None else tuple(json.loads(contexts)),
        "quantities": tuple(_quantity(quantity, text) for quantity in quantities),
        "chain": tuple(_link(link, text) for link in links),
        "claim": claim,
        "id": identity,
    }
    return kept(Statement, fields)


_NO_INTERVAL: Row = (None,) * 6


def _interval_row(interval: Interval) -> Row:
    start, end = interval.start, interval.end
    first = None if start is None else start.isoformat()
    return (
        first,
        first if end is start else None if end is None else end.isoformat(),
        interval.precision,
        interval.text,
        interval.basis,
    )


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _held(span: Span, text: str) -> Span:
    if text[span.start : span.end] != span.text:
        raise _misplaced(span)
    return span


def _misplaced(span: Span) -> InvalidValue:
    return InvalidValue(
        f"The words {span.text[:60]!r} do not stand at {span.start}-{span.end} of the document's text; "
        "a statement's spans must be cut from the document that it is added with."
    )


def _cut(text: str, start: int, end: int) -> Span:
    return Span(start, end, text[start:end])


def _party(row: Row, text: str) -> Party:
    _, _, _, code, sector, name, role, wikidata, start, end = row
    return Party(code, name, _cut(text, start, end), sector, role, wikidata)


def _link_row(key: int, position: int, link: Attribution, text: str) -> Row:
    source, mention = link.source, _held(link.mention, text)
    about = (source.name, source.kind, source.code, source.sector)
    return (key, position, *about, link.cue, int(link.direct), mention.start, mention.end)


def _link(row: Row, text: str) -> Attribution:
    _, _, name, kind, code, sector, cue, direct, start, end = row
    return Attribution(Source(name, kind, code, sector), _cut(text, start, end), cue, bool(direct))


def _quantity_row(key: int, position: int, quantity: Quantity, text: str) -> Row:
    mention = _held(quantity.mention, text)
    bounds = (_number(quantity.low), _number(quantity.high))
    about = (quantity.unit, quantity.of, quantity.whose, int(quantity.approximate))
    return (key, position, *bounds, *about, mention.start, mention.end)


def _number(bound: float | None) -> float | None:
    # SQLite keeps "not a number" as NULL, which means an open bound here.
    if bound is not None and bound != bound:
        raise InvalidValue("A quantity's bound is not a number (NaN); leave it None if the bound is open.")
    return bound


def _quantity(row: Row, text: str) -> Quantity:
    _, _, low, high, unit, of, whose, approximate, start, end = row
    return Quantity(low, high, unit, _cut(text, start, end), of, whose, bool(approximate))
