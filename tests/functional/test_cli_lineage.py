from __future__ import annotations

import json
from pathlib import Path

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
