"""Full and read-only disks, and what else can be wrong with the place and the file of a ledger."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.ledger import Ledger
from dragoman.ledger.migrations import VERSION
from tests.functional.piles import read_long_pile
from tests.functional.shell import EPOCH, PROGRAM, Answer, dragoman

pytestmark = pytest.mark.skipif(os.name == "nt", reason="disks and limits of POSIX")


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return read_long_pile(tmp_path_factory.mktemp("long"), 9)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 2 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True, check=False)
    if made.returncode != 0:
        pytest.skip("this user may not make a disk (mount)")
    yield place
    subprocess.run(["umount", place], check=True)


def limited(size: int, *arguments: str | Path) -> Answer:
    """Run the program where no file may become larger than so many bytes."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        capture_output=True,
        env={**os.environ, **EPOCH},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())


def remount(disk: Path, options: str) -> None:
    subprocess.run(["mount", "-o", f"remount,{options}", disk], check=True)


def is_told(answer: Answer, *words: str) -> None:
    """It ended with a sentence that holds the words."""
    assert answer.code == 1, answer
    assert answer.err.splitlines()[-1].startswith("dragoman: ")
    assert "Traceback" not in answer.err
    assert [word for word in words if word not in answer.err] == []


def holds_the_same(one: Path, other: Path) -> bool:
    first, second = (dragoman("export", each, "--as", "statements", "-o", "-").out for each in (one, other))
    return first == second != ""


def test_a_disk_that_fills_up_loses_nothing_and_the_reading_goes_on_when_there_is_room(long: Path, disk: Path) -> None:
    remount(disk, "size=600k")
    is_told(
        dragoman("read", long / "pile", "--into", disk / "l"), "the disk is full", "Make room and run the same again"
    )
    assert dragoman("verify", disk / "l").code == 0
    remount(disk, "size=20m")
    assert dragoman("read", long / "pile", "--into", disk / "l").code == 0
    assert holds_the_same(disk / "l", long / "whole")
    assert os.listdir(disk) == ["l"]


def test_a_full_disk_is_read_from_and_says_that_it_cannot_be_written_to(long: Path, disk: Path) -> None:
    shutil.copy(long / "whole", disk / "l")
    with pytest.raises(OSError, match="No space left"):
        (disk / "rest").write_bytes(bytes(2 << 20))
    assert dragoman("verify", disk / "l").code == 0
    before = (disk / "l").read_bytes()
    full = ("the disk is full", "Make room and run the same again")
    is_told(dragoman("retract", disk / "l", "Paper 1", "--as", "publisher", "--who", "A", "--why", "b"), *full)
    is_told(dragoman("read", long / "pile", "--into", disk / "new"), *full)
    is_told(dragoman("backup", disk / "l", disk / "copy"), "was not made", *full)
    assert (disk / "l").read_bytes() == before
    assert not {"new", "copy", "new.new", "copy.new"} & set(os.listdir(disk))


def test_a_read_only_disk_is_read_from_and_says_that_it_cannot_be_written_to(long: Path, disk: Path) -> None:
    shutil.copy(long / "whole", disk / "l")
    remount(disk, "ro")
    assert holds_the_same(disk / "l", long / "whole")
    is_told(
        dragoman("read", long / "pile", "--into", disk / "l"), "cannot be written to", "Copy the ledger to a folder"
    )
    is_told(dragoman("read", long / "pile", "--into", disk / "new"), "cannot be made", "give a folder of your own")
    is_told(dragoman("backup", disk / "l", disk / "copy"), "does not take new files", "give another place")


@pytest.mark.parametrize("size", [200_000, 450_000])
def test_a_limit_on_files_stops_a_reading_and_loses_nothing(long: Path, tmp_path: Path, size: int) -> None:
    is_told(limited(size, "read", long / "pile", "--into", tmp_path / "l"), "disk", "run the same again")
    if (tmp_path / "l").exists():
        assert dragoman("verify", tmp_path / "l").code == 0
    assert dragoman("read", long / "pile", "--into", tmp_path / "l").code == 0
    assert holds_the_same(tmp_path / "l", long / "whole")
    assert os.listdir(tmp_path) == ["l"]


@pytest.mark.parametrize("command", [("verify",), ("backup", "{0}.copy")])
def test_what_is_no_whole_ledger_of_this_version_is_left_as_it_is(
    long: Path, tmp_path: Path, command: list[str]
) -> None:
    whole = (long / "whole").read_bytes()
    (tmp_path / "short").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "article").write_text("Ghana and Togo signed a treaty.", encoding="utf-8")
    shutil.copy(long / "whole", tmp_path / "later")
    with sqlite3.connect(tmp_path / "later") as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    before = {each: each.read_bytes() for each in tmp_path.iterdir()}
    told = {"short": "was cut short", "article": "is no ledger: it is no SQLite file", "later": "by a later version"}
    for name, words in told.items():
        name, *rest = (command[0], *(each.format(tmp_path / name) for each in (str(tmp_path / name), *command[1:])))
        is_told(dragoman(name, *rest), words, "left untouched")
    assert {each: each.read_bytes() for each in tmp_path.iterdir()} == before


def test_a_ledger_can_be_read_while_it_is_brought_up_to_date(long: Path, tmp_path: Path) -> None:
    with Ledger.open(shutil.copy(long / "whole", tmp_path / "l")) as ledger, ledger.view() as view:
        before = view.counts()
        connection = sqlite3.connect(tmp_path / "l", isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("ALTER TABLE decisions ADD COLUMN later TEXT")
        assert dragoman("info", tmp_path / "l").code == 0
        assert view.counts() == before
        connection.execute("COMMIT")
        assert view.counts() == before
        connection.close()


def test_who_writes_beside_another_waits_and_then_says_so(long: Path, tmp_path: Path) -> None:
    ledger = Path(shutil.copy(long / "whole", tmp_path / "l"))
    # A program that knows nothing of this one's lock and holds its transaction, as a slow disk makes it do.
    connection = sqlite3.connect(ledger, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    retraction = ("retract", ledger, "Paper 1", "--as", "publisher", "--who", "A", "--why", "b")
    is_told(dragoman(*retraction), "is being written to by another program", "try again")
    assert dragoman("info", ledger).code == 0
    connection.execute("ROLLBACK")
    connection.close()
    assert dragoman(*retraction).code == 0
