from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import LedgerDamaged, NewerLedger
from dragoman.ledger import Ledger
from dragoman.ledger.migrations import VERSION
from tests.factories import a_document, a_reading

PAGE = 8192


def with_log(folder: Path, documents: int = 300) -> tuple[Path, Path]:
    """A ledger whose log is not folded in, as a kill leaves it, and the same ledger folded in."""
    path, left, whole = folder / "made", folder / "left" / "ledger", folder / "whole"
    left.parent.mkdir()
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        titles = (f"Title {number}" for number in range(documents))
        writer.add_many([a_reading(a_document(title=title)) for title in titles], recorded="2024-05-01")
        shutil.copy(path, left)
        shutil.copy(f"{path}-wal", f"{left}-wal")
    shutil.copy(path, whole)
    return left, whole


def count(path: Path) -> int:
    with Ledger.open(path) as ledger, ledger.view() as view:
        assert view.verify() == []
        return view.counts().documents


def test_a_ledger_killed_while_its_log_was_folded_in_is_opened(tmp_path: Path) -> None:
    left, whole = with_log(tmp_path)
    # The pages of a log are folded in by their numbers: the first one, which tells how many there are, before the rest.
    with open(left, "r+b") as file:
        file.write(whole.read_bytes()[: 2 * PAGE])
    assert left.stat().st_size < whole.stat().st_size
    assert count(left) == 300


def test_a_ledger_that_a_later_version_left_in_the_log_is_not_written_to(tmp_path: Path) -> None:
    left, _ = with_log(tmp_path, 2)
    connection = sqlite3.connect(left)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    shutil.copytree(left.parent, tmp_path / "later")
    connection.close()
    with Ledger.open(tmp_path / "later" / "ledger") as ledger:
        with pytest.raises(NewerLedger, match="install the newer"):
            ledger.view()
        with pytest.raises(NewerLedger, match="install the newer"):
            ledger.writer()


@pytest.mark.parametrize("kept", [20, 60, 1000, PAGE, 3 * PAGE, 3 * PAGE + 17])
def test_a_ledger_that_was_cut_short_is_said_to_be(tmp_path: Path, kept: int) -> None:
    _, whole = with_log(tmp_path, 20)
    content = whole.read_bytes()
    whole.write_bytes(content[:kept])
    with pytest.raises(LedgerDamaged, match=f"cut short.*{kept:,} bytes") as caught:
        Ledger.open(whole)
    assert "copy" in str(caught.value)
    assert whole.read_bytes() == content[:kept]


def test_what_a_killed_maker_left_goes_when_the_ledger_is_made(tmp_path: Path) -> None:
    for ending in ("", "-journal", "-wal", "-shm"):
        (tmp_path / f"ledger.new{ending}").write_bytes(b"half a ledger")
    Ledger.open(tmp_path / "ledger", create=True).close()
    assert os.listdir(tmp_path) == ["ledger"]


def test_two_that_make_one_ledger_both_have_it(tmp_path: Path) -> None:
    children = []
    for _ in range(6):
        child = os.fork()
        if child == 0:
            try:
                Ledger.open(tmp_path / "ledger", create=True).close()
                os._exit(0)
            finally:
                os._exit(1)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 6
    assert os.listdir(tmp_path) == ["ledger"]
