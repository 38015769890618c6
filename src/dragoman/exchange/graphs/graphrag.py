"""The graph as GraphRAG takes one that others made ("bring your own graph"): Parquet files in a folder.

Entities are parties, relationships events and ties, text units the words that statements rest on, covariates the
statements themselves, whatever their standing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.names import label
from dragoman.codebook.ties import CHANNELS
from dragoman.exchange.exported import Exported
from dragoman.exchange.gathering import Gathered, gathered
from dragoman.exchange.graphs.attributes import around
from dragoman.exchange.graphs.nodes import kind
from dragoman.exchange.manifest import Manifest
from dragoman.exchange.tabular.concepts import Kind, Row
from dragoman.exchange.tabular.parquet import ParquetSheet
from dragoman.records import Entry

#: The files beside the entities, with GraphRAG's columns.
_COLUMNS: Final[Mapping[str, Mapping[str, Kind]]] = {
    "entities": {
        "id": "text", "human_readable_id": "whole", "title": "text", "type": "text", "description": "text",
        "text_unit_ids": "texts", "frequency": "whole", "degree": "whole",
    },
    "relationships": {
        "id": "text", "human_readable_id": "whole", "source": "text", "target": "text", "description": "text",
        "weight": "number", "combined_degree": "whole", "text_unit_ids": "texts",
    },
    "text_units": {
        "id": "text", "human_readable_id": "whole", "text": "text", "n_tokens": "whole", "document_id": "text",
        "entity_ids": "texts", "relationship_ids": "texts", "covariate_ids": "texts",
    },
    "covariates": {
        "id": "text", "human_readable_id": "whole", "covariate_type": "text", "type": "text", "description": "text",
        "subject_id": "text", "object_id": "text", "status": "text", "start_date": "text", "end_date": "text",
        "source_text": "text", "text_unit_id": "text",
    },
}  # fmt: skip


@dataclass(slots=True)
class _Unit:
    """The words of some statements, with the parties, edges and statements that rest on them."""

    document: str
    text: str
    parties: set[str] = field(default_factory=set)
    edges: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Edge:
    """An event or tie between two of its parties."""

    id: str
    source: str
    target: str
    of: Gathered


def write(exported: Exported, target: Path) -> None:
    """Write the entities at `target` and the other files beside it, with the policy on disputed territories.

    Raises `MissingExtra` if Arrow is not installed.
    """
    manifest = Manifest("graphrag")
    with ExitStack() as stack:
        sheets = {
            name: stack.enter_context(ParquetSheet(target.with_name(f"{name}.parquet"), columns))
            for name, columns in _COLUMNS.items()
        }
        for name, row in _rows(exported, manifest):
            manifest.written[name] += 1
            sheets[name].add((row[0], manifest.written[name], *row[1:]))
    manifest.write(exported, target)


def _rows(exported: Exported, manifest: Manifest) -> Iterator[tuple[str, Row]]:
    """The rows of all files but for their numbers."""
    units: dict[str, _Unit] = {}
    places: dict[str, str] = {}
    for entry in exported.entries:
        if entry.superseded is not None:
            continue
        places[entry.statement.id] = _into(units, entry)
        yield "covariates", _covariate(entry, places[entry.statement.id])
    edges = [
        _Edge(f"{of.id}/{one}/{other}", one, other, of) for of in gathered(exported, manifest) for one, other in of.ends
    ]
    degrees = Counter(key for each in edges for key in (each.source, each.target))
    for edge in edges:
        on = [*dict.fromkeys(places[each] for each in edge.of.said.statements)]
        for place in on:
            units[place].edges.append(edge.id)
        combined = degrees[edge.source] + degrees[edge.target]
        yield "relationships", (edge.id, *_told(edge), float(len(edge.of.said.statements)), combined, on)
    yield from _entities(units, degrees)
    for place, unit in sorted(units.items()):
        words = (unit.text, len(unit.text.split()), unit.document)
        yield "text_units", (place, *words, sorted(unit.parties), unit.edges, unit.statements)


def _into(units: dict[str, _Unit], entry: Entry) -> str:
    """Put a statement among those on the same words; returns the id of these."""
    statement, evidence = entry.statement, entry.statement.evidence
    place = f"{statement.document}#char={evidence.start},{evidence.end}"
    unit = units.setdefault(place, _Unit(statement.document, evidence.text))
    unit.parties |= {party.key for party in statement.parties}
    unit.statements.append(statement.id)
    return place


def _entities(units: Mapping[str, _Unit], degrees: Mapping[str, int]) -> Iterator[tuple[str, Row]]:
    on: dict[str, list[str]] = {}
    for place, unit in sorted(units.items()):
        for key in unit.parties:
            on.setdefault(key, []).append(place)
    for key, places in sorted(on.items()):
        described = f"{label(key)} ({kind(key).replace('_', ' ')})"
        yield "entities", (key, label(key), kind(key), described, places, len(places), degrees.get(key, 0))


def _covariate(entry: Entry, place: str) -> Row:
    statement, occurred = entry.statement, entry.statement.occurred
    # GraphRAG looks for the claims on an entity by its title.
    subject, other = (label(side[0].key) if side else None for side in (statement.actor, statement.recipient))
    days = (each.isoformat() if each is not None else None for each in (occurred.start, occurred.end))
    what = (statement.id, "claim", statement.type, statement.evidence.text, subject, other, statement.standing.value)
    return (*what, *days, statement.evidence.text, place)


def _told(edge: _Edge) -> tuple[str, str, str]:
    """The titles of the two parties, and what is between them in a sentence, with the words that say so."""
    of, one, other = edge.of, label(edge.source), label(edge.target)
    verb = CHANNELS[of.type].verb if of.kind == "tie" else EVENT_TYPES[of.type].verb
    days = [each.isoformat() if each is not None else "…" for each in around(of.spells)]
    when = f", {days[0]} to {days[1]}" if of.spells else ""
    quotes = " ".join(f"“{each}”" for each in of.said.quotes)
    return one, other, f"{verb.format(a=one, b=other)} ({of.standing.value}{when}): {quotes}"
