from __future__ import annotations

import hashlib
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dragoman.errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerMissing, NewerLedger, NotALedger
from dragoman.ledger import Ledger
from dragoman.ledger.migrations import APPLICATION_ID, VERSION
from tests.factories import a_document, a_reading

MAY = "2024-05-30T12:00:00Z"


def state(folder: Path) -> dict[str, str]:
    return {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in folder.iterdir()}


def a_ledger(path: Path) -> Path:
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        writer.add(a_reading(), recorded=MAY)
    return path


def test_a_missing_ledger_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(LedgerMissing, match="create=True"):
        Ledger.open(tmp_path / "none")
    assert state(tmp_path) == {}


def test_create_makes_a_file_that_can_be_recognised(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "new", create=True) as ledger, ledger.view() as view:
        assert list(view.entries()) == []
    content = (tmp_path / "new").read_bytes()
    assert content[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"DRAG"
    assert list(state(tmp_path)) == ["new"]


def test_create_opens_what_is_there(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "ledger")
    with Ledger.open(path, create=True) as ledger, ledger.view() as view:
        assert view.counts().documents == 1


def test_names_with_signs_of_addresses_are_names(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "a b#c?d%20.ledger")
    assert list(state(tmp_path)) == [path.name]


@pytest.mark.parametrize("content", [b"", b"An article.", b"SQLite format 3\0" + b"x" * 4096, b"\0" * 8192])
def test_another_file_is_left_untouched(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    before = state(tmp_path)
    for create in (False, True):
        with pytest.raises(NotALedger, match="untouched"):
            Ledger.open(path, create=create)
    assert state(tmp_path) == before


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_a_database_of_another_program_is_left_untouched(tmp_path: Path, mode: str) -> None:
    connection = sqlite3.connect(tmp_path / "places.sqlite")
    connection.execute(f"PRAGMA journal_mode = {mode}")
    connection.execute("CREATE TABLE visits (url TEXT)")
    connection.commit()
    connection.close()
    before = state(tmp_path)
    with pytest.raises(NotALedger, match="another program"):
        Ledger.open(tmp_path / "places.sqlite")
    assert state(tmp_path) == before


def test_a_newer_ledger_is_left_untouched(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "ledger")
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = state(tmp_path)
    with pytest.raises(NewerLedger, match="install the newer"):
        Ledger.open(path)
    assert state(tmp_path) == before


def test_an_older_ledger_is_brought_up_to_date(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "ledger")
    connection = sqlite3.connect(path, isolation_level=None)
    for (view,) in connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'view' AND name != 'parties'"
    ).fetchall():
        connection.execute(f"DROP VIEW {view}")
    for table in ("compared", "decided", "decisions", "sums"):
        connection.execute(f"DROP TABLE {table}")
    connection.execute("DROP INDEX documents_by_publisher")
    connection.execute("INSERT INTO copies VALUES (7, 'd1:a', 'd1:b', 'near', 0.8, '2024-05-01', NULL)")
    connection.execute("DELETE FROM migrations WHERE number > 1")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with Ledger.open(path) as ledger, ledger.view() as view:
        assert view.counts().statements == 3
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM who_did_what_to_whom").fetchone() == (2,)
    assert connection.execute("SELECT key, of, likeness FROM copies").fetchall() == [(7, "d1:b", 0.8)]
    assert [number for (number,) in connection.execute("SELECT number FROM migrations")] == list(range(1, VERSION + 1))
    connection.close()


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path, create=True)


def test_a_ledger_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="does not exist"):
        Ledger.open(tmp_path / "none" / "ledger", create=True)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_ledger_on_a_read_only_disk_can_be_read_and_not_written(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "ledger")
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with Ledger.open(path) as ledger, ledger.view() as view:
            assert view.counts().statements == 3
            with pytest.raises(LedgerError, match="cannot be written"):
                ledger.writer()
    finally:
        tmp_path.chmod(0o755)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_ledger_without_permission_says_so(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "ledger")
    path.chmod(0)
    with pytest.raises(LedgerError, match="permission"):
        Ledger.open(path)


