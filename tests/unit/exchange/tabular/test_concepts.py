from __future__ import annotations

import re
from pathlib import Path

from dragoman.exchange.graphs.attributes import OF_EDGES, OF_NODES
from dragoman.exchange.policy import Policy
from dragoman.exchange.tabular.concepts import TABLES, of_entry
from dragoman.records import Entry
from tests.factories import a_document, a_statement, an_article, an_entry

FORMATS = Path("docs/formats.md").read_text(encoding="utf-8").partition("## Graphs, entities, provenance and tables")[2]


def test_the_tables_are_those_that_are_described() -> None:
    rows = re.findall(r"^\| `(\w+)` \|.*\| `([^`]+)` \|$", FORMATS, re.MULTILINE)
    assert {name: columns.split() for name, columns in rows} == {name: [*columns] for name, columns in TABLES.items()}


def test_the_attributes_of_graphs_are_those_that_are_described() -> None:
    described = re.findall(r"^\| `(label [^`]+)` \|", FORMATS, re.MULTILINE)
    assert [each.split() for each in described] == [["label", *OF_NODES], ["label", *OF_EDGES]]


def test_every_row_is_as_long_as_its_table() -> None:
    document = a_document()
    entry = Entry(a_statement(document), document, "2026-01-01T00:00:00Z")
    rows = [*of_entry(entry, Policy.of())]
    assert [name for name, _ in rows] == ["statements", "parties", "parties", "quantities", "chains"]
    assert all(len(row) == len(TABLES[name]) for name, row in rows)


def test_a_party_of_a_territory_has_what_the_policy_writes_beside_its_own_code() -> None:
    document = an_article("Paper", "2024", "Abkhazia aids Peru.")
    entry = an_entry(document, document.text, "aid", actor="XAB", recipient="PER")
    (row, _) = (row for name, row in of_entry(entry, Policy.of()) if name == "parties")
    told = dict(zip(TABLES["parties"], row, strict=True))
    assert (told["code"], told["written_code"], told["written_sector"], told["sector"]) == ("XAB", "GEO", "PRE", None)
