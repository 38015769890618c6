from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.functional.shell import PROGRAM, dragoman


def test_version_and_help_say_what_this_is_without_loading_what_reads() -> None:
    assert dragoman("--version").out == f"dragoman {version('dragoman')}\n"
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "dragoman", "--help"], capture_output=True, text=True, check=True
    )
    assert "search" in told.stdout
    loaded = {line.rsplit("|")[-1].strip() for line in told.stderr.splitlines()}
    assert not loaded & {"onnxruntime", "numpy", "trafilatura", "sqlite3", "dragoman.workspace", "dragoman.records"}


def test_a_command_that_is_not_understood_is_a_usage_error() -> None:
    answer = dragoman("translate")
    assert answer.code == 2
    assert "No such command 'translate'" in answer.err
    assert answer.out == ""


def test_a_missing_ledger_is_named_in_one_sentence(tmp_path: Path) -> None:
    answer = dragoman("info", tmp_path / "none.ledger")
    assert answer.code == 1
    assert answer.err.startswith(f"dragoman: There is no ledger at {tmp_path / 'none.ledger'}")
    assert answer.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_ledger_is_refused_and_left_untouched(tmp_path: Path, pile: Path) -> None:
    stranger = tmp_path / "notes.txt"
    stranger.write_bytes(b"SQLite format 3? No, notes.")
    answer = dragoman("read", pile, "--into", stranger)
    assert (answer.code, answer.out) == (1, "")
    assert "is no ledger" in answer.err
    assert stranger.read_bytes() == b"SQLite format 3? No, notes."
    assert list(tmp_path.iterdir()) == [stranger]


def test_a_ledger_of_a_later_version_is_refused_and_left_untouched(tmp_path: Path, ledger: Path) -> None:
    later = tmp_path / "later.ledger"
    shutil.copy(ledger, later)
    with sqlite3.connect(later) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = later.read_bytes()
    answer = dragoman("statements", later)
    assert answer.code == 1
    assert "later version of Dragoman" in answer.err
    assert later.read_bytes() == before


def test_output_is_utf_8_whatever_the_locale(ledger: Path) -> None:
    answer = dragoman("search", ledger, "Turkiye", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "[[Türkiye]] condemned" in answer.out


@pytest.mark.skipif(os.name == "nt", reason="pipes end in another way there")
def test_a_reader_that_goes_away_is_no_error(ledger: Path) -> None:
    running = subprocess.Popen([*PROGRAM, "statements", ledger], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    running.stdout.close()
    _, err = running.communicate(timeout=120)
    assert err == b""
