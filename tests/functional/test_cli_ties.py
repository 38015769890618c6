from __future__ import annotations

import json
from pathlib import Path

from tests.functional.shell import dragoman

TEXT = (
    "Saudi Arabia closed its embassy in Tehran on 3 January 2016.\n"
    "Saudi Arabia reopened its embassy in Tehran on 9 August 2023.\n"
)


def _read(folder: Path) -> Path:
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    ledger = folder / "a.ledger"
    assert dragoman("read", folder / "text.txt", "--into", ledger, "--published", "2023-09-01").code == 0
    return ledger


def test_an_embassy_closed_and_reopened(tmp_path: Path) -> None:
    ledger = _read(tmp_path)
    answer = dragoman("ties", ledger, "Saudi Arabia", "Iran")
    assert answer.code == 0, answer.err
    assert answer.out.splitlines()[0] == "SAU → IRN diplomacy"
    assert any(line.strip().startswith("to 2016-01-03") for line in answer.out.splitlines())
    assert any(line.strip().startswith("from 2023-08-09") for line in answer.out.splitlines())

    (tie,) = map(json.loads, dragoman("ties", ledger, "Iran", "--format", "json").out.splitlines())
    assert [each["ended"] and each["ended"]["from"] for each in tie["stretches"]] == ["2016-01-03", None]
    assert tie["denied"] == []


def test_on_a_day_on_which_it_did_not_stand(tmp_path: Path) -> None:
    ledger = _read(tmp_path)
    assert dragoman("ties", ledger, "Iran", "--as-of", "2019").out == ""
    assert dragoman("ties", ledger, "Iran", "--as-of", "2023-09-01").out


def test_a_view_of_one_event_a_day(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Peru's foreign minister visited Hanoi on 3 May 2023.\nOn 3 May 2023 Peru's trade minister visited Hanoi.",
        encoding="utf-8",
    )
    ledger = tmp_path / "b.ledger"
    dragoman("read", tmp_path / "a.txt", "--into", ledger, "--published", "2023-05-04")
    every = dragoman("statements", ledger, "--kind", "event", "--format", "json").out.splitlines()
    one = dragoman("statements", ledger, "--one-a-day", "--format", "json").out.splitlines()
    assert len(every) > len(one) == 1
