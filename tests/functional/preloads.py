"""Libraries of C that are put before a program's own (`LD_PRELOAD`), to see or change what it asks of the machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest


def preloaded(source: Path, folder: Path) -> Path:
    """The library made of a source, in a folder; the test is passed over where none can be made."""
    compiler = next((each for each in ("cc", "gcc", "clang") if shutil.which(each)), None)
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("this takes a library for Linux, made by a C compiler (cc)")
    made = folder / f"{source.stem}.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", made, source, "-ldl"], check=True)
    return made
