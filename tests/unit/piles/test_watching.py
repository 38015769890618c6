from __future__ import annotations

import os
import time
from collections.abc import Collection
from pathlib import Path

import pytest

from dragoman.piles.pile import Progress
from dragoman.piles.watching import Watch
from dragoman.records import Report

LONG_AGO = time.time() - 3600


class Readings:
    """Notes what was left at each reading, and what the folder then held."""

    def __init__(self) -> None:
        self.left: list[set[str]] = []

    def __call__(self, left: Collection[str], progress: Progress | None) -> Report:
        self.left.append({os.path.basename(path) for path in left})
        return Report((), (), (), (), {}, 0)


def put(folder: Path, name: str, text: str, *, at: float = LONG_AGO) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    readings = Readings()
    watch = Watch(tmp_path, readings)
    assert watch.look() is None
    put(tmp_path, "a.txt", "One.")
    assert watch.look() is not None
    assert watch.look() is None
    put(tmp_path, "in/b.txt", "Two.")
    assert watch.look() is not None
    put(tmp_path, "in/sources.csv", "file,publisher\nb.txt,Herald\n")
    assert watch.look() is not None
    assert watch.look() is None
    assert readings.left == [set(), set(), set()]


def test_a_file_that_is_written_is_left_until_it_stands_still(tmp_path: Path) -> None:
    readings = Readings()
    watch = Watch(tmp_path, readings, quiet=0.2)
    put(tmp_path, "a.txt", "Whole.")
    put(tmp_path, "b.txt", "Half", at=time.time())
    assert watch.look() is not None
    assert [os.path.basename(path) for path in watch.left] == ["b.txt"]
    put(tmp_path, "b.txt", "Half and half", at=time.time())
    time.sleep(0.1)
    assert watch.look() is None
    time.sleep(0.3)
    assert watch.look() is not None
    assert watch.left == ()
    assert readings.left == [{"b.txt"}, set()]


def test_a_file_from_a_clock_that_runs_ahead_is_read_when_it_stands_still(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "Tomorrow.", at=time.time() + 86_400)
    watch = Watch(tmp_path, Readings(), quiet=0.1)
    assert watch.waits()
    time.sleep(0.2)
    assert watch.look() is not None


def test_what_a_browser_has_not_finished_is_left(tmp_path: Path) -> None:
    put(tmp_path, "a.html.crdownload", "<html>")
    watch = Watch(tmp_path, Readings())
    assert watch.look() is None
    assert len(watch.left) == 1


def test_files_of_the_ledger_itself_tell_nothing(tmp_path: Path) -> None:
    own = put(tmp_path, "a.ledger", "x")
    watch = Watch(tmp_path, Readings(), own={os.path.realpath(own)})
    assert watch.look() is None


def test_what_could_not_be_read_is_tried_again(tmp_path: Path) -> None:
    def busy(left: Collection[str], progress: Progress | None) -> Report:
        raise RuntimeError("busy")

    put(tmp_path, "a.txt", "One.")
    watch = Watch(tmp_path, busy)
    for _ in range(2):
        with pytest.raises(RuntimeError, match="busy"):
            watch.look()
