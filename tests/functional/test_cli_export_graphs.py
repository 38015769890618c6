from __future__ import annotations

import csv
import json
import sqlite3
import tomllib
from pathlib import Path

import networkx
import pyarrow.parquet
import pytest
import rdflib

from dragoman.exchange.formats import FORMATS
from tests.functional.shell import dragoman


def test_graphs_open_and_honour_the_filters(tmp_path: Path, ledger: Path) -> None:
    for name, read in (("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)):
        every, some = tmp_path / f"every.{name}", tmp_path / f"some.{name}"
        assert dragoman("export", ledger, "--as", name, "-o", every).code == 0
        assert dragoman("export", ledger, "--as", name, "-o", some, "--party", "Israel", "--type", "energy").code == 0
        ((one, other, values),) = read(some).edges(data=True)
        assert (one, other, values["label"], values["standing"]) == ("AZE", "ISR", "energy", "asserted")
        assert ("AZE", "ISR") in [(one, other) for one, other, _ in read(every).edges(data=True)]
        assert read(every).number_of_edges() > 1


def test_what_is_not_asserted_is_no_edge_unless_it_is_asked_for(tmp_path: Path, ledger: Path) -> None:
    denied, every = tmp_path / "denied.graphml", tmp_path / "every.graphml"
    dragoman("export", ledger, "--as", "graphml", "-o", denied, "--standing", "denied")
    dragoman("export", ledger, "--as", "graphml", "-o", every)
    assert {values["standing"] for _, _, values in networkx.read_graphml(denied).edges(data=True)} == {"denied"}
    assert {values["standing"] for _, _, values in networkx.read_graphml(every).edges(data=True)} == {"asserted"}
    assert '"denied" = ' in (tmp_path / "every.policy.toml").read_text(encoding="utf-8")


def test_followthemoney_entities_go_to_standard_output(ledger: Path) -> None:
    answer = dragoman("export", ledger, "--as", "ftm", "-o", "-")
    found = [json.loads(line) for line in answer.out.splitlines()]
    assert {"Article", "PublicBody", "UnknownLink", "Event"} <= {each["schema"] for each in found}
    assert len({each["id"] for each in found}) == len(found)
    assert "policy.toml is left out" in answer.err


def test_prov_tells_what_a_decision_revised(tmp_path: Path, pile: Path) -> None:
    ledger, file = tmp_path / "own.ledger", tmp_path / "own.ttl"
    dragoman("read", pile, "--into", ledger)
    first = json.loads(dragoman("export", ledger, "--as", "statements", "-o", "-").out.splitlines()[0])["id"]
    dragoman("decide", ledger, first, "--date", "2020", "--who", "A. Analyst", "--why", "misread")
    assert dragoman("export", ledger, "--as", "prov", "-o", file).code == 0
    found = rdflib.Graph().parse(file, format="turtle")
    ((new, old),) = found.subject_objects(rdflib.PROV.wasRevisionOf)
    assert str(old) == f"urn:dragoman:{first}"
    assert found.value(old, rdflib.PROV.wasInvalidatedBy) == found.value(new, rdflib.PROV.wasGeneratedBy)


def test_tables_go_into_a_folder_and_agree_with_the_ledger(tmp_path: Path, ledger: Path) -> None:
    for name in ("csv", "parquet"):
        folder = tmp_path / name
        assert dragoman("export", ledger, "--as", name, "-o", folder).code == 0
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        assert {path.name for path in folder.iterdir()} == {
            "manifest.json",
            *(about["file"] for about in manifest["tables"].values()),
        }
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as connection:
            for table, where in (("documents", ""), ("statements", ""), ("parties", ""), ("quantities", "")):
                (count,) = connection.execute(f"SELECT count(*) FROM {table} {where}").fetchone()
                assert manifest["tables"][table]["rows"] == count
    with open(tmp_path / "csv" / "statements.csv", encoding="utf-8", newline="") as file:
        ids = [row["id"] for row in csv.DictReader(file)]
    assert pyarrow.parquet.read_table(tmp_path / "parquet" / "statements.parquet")["id"].to_pylist() == ids


@pytest.mark.parametrize("name", ["ftm", "graphml", "gexf", "prov", "csv", "parquet", "langextract", "graphrag"])
def test_the_same_ledger_gives_the_same_bytes(tmp_path: Path, ledger: Path, name: str) -> None:
    made = []
    for folder in (tmp_path / "one", tmp_path / "other"):
        folder.mkdir()
        assert dragoman("export", ledger, "--as", name, "-o", folder, PYTHONHASHSEED=str(len(made))).code == 0
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert made[0] == made[1]
    assert made[0]


_OWN = ("prov", "langextract")
_TABLES = ("csv", "parquet")


@pytest.mark.parametrize("name", sorted({*FORMATS} - {"statements"}))
def test_every_export_prints_how_disputed_territories_are_written(tmp_path: Path, ledger: Path, name: str) -> None:
    assert dragoman("export", ledger, "--as", name, "-o", f"{tmp_path}/out/").code == 0
    endings = ("manifest.json", ".policy.toml")
    (printed,) = (path for path in (tmp_path / "out").iterdir() if path.name.endswith(endings))
    text = printed.read_text(encoding="utf-8")
    told = json.loads(text)["disputed_territories"] if name in _TABLES else tomllib.loads(text)["territory"]
    assert told["XNK"]["code"] == ("XNK" if name in _OWN else "AZE")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path, ledger: Path) -> None:
    (tmp_path / "file").write_text("there", encoding="utf-8")
    answer = dragoman("export", ledger, "--as", "csv", "-o", tmp_path / "file")
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "no text for standard output" in dragoman("export", ledger, "--as", "csv", "-o", "-").err
