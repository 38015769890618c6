from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.functional.piles import VISIT, write_pile
from tests.functional.shell import EPOCH, PROGRAM, dragoman
from tests.functional.test_cli_read import counts, exported


def test_looking_once_reads_what_has_settled_and_reports_as_read_does(tmp_path: Path) -> None:
    pile, ledger = write_pile(tmp_path / "pile"), tmp_path / "l"
    (pile / "draft.html.part").write_text("<html>half", encoding="utf-8")
    first = dragoman("watch", pile, "--into", ledger, "--once")
    assert (first.code, counts(first.out)["read"]) == (0, 4)
    assert "draft.html.part is still being written and was left" in first.err
    (pile / "draft.html.part").unlink()
    assert dragoman("read", pile, "--into", tmp_path / "other").code == 0
    assert exported(ledger) == exported(tmp_path / "other")
    again = dragoman("watch", pile, "--into", ledger, "--once", "--format", "json")
    assert json.loads(again.out)["read"] == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    answer = dragoman("watch", tmp_path / "none", "--into", tmp_path / "l")
    assert answer.code == 1
    assert "is no folder" in answer.err


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_what_comes_later_is_read_and_a_signal_ends_it_cleanly(tmp_path: Path, how: signal.Signals) -> None:
    folder, ledger = tmp_path / "in", tmp_path / "l"
    folder.mkdir()
    running = subprocess.Popen(
        [*PROGRAM, "watch", folder, "--into", ledger, "--every", "0.2", "--format", "json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, **EPOCH},
    )  # fmt: skip
    assert running.stdout is not None
    long_ago = time.time() - 60
    for name in ("a.txt", "b.txt"):
        (folder / ".coming").write_text(f"{VISIT} {name}", encoding="utf-8")
        os.utime(folder / ".coming", (long_ago, long_ago))
        (folder / ".coming").rename(folder / name)
        assert json.loads(running.stdout.readline())["read"] == [str(folder / name)]
    running.send_signal(how)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 0
    assert "Stopped. The ledger is whole" in err
    assert "Traceback" not in err
    assert dragoman("verify", ledger).code == 0
