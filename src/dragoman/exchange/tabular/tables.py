"""A ledger as a folder of tables, one for each concept, with a manifest that says what is in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Protocol, Self

from dragoman.exchange.exported import Exported
from dragoman.exchange.tabular.concepts import SCHEMA_VERSION, TABLES, Kind, Row, of_document, of_entry, of_rest


class Sheet(Protocol):
    """A file that takes rows one after another, and is whole when it is closed."""

    def add(self, row: Row) -> None:
        """Write one row."""

    def __enter__(self) -> Self:
        """Begin the file."""

    def __exit__(self, *_: object) -> None:
        """End the file."""


#: Opens a sheet at a path for columns of these kinds.
Opening = Callable[[Path, Mapping[str, Kind]], Sheet]


def write_tables(exported: Exported, target: Path, ending: str, opening: Opening) -> None:
    """Write the tables beside the manifest, which is at `target`; their files end in `.{ending}`.

    Entries are gone through as they come: only documents without their texts and what is derived are held.
    """
    counts = dict.fromkeys(TABLES, 0)
    with ExitStack() as stack:
        sheets = {
            name: stack.enter_context(opening(target.with_name(f"{name}.{ending}"), columns))
            for name, columns in TABLES.items()
        }

        def add(name: str, row: Row) -> None:
            sheets[name].add(row)
            counts[name] += 1

        for row in _documents(exported, add):
            add("documents", row)
        for name, row in of_rest(exported):
            add(name, row)
    manifest = _manifest(exported, ending, counts)
    target.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8", newline="\n")


def _documents(exported: Exported, add: Callable[[str, Row], None]) -> list[Row]:
    """The rows of documents, by id; those of entries are written on the way."""
    told: dict[str, int] = {}
    first: dict[str, Row] = {}
    for entry in exported.entries:
        document = entry.document
        told[document.id] = told.get(document.id, 0) + 1
        if document.id not in first:
            first[document.id] = of_document(document, 0)
        for name, row in of_entry(entry, exported.policy):
            add(name, row)
    for document in exported.derived.documents():
        first.setdefault(document.id, of_document(document, 0))
    return [(*row[:-1], told.get(identity, 0)) for identity, row in sorted(first.items())]


def _manifest(exported: Exported, ending: str, counts: Mapping[str, int]) -> dict[str, object]:
    tables = {
        name: {"file": f"{name}.{ending}", "rows": counts[name], "columns": dict(columns)}
        for name, columns in TABLES.items()
    }
    policy = {code: asdict(told) for code, told in exported.policy.territories.items()}
    about = {"schema_version": SCHEMA_VERSION, "ledger": exported.digest}
    return {**about, "tables": tables, "disputed_territories": policy}
