from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from tests.functional.shell import dragoman


def test_a_whole_ledger_is_said_to_be_whole(ledger: Path) -> None:
    answer = dragoman("verify", ledger)
    assert answer.code == 0
    assert answer.out.startswith(f"{ledger} is whole: 4 documents, ")


def test_what_is_wrong_with_a_ledger_is_listed(tmp_path: Path, ledger: Path) -> None:
    damaged = tmp_path / "damaged"
    shutil.copy(ledger, damaged)
    with sqlite3.connect(damaged) as connection:
        connection.execute("UPDATE documents SET title = 'Another title' WHERE title = 'A visit'")
    connection.close()
    answer = dragoman("verify", damaged)
    assert answer.code == 1
    assert "has changed" in answer.out


def test_info_counts_and_lists_failures(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Iran condemned Israel.", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    assert dragoman("read", tmp_path / "*.txt", "--into", tmp_path / "l").code == 0
    answer = dragoman("info", tmp_path / "l", "--failures")
    lines = answer.out.splitlines()
    assert lines[0].split() == ["documents", "1"]
    assert lines[4].split() == ["failures", "1"]
    assert lines[-1] == f"{tmp_path / 'empty.txt'}: The file is empty."
