from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from tests.functional.shell import dragoman


def _oil(ledger: Path) -> str:
    (first, *_) = dragoman(
        "statements", ledger, "--type", "energy", "--standing", "asserted", "--format", "json"
    ).out.splitlines()
    return str(json.loads(first)["id"])


def test_who_has_it_from_whom(ledger: Path) -> None:
    answer = dragoman("lineage", ledger, _oil(ledger))
    lines = answer.out.splitlines()

    assert answer.code == 0
    assert lines[0] == "Azerbaijan → Israel energy asserted"
    assert lines[1] == "2 reports, 1 independent origin"
    assert lines[2] == "● Haaretz"
    assert any("The Mirror, 2023-07-05: a copy with changes of The Courier, 2023-07-02" in line for line in lines)


def test_the_same_as_json(ledger: Path) -> None:
    (asserted,) = json.loads(dragoman("lineage", ledger, _oil(ledger), "--format", "json").out)
    (origin,) = asserted["origins"]

    assert (asserted["standing"], asserted["reports"], asserted["independent_origins"]) == ("asserted", 2, 1)
    assert {report["how"] for report in origin["reports"]} == {"quotes", "near"}


def test_a_statement_that_is_not_there(ledger: Path) -> None:
    answer = dragoman("lineage", ledger, "s1:nothing")
    assert answer.code == 1
    assert "s1:nothing" in answer.err


WIRE = (
    "ANKARA - Foreign Minister Hakan Fidan of Türkiye met his Iraqi counterpart Fuad Hussein in Baghdad on "
    "14 March 2024.\n\n"
    "The two ministers spoke for three hours about the 960-kilometre oil pipeline to Ceyhan, which has stood empty "
    "since last spring.\n\n"
    "Officials from Erbil waited outside. No date was set for the oil to flow, and the buyers have gone elsewhere.\n"
)
CHANGED = WIRE.replace("spoke for three hours about", "discussed for three hours").replace(
    " waited outside", " stayed outside"
)
OWN_HEADLINE = f"We take this from the wires this morning.\n\n{WIRE}"
ACCORDING = (
    "According to the Tigris Wire, Foreign Minister Hakan Fidan of Türkiye met Fuad Hussein of Iraq in Baghdad on "
    "14 March 2024.\n\nThe pipeline to Ceyhan, all 960 kilometres of it, stays empty, the agency says.\n"
)
UNRELATED = (
    "Hakan Fidan, Türkiye's foreign minister, met Iraq's Fuad Hussein in Baghdad on 14 March 2024, "
    "our reporter saw.\n\n"
    "Lunch was carp from the river, and 40 guards stood in the rain at the Karrada gate with Colonel Jabbar.\n"
)
FIELD = {
    "wire.txt": ("Tigris Wire", "2024-03-14", WIRE),
    "one.txt": ("The Harbour Post", "2024-03-15", WIRE),
    "two.txt": ("Evening Lamp", "2024-03-15", CHANGED),
    "three.txt": ("Hill Courier", "2024-03-16", OWN_HEADLINE),
    "four.txt": ("Southern Star", "2024-03-16", ACCORDING),
}


def _read(folder: Path, articles: dict[str, tuple[str, str, str]]) -> Path:
    folder.mkdir(exist_ok=True)
    rows = ["file,publisher,published,transport"]
    for name, (publisher, published, text) in articles.items():
        (folder / name).write_text(text, encoding="utf-8")
        rows.append(f"{name},{publisher},{published},morning feed")
    (folder / "sources.csv").write_text("\n".join(rows), encoding="utf-8")
    path = folder.parent / "field.ledger"
    answer = dragoman("read", folder, "--into", path)
    assert answer.code == 0, answer.err
    return path


def _meeting(ledger: Path) -> list[dict[str, Any]]:
    told = dragoman("statements", ledger, "--type", "CONSULT", "--standing", "asserted", "--format", "json").out
    found = [json.loads(line) for line in told.splitlines()]
    return [each for each in found if each["occurred"]["from"] == "2024-03-14"]


def test_five_articles_three_reprints_one_according_to_are_one_origin_and_an_unrelated_outlet_makes_two(
    tmp_path: Path,
) -> None:
    ledger = _read(tmp_path / "pile", FIELD)
    reports = _meeting(ledger)
    assert len({each["document"]["id"] for each in reports}) == 5
    assert {each["origins"] for each in reports} == {1}
    assert {each["original_source"] for each in reports} == {"Tigris Wire"}
    assert {each["document"]["transport"] for each in reports} == {"morning feed"}
    assert len({each["document"]["publisher"] for each in reports}) == 5

    _read(tmp_path / "pile", FIELD | {"five.txt": ("River Gazette", "2024-03-15", UNRELATED)})
    reports = _meeting(ledger)
    assert len({each["document"]["id"] for each in reports}) == 6
    assert {each["origins"] for each in reports} == {2}
    assert {each["original_source"] for each in reports} == {"Tigris Wire", "River Gazette"}
    tree = dragoman("lineage", ledger, reports[0]["id"]).out
    assert "2 independent origins" in tree


def test_which_documents_have_it_from_which(tmp_path: Path) -> None:
    ledger = _read(tmp_path / "pile", FIELD | {"five.txt": ("River Gazette", "2024-03-15", UNRELATED)})
    lines = dragoman("lineage", ledger).out.splitlines()
    assert "Tigris Wire, 2024-03-14" in lines[0]
    told = {
        line.strip().split(" of ")[0].split(" (d1")[0] for line in lines if line.startswith("      ") and ";" in line
    }
    assert told == {"the same text as Tigris Wire, 2024-03-14", "a copy with changes", "cites Tigris Wire, 2024-03-14"}
    assert not any("River Gazette" in line for line in lines)


def test_the_documents_of_a_publisher_as_json_and_as_a_table(tmp_path: Path) -> None:
    ledger = _read(tmp_path / "pile", FIELD)
    (found,) = map(json.loads, dragoman("lineage", ledger, "southern star", "--format", "json").out.splitlines())
    assert (found["kind"], found["of"]["publisher"], found["chain"]) == ("cites", "Tigris Wire", ["Tigris Wire"])
    assert found["first"] == "older"
    rows = list(csv.DictReader(dragoman("lineage", ledger, "Evening Lamp", "--format", "csv").out.splitlines()))
    assert {(row["kind"], row["of_publisher"]) for row in rows} >= {("near", "Tigris Wire")}
    assert all(
        CHANGED[int(row["start"]) : int(row["end"])] == row["passage"]
        for row in rows
        if row["publisher"] == "Evening Lamp"
    )


def test_the_documents_bound_to_one(ledger: Path) -> None:
    (found, *_) = map(json.loads, dragoman("lineage", ledger, "--format", "json").out.splitlines())
    bound = dragoman("lineage", ledger, found["document"]["id"][:12]).out
    assert "The Courier, 2023-07-02" in bound
    assert "The Mirror, 2023-07-05" in bound


def test_the_reports_of_a_statement_as_a_table(ledger: Path) -> None:
    rows = list(csv.DictReader(dragoman("lineage", ledger, _oil(ledger), "--format", "csv").out.splitlines()))
    assert [row["original_source"] for row in rows] == ["Haaretz", "Haaretz"]
    assert {row["how"] for row in rows} == {"quotes", "near"}


def test_a_publisher_of_whom_there_is_nothing(ledger: Path) -> None:
    answer = dragoman("lineage", ledger, "The Couriers")
    assert answer.code == 1
    assert "The Courier" in answer.err
