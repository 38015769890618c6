"""Documents with what was read in them as langextract keeps it, one a line, texts included."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from dragoman.exchange.exported import Exported
from dragoman.exchange.manifest import Manifest
from dragoman.records import Entry, Span, Statement

#: A class of extractions, the words, and what is said of them.
_Found = tuple[str, Span, dict[str, str | list[str]]]


def write(exported: Exported, target: Path) -> None:
    """Write the documents into a file, and beside it by which codes disputed territories go."""
    manifest = Manifest("langextract")
    with open(target, "x", encoding="utf-8", newline="\n") as file:
        file.writelines(lines(manifest.counting(exported)))
    manifest.write_own(exported, target)


def lines(exported: Exported) -> Iterator[str]:
    """A line for each document that a statement is from, in order of their ids."""
    for _, entries in groupby(exported.entries, key=lambda each: each.document.id):
        listed = [*entries]
        document = listed[0].document
        about = {"extractions": [*_extractions(listed)], "text": document.text, "document_id": document.id}
        yield json.dumps(about, ensure_ascii=False) + "\n"


def _extractions(entries: Iterable[Entry]) -> Iterator[dict[str, Any]]:
    """Of each statement its evidence, then its parties, figures and sources; they are one group."""
    number = 0
    for group, entry in enumerate(entries):
        for class_, span, attributes in _found(entry):
            number += 1
            yield {
                "extraction_class": class_,
                "extraction_text": span.text,
                "char_interval": {"start_pos": span.start, "end_pos": span.end},
                "alignment_status": "match_exact",
                "extraction_index": number,
                "group_index": group,
                "description": None,
                "attributes": attributes,
            }


def _found(entry: Entry) -> Iterator[_Found]:
    statement = entry.statement
    type_ = f"{statement.type}.{statement.mode}" if statement.mode else statement.type
    yield type_, statement.evidence, _attributes(statement)
    for side, parties in (("actor", statement.actor), ("recipient", statement.recipient)):
        for party in parties:
            yield side, party.mention, _known(code=party.code, name=party.name, sector=party.sector, role=party.role)
    for each in statement.quantities:
        bounds = {"low": _number(each.low), "high": _number(each.high)}
        yield "quantity", each.mention, _known(**bounds, unit=each.unit, of=each.of, whose=each.whose)
    for link in statement.chain:
        source = link.source
        yield "source", link.mention, _known(name=source.name, kind=source.kind, code=source.code, cue=link.cue)


def _attributes(statement: Statement) -> dict[str, str | list[str]]:
    occurred = statement.occurred
    days = {"from": occurred.start, "to": occurred.end}
    return {
        "id": statement.id,
        "kind": statement.kind,
        "standing": statement.standing.value,
        "actor": [party.code or party.name for party in statement.actor],
        "recipient": [party.code or party.name for party in statement.recipient],
        "certainty": f"{statement.certainty:g}",
        **_known(**{name: day.isoformat() if day is not None else None for name, day in days.items()}),
    }


def _known(**values: str | None) -> dict[str, str | list[str]]:
    return {name: value for name, value in values.items() if value is not None}


def _number(value: float | None) -> str | None:
    return None if value is None else f"{value:g}"