def test_a_second_writer_waits_outside(tmp_path: Path) -> None:
    with Ledger.open(a_ledger(tmp_path / "ledger")) as ledger:
        with ledger.writer(), pytest.raises(LedgerBusy, match="try again"):
            ledger.writer()
        with ledger.writer() as second:
            assert second.add(a_reading(), recorded=MAY) is False


def test_a_view_goes_on_beside_a_writer_and_does_not_change() -> None:
    with Ledger.open(":memory:", create=True) as ledger, ledger.writer() as writer, ledger.view() as view:
        writer.add(a_reading(), recorded=MAY)
        assert view.counts().documents == 0
        with ledger.view() as later:
            assert later.counts().documents == 1


def test_inside_all_views_are_of_one_moment_whatever_is_written() -> None:
    with Ledger.open(":memory:") as ledger, ledger.writer() as writer:
        with ledger.still(), ledger.still():
            writer.add(a_reading(), recorded="2024-05-01")
            with ledger.view() as view:
                assert view.counts().documents == 0
            with ledger.view() as view, ledger.view(known="2024-05-02") as later:
                assert view.counts().documents == later.counts().documents == 0
        with ledger.view() as view:
            assert view.counts().documents == 1


def test_a_moment_is_of_the_thread_that_looks_at_it_and_ends_no_view_of_another() -> None:
    with Ledger.open(":memory:") as ledger, ledger.writer() as writer, ThreadPoolExecutor(1) as other:
        with ledger.still():
            writer.add(a_reading(), recorded=MAY)
            view = other.submit(ledger.view).result()
        with view:
            assert view.counts().documents == 1


def test_the_mark_is_another_one_after_writing_and_not_after_looking(tmp_path: Path) -> None:
    with Ledger.open(a_ledger(tmp_path / "ledger")) as ledger:
        before = ledger.mark
        with ledger.still(), ledger.view() as view:
            assert view.counts().documents == 1
            assert ledger.mark == before
        assert ledger.mark == before
        with ledger.writer() as writer:
            writer.add(a_reading(a_document(title="Other")), recorded=MAY)
            assert ledger.mark != before
        assert ledger.mark != before


def test_the_mark_of_a_moment_stays_that_moments_whatever_is_written(tmp_path: Path) -> None:
    with Ledger.open(a_ledger(tmp_path / "ledger")) as ledger, ledger.writer() as writer:
        with ledger.still():
            before = ledger.mark
            writer.add(a_reading(a_document(title="Other")), recorded=MAY)
            assert ledger.mark == before
        assert ledger.mark != before


def test_a_log_that_is_taken_away_meanwhile_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger.open(a_ledger(tmp_path / "ledger")) as ledger:
        monkeypatch.setattr(Path, "exists", lambda _: True)
        assert not os.path.lexists(f"{ledger.path}-wal")
        assert ledger.mark == ledger.mark


def test_a_ledger_in_memory_leaves_nothing() -> None:
    ledger = Ledger.open(":memory:")
    folder = ledger.path.parent
    with ledger, ledger.writer() as writer:
        writer.add(a_reading(), recorded=MAY)
    assert not folder.exists()


def test_close_closes_what_is_open(tmp_path: Path) -> None:
    ledger = Ledger.open(a_ledger(tmp_path / "ledger"))
    kept = ledger.view(), ledger.writer()
    ledger.close()
    assert list(state(tmp_path)) == ["ledger"]
    assert len(kept) == 2


def test_a_damaged_ledger_says_so(tmp_path: Path) -> None:
    path = a_ledger(tmp_path / "ledger")
    content = bytearray(path.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    path.write_bytes(content)
    with Ledger.open(path) as ledger, pytest.raises(LedgerDamaged, match="restore it from a backup"):
        list(ledger.view().entries())
