from __future__ import annotations

import csv
import hashlib
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow.parquet
import pytest

from dragoman.exchange.judged import Judged
from dragoman.exchange.tabular import csv_tables, parquet_tables
from dragoman.exchange.tabular.concepts import TABLES
from dragoman.records import Anchor, Decision
from tests.factories import a_figure, an_article, an_entry
from tests.unit.exchange.exports import exported, some


def test_csv_has_a_table_for_each_concept_and_a_manifest(tmp_path: Path) -> None:
    csv_tables.write(exported(), tmp_path / "manifest.json")
    manifest = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert (manifest["schema_version"], manifest["ledger"]) == ("1", "sha256:0")
    assert {path.name for path in tmp_path.iterdir()} == {"manifest.json", *(f"{name}.csv" for name in TABLES)}
    assert manifest["disputed_territories"]["XAB"] == {"name": "Abkhazia", "code": "GEO", "sector": "PRE"}
    for name, about in manifest["tables"].items():
        with open(tmp_path / about["file"], encoding="utf-8", newline="") as file:
            head, *rows = csv.reader(file)
        assert head == [*about["columns"]] == [*TABLES[name]]
        assert len(rows) == about["rows"]
    assert {name: about["rows"] for name, about in manifest["tables"].items()} == {
        "documents": 2,
        "statements": 7,
        "parties": 15,
        "quantities": 0,
        "chains": 1,
        "occurrences": 6,
        "stretches": 3,
        "forecasts": 0,
        "decisions": 0,
    }


def read(folder: Path, name: str) -> list[dict[str, str]]:
    with open(folder / f"{name}.csv", encoding="utf-8", newline="") as file:
        return [*csv.DictReader(file)]


def test_a_csv_row_holds_what_the_statement_says(tmp_path: Path) -> None:
    csv_tables.write(exported(), tmp_path / "manifest.json")
    (visit,) = [each for each in read(tmp_path, "statements") if each["occurrence_id"] == "o1:visit"]
    assert (visit["occurred_from"], visit["precision"], visit["mode"], visit["superseded"]) == (
        "2019-05-01",
        "day",
        "visit",
        "",
    )
    herzog, host = [each for each in read(tmp_path, "parties") if each["statement_id"] == visit["id"]]
    assert (herzog["side"], herzog["code"], herzog["cow"], herzog["name"], herzog["role"]) == (
        "actor",
        "ISR",
        "666",
        "Isaac Herzog",
        "president",
    )
    assert (host["side"], host["position"], host["code"]) == ("recipient", "1", "AZE")


def test_occurrences_of_every_standing_are_told_with_it(tmp_path: Path) -> None:
    csv_tables.write(exported(), tmp_path / "manifest.json")
    told = {each["id"]: (each["standing"], each["reports"]) for each in read(tmp_path, "occurrences")}
    assert told == {
        "o1:aid": ("asserted", "1"),
        "o1:foes": ("possible", "1"),
        "o1:friends": ("denied", "1"),
        "o1:oil": ("asserted", "2"),
        "o1:talks": ("asserted", "1"),
        "o1:visit": ("asserted", "1"),
    }
    (oil,) = [each for each in read(tmp_path, "stretches") if each["occurrence_id"] == "o1:oil"]
    assert (oil["actor"], oil["first_day"], oil["last_day"]) == ("AZE", "2019-01-01", "")


def test_documents_nothing_was_read_from_are_there_if_all_is_wanted(tmp_path: Path) -> None:
    silent = an_article("The Herald", "2021", "Rain.")
    csv_tables.write(exported(documents=lambda: [silent]), tmp_path / "manifest.json")
    rows = read(tmp_path, "documents")
    assert [each["id"] for each in rows] == sorted(each["id"] for each in rows)
    assert {each["publisher"]: each["statements"] for each in rows} == {
        "The Gazette": "3",
        "The Mirror": "4",
        "The Herald": "0",
    }
    assert "Rain" not in (tmp_path / "documents.csv").read_text(encoding="utf-8")


