from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.errors import LedgerBusy
from dragoman.ledger import Ledger
from tests.factories import a_document, a_reading

ROOT = Path(__file__).parents[3]
WRITING = """
import sys
from dragoman.ledger import Ledger
from tests.factories import a_document, a_reading
first, path = int(sys.argv[2]), sys.argv[1]
with Ledger.open(path) as ledger, ledger.writer() as writer:
    for number in range(first, first + 100_000, 5):
        titles = [f"Title {each}" for each in range(number, number + 5)]
        writer.add_many([a_reading(a_document(title=title)) for title in titles], recorded="2024-05-01")
        print(number, flush=True)
"""


def writing(path: Path, first: int = 0) -> subprocess.Popen[str]:
    places = os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), str(ROOT))))
    child = subprocess.Popen(
        [sys.executable, "-c", WRITING, str(path), str(first)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": places},
    )
    assert child.stdout is not None
    assert child.stdout.readline()
    return child


def kill(child: subprocess.Popen[str]) -> None:
    child.send_signal(signal.SIGKILL)
    child.communicate()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Ledger.open(tmp_path / "ledger", create=True).close()
    return tmp_path / "ledger"


def test_reading_goes_on_while_another_process_writes(path: Path) -> None:
    child = writing(path)
    try:
        with Ledger.open(path) as ledger:
            before = 0
            for _ in range(5):
                with ledger.view() as view:
                    counts = view.counts()
                    assert counts.statements == 3 * counts.documents == 3 * len(list(view.documents()))
                assert counts.documents > before
                before = counts.documents
                time.sleep(0.05)
            with pytest.raises(LedgerBusy, match="being written to"):
                ledger.writer()
    finally:
        kill(child)


def test_a_kill_leaves_whole_documents_only(path: Path) -> None:
    for round_ in range(4):
        child = writing(path, first=round_ * 1_000_000)
        time.sleep(0.013 * (round_ + 1))
        kill(child)
        with Ledger.open(path) as ledger, ledger.view() as view:
            counts = view.counts()
            assert counts.documents > 0
            assert counts.documents % 5 == 0
            assert counts.statements == 3 * counts.documents == 3 * counts.readings
            assert view.verify() == []
    with Ledger.open(path) as ledger, ledger.writer() as writer:
        assert writer.add(a_reading(a_document(title="After the kill")), recorded="2024-05-02")
    assert [each.name for each in path.parent.iterdir()] == ["ledger"]
