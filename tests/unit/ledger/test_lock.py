from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from dragoman.errors import LedgerBusy, LedgerError
from dragoman.ledger import lock
from dragoman.ledger.lock import Lock


def test_one_holds_it_and_the_next_may_after(tmp_path: Path) -> None:
    first = Lock(tmp_path / "ledger")
    with pytest.raises(LedgerBusy):
        Lock(tmp_path / "ledger")
    first.release()
    first.release()
    Lock(tmp_path / "ledger").release()
    assert list(tmp_path.iterdir()) == []


def test_a_file_left_by_a_killed_writer_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "ledger-writing").touch()
    Lock(tmp_path / "ledger").release()


def test_ledgers_do_not_lock_each_other(tmp_path: Path) -> None:
    locks = [Lock(tmp_path / name) for name in ("one", "other")]
    for each in locks:
        each.release()


def test_a_folder_that_takes_no_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="does not take new files"):
        Lock(tmp_path / "none" / "ledger")


def test_a_folder_that_takes_no_locks_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsupported(handle: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(lock, "_lock", unsupported)
    with pytest.raises(LedgerError, match="does not take locks") as raised:
        Lock(tmp_path / "ledger")
    assert not isinstance(raised.value, LedgerBusy)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_knows_that_it_is_not_its_own(tmp_path: Path) -> None:
    own = Lock(tmp_path / "ledger")
    child = os.fork()
    if child == 0:
        os._exit(int(own.ours))
    assert os.waitpid(child, 0)[1] == 0
    assert own.ours
    own.release()
