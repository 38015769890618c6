from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.functional.piles import write_long_pile
from tests.functional.shell import EPOCH, PROGRAM, dragoman
from tests.functional.test_cli_read import documents, stopped

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


def test_a_reading_that_is_told_to_end_says_so_and_goes_on_to_the_same_end(tmp_path: Path) -> None:
    pile = write_long_pile(tmp_path / "pile", 18)
    ended = stopped(pile, tmp_path / "ended", signal.SIGTERM, after=3)
    assert ended.returncode == 143
    assert "Told to end. The ledger is whole and keeps what was read so far" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert sorted(os.listdir(tmp_path)) == ["ended", "pile"]
    assert dragoman("verify", tmp_path / "ended").code == 0
    assert dragoman("read", pile, "--into", tmp_path / "ended").code == 0
    assert dragoman("read", pile, "--into", tmp_path / "whole").code == 0
    one, other = (dragoman("export", tmp_path / each, "--as", "statements", "-o", "-") for each in ("ended", "whole"))
    assert one.out == other.out != ""


def test_no_worker_outlives_a_reading_that_was_killed(tmp_path: Path) -> None:
    pile, ledger = write_long_pile(tmp_path / "pile", 40), tmp_path / "l"
    running = subprocess.Popen(
        [*PROGRAM, "read", pile, "--into", ledger, "--workers", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **EPOCH},
    )  # fmt: skip
    while documents(ledger) < 1:
        assert running.poll() is None, "it was done before it could be killed"
        time.sleep(0.01)
    running.kill()
    # Workers hold its streams open for as long as they live.
    running.communicate(timeout=60)
    assert dragoman("verify", ledger).code == 0
