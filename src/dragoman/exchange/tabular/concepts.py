"""The tables that a ledger goes out as: their columns, and the rows that entries make in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal

from dragoman.exchange.exported import Exported
from dragoman.exchange.gathering import Gathered, gathered
from dragoman.exchange.judged import Judged
from dragoman.exchange.policy import Policy
from dragoman.records import Document, Entry, Party, Standing

#: What a column holds: texts, whole numbers, numbers, truth, days (ISO), lists of texts. Any value may be missing.
Kind = Literal["text", "whole", "number", "truth", "day", "texts"]
Row = tuple[object, ...]

#: The version of the tables; it changes when a column is renamed, dropped, or comes to mean something else.
SCHEMA_VERSION: Final = "1"


def _columns(written: str) -> dict[str, Kind]:
    """Columns from `name name:kind …`; of those without a kind, text."""
    named = (each.partition(":") for each in written.split())
    kinds: Mapping[str, Kind] = {"": "text", "whole": "whole", "number": "number", "truth": "truth", "day": "day"}
    return {name: kinds[kind] for name, _, kind in named}


#: The columns of each table and what they hold, in order.
TABLES: Final[Mapping[str, Mapping[str, Kind]]] = {
    "documents": _columns(
        "id title publisher author published published_from:day published_to:day url path transport characters:whole "
        "statements:whole"
    ),
    "statements": _columns(
        "id claim kind type mode contexts standing occurred_from:day occurred_to:day precision basis occurred_words "
        "certainty:number document_id evidence_start:whole evidence_end:whole evidence occurrence_id origins:whole "
        "origin original_source reader recorded superseded"
    ),
    "parties": _columns(
        "statement_id side position:whole code written_code written_sector cow:whole sector name role wikidata "
        "start:whole end:whole words"
    ),
    "quantities": _columns(
        "statement_id position:whole low:number high:number unit of whose approximate:truth start:whole end:whole words"
    ),
    "chains": _columns(
        "statement_id position:whole source kind code sector cue direct:truth start:whole end:whole words"
    ),
    "occurrences": _columns(
        "id kind type mode contexts actor recipient mutual:truth sign:whole quad:whole score:number standing "
        "reports:whole denied:whole origins:whole certainty:number first_statement_id"
    ),
    "stretches": _columns("occurrence_id type actor recipient first_day:day last_day:day"),
    "forecasts": _columns(
        "statement_id speaker type actor recipient by:day probability_low:number probability_high:number "
        "probability_words reasons doubts outcome settled_by publisher published"
    ),
    "decisions": _columns(
        "id verdict who why change scope name document_id start:whole end:whole other_document_id other_start:whole "
        "other_end:whole about put recorded"
    ),
}


def of_entry(entry: Entry, policy: Policy) -> Iterator[tuple[str, Row]]:
    """The rows that an entry makes, each with the name of its table.

    What the policy on disputed territories writes for a party stands beside its own code.
    """
    statement = entry.statement
    yield "statements", _statement(entry)
    for side, parties in (("actor", statement.actor), ("recipient", statement.recipient)):
        for place, party in enumerate(parties, start=1):
            yield "parties", (statement.id, side, place, *_party(party, policy))
    for place, each in enumerate(statement.quantities, start=1):
        words = (each.mention.start, each.mention.end, each.mention.text)
        what = (each.low, each.high, each.unit, each.of, each.whose, each.approximate)
        yield "quantities", (statement.id, place, *what, *words)
    for place, link in enumerate(statement.chain, start=1):
        source, words = link.source, (link.mention.start, link.mention.end, link.mention.text)
        who = (source.name, source.kind, source.code, source.sector)
        yield "chains", (statement.id, place, *who, link.cue, link.direct, *words)


def of_document(document: Document, statements: int) -> Row:
    """The row of a document with so many statements; its text is not among it."""
    published = document.published
    when = (published.iso(), published.start, published.end) if published is not None else (None, None, None)
    what = (document.id, document.title, document.publisher, document.author)
    return (*what, *when, document.url, document.path, document.transport, len(document.text), statements)


def of_rest(exported: Exported) -> Iterator[tuple[str, Row]]:
    """The rows of what is derived, and of decisions: occurrences of whatever standing, forecasts, decisions."""
    for of in gathered(exported, standings=tuple(Standing)):
        yield "occurrences", _occurrence(of)
        sides = (of.type, "; ".join(of.actor), "; ".join(of.recipient))
        yield from (("stretches", (of.id, *sides, first, last)) for first, last in of.spells)
    forecasts = exported.derived.forecasts()
    columns = [*TABLES["forecasts"]]
    for row in forecasts.rows:
        values = dict(zip(forecasts.columns, row, strict=True))
        values["statement_id"] = values.pop("statement")
        yield "forecasts", tuple(values[name] for name in columns)
    yield from (("decisions", _decision(each)) for each in exported.derived.judged())


def _statement(entry: Entry) -> Row:
    statement, occurred, evidence = entry.statement, entry.statement.occurred, entry.statement.evidence
    return (
        *(statement.id, statement.claim, statement.kind, statement.type, statement.mode, _joined(statement.contexts)),
        *(statement.standing.value, occurred.start, occurred.end, occurred.precision, occurred.basis, occurred.text),
        *(statement.certainty, statement.document, evidence.start, evidence.end, evidence.text),
        *(entry.occurrence, entry.origins, entry.origin, entry.original_source),
        *(statement.reader, entry.recorded, entry.superseded),
    )


def _party(party: Party, policy: Policy) -> Row:
    words = (party.mention.start, party.mention.end, party.mention.text)
    told = (policy.code(party.code), policy.sector(party.code, party.sector)) if party.code else (None, party.sector)
    cow = policy.cow(party.code) if party.code else None
    return (party.code, *told, cow, party.sector, party.name, party.role, party.wikidata, *words)


def _occurrence(of: Gathered) -> Row:
    return (
        *(of.id, of.kind, of.type, of.mode, _joined(of.contexts), "; ".join(of.actor), "; ".join(of.recipient)),
        *(of.is_mutual, of.sign, of.quad, of.score, of.standing.value, len(of.said.statements), of.denials),
        *(of.said.independent, of.said.certainty, min(of.said.statements)),
    )


def _decision(judged: Judged) -> Row:
    decision = judged.decision
    one, other = decision.anchor, decision.other
    put = [new.id for old, new in judged.about if new is not None and new.id != old.id]
    return (
        *(decision.id, decision.verdict, decision.who, decision.why, decision.change, decision.scope, decision.name),
        *((one.document, one.start, one.end) if one is not None else (None, None, None)),
        *((other.document, other.start, other.end) if other is not None else (None, None, None)),
        *(_joined([old.id for old, _ in judged.about]), _joined(put), decision.recorded),
    )


def _joined(texts: Sequence[str] | Iterable[str]) -> str | None:
    return "; ".join(texts) or None
