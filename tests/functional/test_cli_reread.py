from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from tests.functional.shell import dragoman


def test_everything_was_read_by_this_reader(ledger: Path, tmp_path: Path) -> None:
    own = shutil.copy(ledger, tmp_path / "own")
    assert "already" in dragoman("reread", own).err


def test_what_another_reader_read_is_read_again(ledger: Path, tmp_path: Path) -> None:
    own = Path(shutil.copy(ledger, tmp_path / "own"))
    before = dragoman("statements", own, "--format", "json").out
    connection = sqlite3.connect(own)
    with connection:
        connection.execute("UPDATE readings SET reader = 'dragoman-reader/0'")
        connection.execute("DELETE FROM mentions WHERE statement = (SELECT max(key) FROM statements)")
        connection.execute("DELETE FROM statements WHERE key = (SELECT max(key) FROM statements)")
    connection.close()
    answer = dragoman("reread", own)

    assert answer.code == 0, answer.err
    lines = [line.split() for line in answer.out.splitlines()]
    assert ["read", "anew", "4"] in lines
    assert ["gained", "1"] in lines
    assert ["lost", "0"] in lines
    assert sorted(dragoman("statements", own, "--format", "json").out.splitlines()) == sorted(before.splitlines())
