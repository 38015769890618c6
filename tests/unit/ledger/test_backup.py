from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import LedgerBusy, LedgerDamaged, LedgerError
from dragoman.ledger import Ledger
from dragoman.ledger.lock import Lock
from tests.factories import a_document, a_reading
from tests.unit.ledger.test_processes import kill, writing

MAY = "2024-05-30T12:00:00Z"


def a_ledger(path: Path, documents: int = 1) -> Path:
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        titles = (f"Title {number}" for number in range(documents))
        writer.add_many([a_reading(a_document(title=title)) for title in titles], recorded=MAY)
    return path


def test_a_backup_holds_the_same(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "ledger", 20)
    with Ledger.open(path) as ledger:
        made = ledger.backup(tmp_path / "copy")
        with ledger.view() as view:
            assert made.digest == view.digest()
    assert (made.counts.documents, made.counts.statements, made.size) == (20, 60, (tmp_path / "copy").stat().st_size)
    assert sorted(os.listdir(tmp_path)) == ["copy", "ledger"]
    with Ledger.open(tmp_path / "copy") as copy, copy.writer() as writer:
        assert writer.add(a_reading(a_document(title="More")), recorded=MAY)


def test_what_is_still_in_the_log_is_in_the_backup(tmp_path: Path) -> None:
    with Ledger.open(a_ledger(tmp_path / "ledger")) as ledger, ledger.writer() as writer:
        writer.add(a_reading(a_document(title="In the log")), recorded=MAY)
        assert ledger.backup(tmp_path / "copy").counts.documents == 2
        assert os.listdir(tmp_path).count("copy-wal") == 0


def test_a_backup_is_made_while_another_process_writes(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    Ledger.open(path, create=True).close()
    child = writing(path)
    try:
        with Ledger.open(path) as ledger:
            counts = [ledger.backup(tmp_path / f"copy{number}").counts for number in range(4)]
    finally:
        kill(child)
    documents = [each.documents for each in counts]
    assert documents == sorted(documents)
    assert documents[0] < documents[-1]
    assert all(each.documents % 5 == 0 and each.statements == 3 * each.documents for each in counts)


def test_an_earlier_file_is_replaced_only_if_asked_for(tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("my notes", encoding="utf-8")
    with Ledger.open(a_ledger(tmp_path / "ledger")) as ledger:
        with pytest.raises(LedgerError, match="exists and is left as it is; give another file, or --force"):
            ledger.backup(tmp_path / "copy")
        assert (tmp_path / "copy").read_text(encoding="utf-8") == "my notes"
        assert ledger.backup(tmp_path / "copy", replace=True).counts.documents == 1
        with pytest.raises(LedgerError, match="is the ledger itself"):
            ledger.backup(tmp_path / "ledger", replace=True)
        with pytest.raises(LedgerError, match="is a folder; give a file in it"):
            ledger.backup(tmp_path, replace=True)
        with pytest.raises(LedgerError, match="does not exist; make it first"):
            ledger.backup(tmp_path / "none" / "copy")
    assert sorted(os.listdir(tmp_path)) == ["copy", "ledger"]


def test_a_log_of_the_backup_that_is_replaced_is_not_taken_for_that_of_the_new_one(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "old", create=True) as old, old.writer() as writer:
        writer.add_many([a_reading(a_document(title=f"Old {number}")) for number in range(99)], recorded=MAY)
        shutil.copy(tmp_path / "old", tmp_path / "copy")
        shutil.copy(tmp_path / "old-wal", tmp_path / "copy-wal")
    with Ledger.open(a_ledger(tmp_path / "ledger", 2)) as ledger:
        ledger.backup(tmp_path / "copy", replace=True)
    with Ledger.open(tmp_path / "copy") as copy, copy.view() as view:
        assert view.verify() == []
        assert view.counts().documents == 2


def test_a_log_without_its_ledger_is_not_taken_for_that_of_a_new_one(tmp_path: Path) -> None:
    (tmp_path / "copy-wal").write_bytes(b"the last words of a ledger that was deleted")
    with (
        Ledger.open(a_ledger(tmp_path / "ledger")) as ledger,
        pytest.raises(LedgerError, match="copy-wal beside it belongs to another ledger"),
    ):
        ledger.backup(tmp_path / "copy")
    with pytest.raises(LedgerError, match="copy-wal beside it belongs to another ledger"):
        Ledger.open(tmp_path / "copy", create=True)
    assert sorted(os.listdir(tmp_path)) == ["copy-wal", "ledger"]


def test_a_ledger_that_is_written_to_or_read_is_not_replaced(tmp_path: Path) -> None:
    a_ledger(tmp_path / "copy", 3)
    lock = Lock(tmp_path / "copy")
    with Ledger.open(a_ledger(tmp_path / "ledger")) as ledger:
        with pytest.raises(LedgerBusy):
            ledger.backup(tmp_path / "copy", replace=True)
        lock.release()
        busy = pytest.raises(LedgerBusy, match="is open in another program")
        with Ledger.open(tmp_path / "copy") as copy, copy.view(), busy:
            ledger.backup(tmp_path / "copy", replace=True)
    with Ledger.open(tmp_path / "copy") as copy, copy.view() as view:
        assert view.counts().documents == 3


def test_a_ledger_that_does_not_agree_with_itself_is_not_put_in_place_of_a_good_copy(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "ledger")
    with Ledger.open(path) as ledger:
        ledger.backup(tmp_path / "copy")
    before = (tmp_path / "copy").read_bytes()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE documents SET text = replace(text, '40', '90')")
    connection.close()
    with Ledger.open(path) as ledger, pytest.raises(LedgerDamaged, match=r"nothing was changed(.|\n)*has changed"):
        ledger.backup(tmp_path / "copy", replace=True)
    assert (tmp_path / "copy").read_bytes() == before
    assert sorted(os.listdir(tmp_path)) == ["copy", "ledger"]


def test_what_a_killed_backup_left_goes_with_the_next(tmp_path: Path) -> None:
    (tmp_path / "copy.new").write_bytes(b"half a copy")
    (tmp_path / "copy-writing").touch()
    with Ledger.open(a_ledger(tmp_path / "ledger")) as ledger:
        ledger.backup(tmp_path / "copy")
    assert sorted(os.listdir(tmp_path)) == ["copy", "ledger"]
