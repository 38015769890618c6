"""A ledger on a slow disk: who reads is answered, who writes is told, and who is killed leaves it whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections import Counter
from pathlib import Path

import pytest

from dragoman.ledger import Ledger
from tests.functional.disks import SlowDisk, slowness
from tests.functional.piles import read_long_pile
from tests.functional.shell import dragoman

__all__ = ["slowness"]

#: Seconds within which who looks at a ledger is answered, whatever is written meanwhile.
PATIENCE = 4.0


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read_long_pile(tmp_path_factory.mktemp("long"), 18)


@pytest.fixture
def disk(slowness: Path, tmp_path: Path) -> SlowDisk:
    (tmp_path / "disk").mkdir()
    return SlowDisk(slowness, tmp_path / "disk", tmp_path / "told")


@pytest.fixture(scope="module")
def told(long: Path) -> str:
    """What the ledger of the pile says."""
    return says(long / "whole")


def says(ledger: Path) -> str:
    return dragoman("export", ledger, "--as", "statements", "-o", "-").out


def seen(ledger: Path) -> tuple[Counter[str], set[str]]:
    """How many statements of each document a view shows, and the documents of what it says was read."""
    with Ledger.open(ledger) as opened, opened.view() as view:
        statements = Counter({each.id: 0 for each in view.documents()})
        statements.update(each.document.id for each in view.entries())
        return statements, {identity for offer in view.offers() for identity in offer.documents}


def test_who_reads_beside_a_slow_writer_is_answered_with_what_is_whole(long: Path, disk: SlowDisk, told: str) -> None:
    ledger, slowest, looks = disk.place / "l", 0.0, list[Counter[str]]()
    with disk.running("read", long / "pile", "--into", ledger, wait=8) as running:
        while not ledger.exists():
            assert running.poll() is None, running.communicate()
            time.sleep(0.01)
        busy = dragoman("read", long / "pile", "--into", ledger)
        while running.poll() is None:
            begun = time.monotonic()
            statements, read = seen(ledger)
            slowest = max(slowest, time.monotonic() - begun)
            assert read <= statements.keys()
            looks.append(statements)
            time.sleep(0.02)
        out, err = running.communicate()
    assert running.returncode == 0, (out, err)
    assert busy.code == 1
    assert "is being written to by another program or window; try again" in busy.err
    assert slowest < PATIENCE
    # A document was there with all its statements or not at all, and none went away.
    whole, _ = seen(long / "whole")
    assert all(each.items() <= whole.items() for each in looks)
    assert [len(each) for each in looks] == sorted(len(each) for each in looks)
    assert len({len(each) for each in looks}) > 2
    assert dragoman("verify", ledger, "--deep").code == 0
    assert says(ledger) == told != ""
    assert os.listdir(disk.place) == ["l"]


def test_a_slow_writer_that_ends_lets_others_look(long: Path, disk: SlowDisk) -> None:
    ledger = disk.place / "l"
    # Only what is folded into the ledger itself is slow.
    folding = SlowDisk(disk.library, ledger, disk.told)
    with folding.running("read", long / "pile", "--into", ledger, wait=25) as running:
        looks = 0
        while running.poll() is None:
            if "writes l" not in folding.lines:
                time.sleep(0.01)
                continue
            connection = sqlite3.connect(f"{ledger.as_uri()}?mode=ro", uri=True, timeout=1)
            assert connection.execute("SELECT count(*) FROM documents").fetchone() == (18,)
            connection.close()
            looks += 1
            time.sleep(0.05)
    assert running.returncode == 0
    assert looks > 2


@pytest.mark.parametrize(
    ("begun", "number"),
    [
        ("writes l.new", 20),
        ("writes l-wal", 61),
        ("writes l-wal", 160),
        ("flushes l-wal", 2),
        ("writes l", 40),
        ("flushes l", 1),
    ],
)
def test_who_is_killed_while_it_waits_for_the_disk_leaves_a_whole_ledger(
    long: Path, disk: SlowDisk, told: str, begun: str, number: int
) -> None:
    ledger = disk.place / "l"
    with disk.running("read", long / "pile", "--into", ledger, wait=6) as running:
        disk.kill_at(begun, number, running)
    assert running.returncode == -9
    if ledger.exists():
        statements, read = seen(ledger)
        assert statements.items() <= seen(long / "whole")[0].items()
        assert read <= statements.keys()
        assert dragoman("verify", ledger).code == 0
    assert dragoman("read", long / "pile", "--into", ledger).code == 0
    assert dragoman("verify", ledger, "--deep").code == 0
    assert says(ledger) == told != ""
    assert os.listdir(disk.place) == ["l"]


def test_a_backup_that_is_killed_while_it_waits_for_the_disk_is_not_there(
    long: Path, disk: SlowDisk, told: str
) -> None:
    ledger, copy = Path(shutil.copy(long / "whole", disk.place / "l")), disk.place / "copy"
    before = ledger.read_bytes()
    with disk.running("backup", ledger, copy, wait=12) as running:
        disk.kill_at("writes copy.new", 20, running)
    assert not copy.exists()
    assert ledger.read_bytes() == before
    assert dragoman("backup", ledger, copy).code == 0
    assert says(copy) == told
    assert sorted(os.listdir(disk.place)) == ["copy", "l"]
