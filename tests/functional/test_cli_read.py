from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.functional.piles import VISIT, write_long_pile, write_pile
from tests.functional.shell import EPOCH, PROGRAM, dragoman


def counts(text: str) -> dict[str, int]:
    """The lines of a report that hold a number."""
    lines = (line.rsplit(maxsplit=1) for line in text.splitlines())
    return {parts[0]: int(parts[1].replace(",", "")) for parts in lines if len(parts) == 2 and parts[1].isdigit()}


def exported(ledger: Path) -> list[str]:
    """The statements of a ledger, sorted, without when they were recorded."""
    answer = dragoman("export", ledger, "--as", "statements", "-o", "-")
    assert answer.code == 0, answer.err
    found = [json.loads(line) for line in answer.out.splitlines()]
    return sorted(json.dumps({**each, "recorded": None}) for each in found)


def test_reading_reports_and_reading_again_passes_over_what_has_not_changed(tmp_path: Path) -> None:
    pile, ledger = write_pile(tmp_path / "pile"), tmp_path / "l"
    (pile / "empty.txt").touch()
    (pile / "broken.pdf").write_bytes(b"%PDF-1.7 and then nothing of the kind")
    first = dragoman("read", pile, "--into", ledger)
    assert first.code == 0
    told = counts(first.out)
    assert (told["read"], told["unchanged"], told["near copies"], told["failed"]) == (4, 0, 1, 2)
    assert told["statements"] >= 4
    assert f"{pile / 'empty.txt'}: The file is empty." in first.out
    assert f"{pile / 'broken.pdf'}: " in first.out
    copies = [line for line in first.out.splitlines() if "% like" in line]
    assert len(copies) == 1
    assert {"oil.txt" in copies[0], "reprint.txt" in copies[0]} == {True}

    (pile / "visit.txt").write_text(f"{VISIT} Iran condemned Germany on Friday.", encoding="utf-8")
    second = dragoman("read", pile, "--into", ledger, "--format", "json")
    assert second.code == 0
    report = json.loads(second.out)
    assert report["read"] == [str(pile / "visit.txt")]
    assert len(report["unchanged"]) == 5
    assert sorted(map(os.path.basename, report["still_failing"])) == ["broken.pdf", "empty.txt"]
    assert dragoman("statements", ledger, "--words", "Germany Friday", "--format", "json").code == 0


def test_a_pile_with_nothing_in_it_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = dragoman("read", tmp_path / "empty", tmp_path / "missing.txt", "--into", tmp_path / "l")
    assert answer.code == 1
    assert f"{tmp_path / 'empty'}: The folder holds no files to read" in answer.out
    assert f"{tmp_path / 'missing.txt'}: No such file" in answer.out


def test_nothing_is_made_where_there_is_nothing_to_read(tmp_path: Path) -> None:
    for option in ("--into", "--into-dataset"):
        answer = dragoman("read", tmp_path / "nosuch", option, tmp_path / "l")
        assert (answer.code, "No such file or folder" in answer.out) == (1, True)
        assert not (tmp_path / "l").exists()
    (tmp_path / "a.txt").write_text(VISIT, encoding="utf-8")
    assert dragoman("read", tmp_path / "a.txt", "--into", tmp_path / "l", "--published", "last week").code == 1
    assert not (tmp_path / "l").exists()


