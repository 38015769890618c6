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


def test_what_is_open_stands_and_says_when_it_was_told_last(tmp_path: Path) -> None:
    texts = {
        "2019-03-05": "Nigeria has supplied gas to Ghana since 2014.",
        "2018-03-05": "Niger supplied 20 percent of Ghana's gas imports in 2016.",
        "2023-06-10": "Kenya supplies fuel to Uganda.",
    }
    ledger = tmp_path / "a.ledger"
    for day, text in texts.items():
        (tmp_path / f"{day}.txt").write_text(text, encoding="utf-8")
        assert dragoman("read", tmp_path / f"{day}.txt", "--into", ledger, "--published", day).code == 0
    assert "from 2014-01-01 or before, last told 2019-03-05: 1 report" in dragoman("ties", ledger, "Nigeria").out
    (tie,) = map(json.loads, dragoman("ties", ledger, "Nigeria", "--format", "json").out.splitlines())
    assert [each["last_told"] for each in tie["stretches"]] == ["2019-03-05"]

    brief = dragoman("brief", ledger, "Nigeria", "Ghana").out
    assert "As of 10 June 2023." in brief
    assert "Last told 5 March 2019, 4 years before 10 June 2023." in brief
    assert dragoman("forecasts", ledger, "Nigeria").code == 0

    exposure = dragoman("exposure", ledger, "Ghana").out
    assert exposure.startswith("As of 2023-06-10.\n")
    assert "NGA  no share on record, last told 2019-03-05" in exposure
    assert "NER · 20 percent · 2016 · 6 years before" in exposure
