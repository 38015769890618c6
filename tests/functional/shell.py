"""The program as a person runs it: another process, its words and its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

EPOCH = {"SOURCE_DATE_EPOCH": "1700000000"}
PROGRAM = (sys.executable, "-m", "dragoman")


@dataclass(frozen=True)
class Answer:
    """What came of a run; `out` and `err` are decoded as UTF-8."""

    code: int
    out: str
    err: str


def dragoman(*arguments: str | Path, given: str = "", **environment: str) -> Answer:
    """Run the program with arguments and `given` on standard input, in the environment with `EPOCH` and more."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        input=given.encode(),
        capture_output=True,
        env={**os.environ, **EPOCH, **environment},
        timeout=300,
        check=False,
    )
    return Answer(done.returncode, done.stdout.decode(), done.stderr.decode())