def test_a_spreadsheet_finds_no_formula_in_csv_and_parquet_has_texts_as_they_are(tmp_path: Path) -> None:
    document = an_article("=cmd()", "2024", "- Peru aids Chile \x1b[31mgreatly.")
    entry = an_entry(document, document.text, "aid", actor="PER", recipient="CHL")
    csv_tables.write(exported(entry), tmp_path / "manifest.json")
    assert read(tmp_path, "documents")[0]["publisher"] == "'=cmd()"
    assert read(tmp_path, "statements")[0]["evidence"] == "'- Peru aids Chile greatly."
    (tmp_path / "exact").mkdir()
    parquet_tables.write(exported(entry), tmp_path / "exact" / "manifest.json")
    rows = pyarrow.parquet.read_table(tmp_path / "exact" / "statements.parquet").to_pylist()
    assert rows[0]["evidence"] == document.text


def test_parquet_has_types(tmp_path: Path) -> None:
    document = an_article("Paper", "2024", "Peru gives Chile 40 percent of its oil.")
    entry = an_entry(
        document, document.text, actor="PER", recipient="CHL", when="2020",
        figures=[a_figure(document, "40 percent", 40.0, None, of="oil", whose="CHL")],
    )  # fmt: skip
    parquet_tables.write(exported(entry), tmp_path / "manifest.json")
    (row,) = pyarrow.parquet.read_table(tmp_path / "quantities.parquet").to_pylist()
    assert (row["low"], row["high"], row["whose"], row["approximate"]) == (40.0, None, "CHL", False)
    (row,) = pyarrow.parquet.read_table(tmp_path / "statements.parquet").to_pylist()
    assert (row["occurred_from"], row["certainty"], row["evidence_start"]) == (date(2020, 1, 1), 0.9, 0)
    (row,) = pyarrow.parquet.read_table(tmp_path / "occurrences.parquet").to_pylist()
    assert (row["mutual"], row["sign"], row["quad"]) == (False, 1, None)
    decisions = pyarrow.parquet.read_schema(tmp_path / "decisions.parquet")
    assert [str(each.type) for each in decisions][7:10] == ["string", "int64", "int64"]


def test_forecasts_and_decisions_have_rows(tmp_path: Path) -> None:
    document = an_article("Paper", "2024-01-01", "Peru will probably aid Chile in 2026.")
    entry = an_entry(document, document.text, "aid", actor="PER", recipient="CHL", when="2026", standing="predicted")
    wrong = Decision("wrong date", "A", "misread", Anchor.of(entry.statement), "2025", recorded="2026-01-01T00:00:00Z")
    new = wrong.applied(entry.statement)
    assert new is not None
    judged = [Judged(wrong, ((entry.statement, new),))]
    csv_tables.write(exported(entry, judged=lambda: judged), tmp_path / "manifest.json")
    (forecast,) = read(tmp_path, "forecasts")
    assert (forecast["statement_id"], forecast["by"], forecast["outcome"], forecast["speaker"]) == (
        entry.statement.id,
        "2026-12-31",
        "open",
        "Paper",
    )
    (row,) = read(tmp_path, "decisions")
    assert (row["verdict"], row["change"], row["about"], row["put"]) == (
        "wrong date",
        "2025",
        entry.statement.id,
        new.id,
    )
    assert (row["document_id"], row["start"], row["end"]) == (document.id, "0", str(len(document.text)))


@pytest.mark.parametrize("module", [csv_tables, parquet_tables])
def test_the_same_entries_give_the_same_bytes(tmp_path: Path, module: object) -> None:
    sums = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        module.write(exported(), tmp_path / name / "manifest.json")  # type: ignore[attr-defined]
        sums.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted((tmp_path / name).iterdir())])
    assert sums[0] == sums[1]
    assert len(some()) == 7


def test_without_arrow_it_says_which_extra_to_install(tmp_path: Path) -> None:
    code = (
        "import sys; sys.modules['pyarrow'] = None\n"
        "from pathlib import Path\n"
        "from dragoman.exchange.tabular import parquet_tables\n"
        "from dragoman.exchange.exported import Exported\n"
        "from dragoman.errors import MissingExtra\n"
        "try:\n"
        f"    parquet_tables.write(Exported(lambda: iter(()), ''), Path({str(tmp_path / 'manifest.json')!r}))\n"
        "except MissingExtra as error:\n"
        "    print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "dragoman[parquet]" in done.stdout
