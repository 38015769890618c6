"""A disk that is slow: the program waits for each write and each flush, and can be killed while it waits."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.functional.preloads import preloaded
from tests.functional.shell import EPOCH, PROGRAM

_SOURCE = Path(__file__).with_name("slow_disk.c")


@dataclass(frozen=True)
class SlowDisk:
    """What makes a program wait for writes to a place, a file or a folder; `told` is where it says for which."""

    library: Path
    place: Path
    told: Path

    @contextmanager
    def running(self, *arguments: str | Path, wait: int) -> Iterator[subprocess.Popen[str]]:
        """The program, which waits so many milliseconds each time; it is over at the end."""
        slow = {"LD_PRELOAD": self.library, "SLOW_DISK": self.place, "SLOW_TOLD": self.told, "SLOW_WAIT": wait}
        self.told.write_text("", encoding="utf-8")
        running = subprocess.Popen(
            [*PROGRAM, *map(str, arguments)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**os.environ, **EPOCH, **{name: str(value) for name, value in slow.items()}},
        )  # fmt: skip
        try:
            yield running
        finally:
            running.kill()
            running.communicate(timeout=60)

    def kill_at(self, begun: str, number: int, running: subprocess.Popen[str]) -> None:
        """Kill it while it waits for the so-many-th time of that kind: `writes l-wal`, `flushes l`."""
        while self.lines.count(begun) < number:
            assert running.poll() is None, f"it was done before it did that: {begun}"
            time.sleep(0.001)
        running.kill()
        running.wait(timeout=60)
        ended = begun.replace("writes", "wrote").replace("flushes", "flushed")
        assert self.lines.count(ended) == self.lines.count(begun) - 1, "it was between two writes"

    @property
    def lines(self) -> list[str]:
        """What the program waited for so far."""
        return self.told.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="session")
def slowness(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes writes slow."""
    return preloaded(_SOURCE, tmp_path_factory.mktemp("slowness"))
