"""PLOVER: events as JSON Lines, with the evidence in a file beside them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dragoman.codebook.events import QUAD_LABELS, event_type
from dragoman.exchange.delivery import beside
from dragoman.exchange.events.dyads import day_of
from dragoman.exchange.events.plover_rows import READER
from dragoman.exchange.events.polecat import country
from dragoman.exchange.events.sidecar import ENDING, evidence
from dragoman.exchange.events.spool import Spool, place
from dragoman.exchange.exported import Exported
from dragoman.exchange.manifest import Manifest
from dragoman.exchange.policy import Policy
from dragoman.records import Entry, Party


def write(exported: Exported, target: Path) -> None:
    """Write the events, `*.evidence.jsonl` by `id`, and `*.policy.toml`; no text of an article but the evidence.

    What was imported as PLOVER is written as it was.
    """
    manifest = Manifest("plover")
    written: set[str] = set()
    with Spool(target) as table, Spool(beside(target, ENDING)) as sidecar:
        for entry in exported.entries:
            line = _line(entry, exported, manifest)
            if line is None:
                continue
            identity, text = line
            sidecar.add(place(entry), evidence(identity, entry))
            # A line that tells several events makes as many statements.
            if entry.statement.reader != READER or entry.document.id not in written:
                table.add(place(entry), text)
            if entry.statement.reader == READER:
                written.add(entry.document.id)
    manifest.write(exported, target)


def _line(entry: Entry, exported: Exported, manifest: Manifest) -> tuple[str, str] | None:
    statement = entry.statement
    if statement.kind == "tie":
        manifest.left_out["standing ties, which PLOVER has no type for"] += 1
    elif statement.reader == READER:
        manifest.written["as it was imported"] += 1
        return str(json.loads(entry.document.text).get("id")), entry.document.text
    elif statement.standing not in exported.standings:
        manifest.left_out[statement.standing.value] += 1
    elif day_of(entry) is None:
        manifest.left_out["without any date"] += 1
    else:
        manifest.written["made of statements"] += 1
        event = _event(entry, exported.policy)
        return event["id"], json.dumps(event, ensure_ascii=False)
    return None


def _event(entry: Entry, policy: Policy) -> dict[str, Any]:
    statement, document = entry.statement, entry.document
    kind, occurred = event_type(statement.type), statement.occurred
    day = day_of(entry)
    last = occurred.end if occurred.start is not None and occurred.end != occurred.start else None
    return _known(
        {
            "id": f"{document.id}_{statement.type}_{statement.mode}_{statement.id}",
            "has_event": True,
            "date": str(day),
            "enddate": last.isoformat() if last is not None else None,
            "actor": [_entity(party, policy) for party in statement.actor],
            "recipient": [_entity(party, policy) for party in statement.recipient] or None,
            "event": [statement.type],
            "mode": [statement.mode] if statement.mode is not None else None,
            "context": list(statement.contexts) or None,
            "quad_code": QUAD_LABELS[kind.quad].upper(),
            "event_scale": kind.modes.get(statement.mode or "", kind.score),
            "event_text": statement.evidence.text,
            "text_info": {"start": statement.evidence.start, "end": statement.evidence.end},
            "cite_info": _known(
                {
                    "citation": document.id,
                    "url": document.url,
                    "title": document.title,
                    "publication": document.publisher,
                }
            ),
            "coder": statement.reader,
            # What PLOVER has no fields for.
            "pub_date": document.published.iso() if document.published is not None else None,
            "standing": statement.standing.value,
            "certainty": statement.certainty,
            "occurrence": entry.occurrence,
        }
    )


def _entity(party: Party, policy: Policy) -> dict[str, Any]:
    return _known(
        {
            "code": country(party.code, policy),
            "sector": policy.sector(party.code, party.sector),
            "entity_text": party.mention.text,
            "identifier_id": party.wikidata,
            "identifier_text": party.name,
            "office": party.role,
        }
    )


def _known(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value is not None}
