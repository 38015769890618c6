from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from tests.functional.shell import dragoman


def test_figures_side_by_side(ledger: Path) -> None:
    answer = dragoman("quantities", ledger, "Azerbaijan", "Israel")
    lines = answer.out.splitlines()

    assert answer.code == 0
    assert lines[0] == "AZE → ISR energy"
    assert sum("about 40 percent · of oil imports (ISR)" in line for line in lines) == 2
    assert not any("conflict" in line for line in lines)


def test_the_same_as_data(ledger: Path) -> None:
    (measured,) = map(json.loads, dragoman("quantities", ledger, "Israel", "--format", "json").out.splitlines())
    assert [figure["low"] for figure in measured["figures"]] == [40, 40]
    rows = list(csv.DictReader(io.StringIO(dragoman("quantities", ledger, "--format", "csv").out)))
    assert {(row["actor"], row["unit"], row["base"], row["owner"]) for row in rows} >= {
        ("AZE", "percent", "oil imports", "ISR")
    }


def test_a_party_without_figures(ledger: Path) -> None:
    answer = dragoman("quantities", ledger, "Peru")
    assert (answer.code, answer.out) == (0, "")
    assert "No statement like that has a figure." in answer.err


def test_a_name_that_nobody_bears(ledger: Path) -> None:
    assert dragoman("quantities", ledger, "Atlantis").code == 1


def test_what_is_predicted(tmp_path: Path) -> None:
    text = (
        "Russia is likely to sell gas to Türkiye in 2030, a minister in Moscow predicted, because both need the money."
    )
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    assert dragoman("read", tmp_path / "one.txt", "--into", tmp_path / "l", "--published", "2024-05-01").code == 0
    answer = dragoman("forecasts", tmp_path / "l", "Russia")

    assert answer.code == 0
    assert "(55–80 %)" in answer.out
    assert "its time is still to come" in answer.out
    assert "for: because both need the money" in answer.out
    assert answer.out.splitlines()[-1] == "1 forecast as of 2024-05-01: 1 open."
    row = json.loads(dragoman("forecasts", tmp_path / "l", "--format", "json").out)
    assert (row["by"], row["outcome"]) == ("2030-12-31", "open")


def test_nothing_is_predicted(ledger: Path) -> None:
    assert "Nothing like that is predicted." in dragoman("forecasts", ledger, "Germany").err