def test_documents_without_a_date_are_kept_and_told_whatever_they_are(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    text = "Kenya supplies fuel to Uganda. Kenya expelled three Ugandan diplomats"
    (pile / "a.txt").write_text(f"{text}.", encoding="utf-8")
    (pile / "b.html").write_text(f"<html><body><article><p>{text} again.</p></article></body></html>", encoding="utf-8")
    (pile / "c.jsonl").write_text(json.dumps({"text": f"{text} twice.", "date": "soon"}), encoding="utf-8")
    (pile / "d.md").write_text(f"---\npublished: soon\n---\n{text} thrice.\n", encoding="utf-8")
    (pile / "e.md").write_text(f"---\npublished: 2999-01-01\n---\n{text} once.\n", encoding="utf-8")
    report = json.loads(dragoman("read", pile, "--into", tmp_path / "l", "--format", "json").out)
    assert [os.path.basename(each) for each in report["undated"]] == ["a.txt", "b.html", "c.jsonl#1", "d.md"]
    assert [each["published"] for each in report["ahead"]] == ["2999-01-01"]
    assert (len(report["read"]), report["failed"]) == (5, [])
    assert counts(dragoman("info", tmp_path / "l").out)["documents"] == 5


def test_standard_input_is_read_with_the_publisher_and_date_given(tmp_path: Path) -> None:
    ledger = tmp_path / "l"
    answer = dragoman("read", "-", "--into", ledger, "--publisher", "The Times", "--published", "2023-06", given=VISIT)
    assert (answer.code, counts(answer.out)["read"]) == (0, 1)
    found = [json.loads(line) for line in dragoman("statements", ledger, "--format", "json").out.splitlines()]
    assert {(each["document"]["publisher"], each["document"]["published"]) for each in found} == {
        ("The Times", "2023-06")
    }


def test_a_date_that_is_none_is_refused_before_anything_is_read(tmp_path: Path, pile: Path) -> None:
    answer = dragoman("read", pile, "--into", tmp_path / "l", "--published", "last week")
    assert answer.code == 1
    assert "'last week' is not a date" in answer.err


def test_two_workers_make_the_same_statements_as_one(tmp_path: Path, pile: Path, ledger: Path) -> None:
    assert dragoman("read", pile, "--into", tmp_path / "l", "--workers", "2").code == 0
    one, two = (dragoman("export", each, "--as", "statements", "-o", "-") for each in (ledger, tmp_path / "l"))
    assert one.out
    assert one.out == two.out


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_reading_that_was_interrupted_and_killed_goes_on_to_the_same_end(tmp_path: Path) -> None:
    pile = write_long_pile(tmp_path / "pile", 18)
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    assert dragoman("read", pile, "--into", whole).code == 0

    interrupted = stopped(pile, broken, signal.SIGINT, after=3)
    assert interrupted.returncode == 130
    assert "Interrupted. The ledger is whole" in interrupted.stderr
    assert "Traceback" not in interrupted.stderr
    assert stopped(pile, broken, signal.SIGKILL, after=12).returncode == -signal.SIGKILL
    assert dragoman("verify", broken).code == 0

    last = dragoman("read", pile, "--into", broken, "--format", "json")
    report = json.loads(last.out)
    assert len(report["unchanged"]) >= 12
    assert len(report["read"]) + len(report["unchanged"]) == 18
    assert exported(broken) == exported(whole)


def stopped(pile: Path, ledger: Path, how: signal.Signals, *, after: int) -> subprocess.CompletedProcess[str]:
    """A reading that gets a signal when its ledger holds so many documents."""
    running = subprocess.Popen(
        [*PROGRAM, "read", pile, "--into", ledger],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **EPOCH},
    )  # fmt: skip
    while documents(ledger) < after:
        assert running.poll() is None, "it was done before it could be stopped"
        time.sleep(0.01)
    running.send_signal(how)
    out, err = running.communicate(timeout=120)
    return subprocess.CompletedProcess(running.args, running.returncode, out, err)


def documents(ledger: Path) -> int:
    if not ledger.exists():
        return 0
    connection = sqlite3.connect(f"{ledger.as_uri()}?mode=ro", uri=True, timeout=10)
    try:
        return int(connection.execute("SELECT count(*) FROM offers").fetchone()[0])
    finally:
        connection.close()


def test_a_ledger_in_the_folder_that_is_read_is_not_a_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ghana and Togo signed a treaty on 3 May 2024.", encoding="utf-8")
    ledger = tmp_path / "pile.ledger"
    for _ in range(2):
        answer = dragoman("read", tmp_path, "--into", ledger)
        assert answer.code == 0, answer.err
        assert "pile.ledger" not in answer.out + answer.err
    named = dragoman("read", ledger, "--into", ledger)
    assert "which cannot be read" in named.out + named.err
