from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
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


def test_a_date_that_was_made_another_is_seen(tmp_path: Path, ledger: Path) -> None:
    path = changed(ledger, tmp_path / "changed", "UPDATE statements SET recorded = '2020-01-01T00:00:00.000000'")
    answer = dragoman("verify", path)
    assert answer.code == 1
    assert "a reading or a statement of it is not as it was written." in answer.out


def test_what_is_derived_is_checked_if_asked_for_and_put_right(tmp_path: Path, ledger: Path) -> None:
    path = changed(ledger, tmp_path / "changed", "UPDATE derived_support SET origins = origins + 1")
    assert dragoman("verify", path).code == 0
    answer = dragoman("verify", path, "--deep")
    assert answer.code == 1
    first, remedy = answer.out.splitlines()
    assert first.startswith("derived_support does not hold what follows from the statements, of o1:")
    assert remedy == "`dragoman reconcile LEDGER` derives all of it anew."
    answer = dragoman("reconcile", path)
    assert answer.out.startswith(f"{path} is reconciled: what follows from ")
    assert dragoman("verify", path, "--deep").out.startswith(f"{path} is whole: 4 documents, ")


def changed(ledger: Path, path: Path, change: str) -> Path:
    """A copy of a ledger, changed by another program."""
    shutil.copy(ledger, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(change)
    return path


def test_info_counts_and_lists_failures(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Iran condemned Israel.", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    assert dragoman("read", tmp_path / "*.txt", "--into", tmp_path / "l").code == 0
    answer = dragoman("info", tmp_path / "l", "--failures")
    lines = answer.out.splitlines()
    assert lines[0].split() == ["documents", "1"]
    assert lines[4].split() == ["failures", "1"]
    assert lines[-1] == f"{tmp_path / 'empty.txt'}: The file is empty."
