"""Law 3, under fire: however often a run was killed, what it comes to is the same."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from benchmarks.crash.jobs import Job, jobs
from benchmarks.crash.trials import tried

pytestmark = [pytest.mark.property, pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")]
#: Kills of each kind of work; `python -m benchmarks.crash` does thousands.
TIMES = 4
KINDS = ("read", "reread", "reconcile", "decide", "back up", "migrate from version 1", "migrate from version 6")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Job]:
    return {each.name: each for each in jobs(tmp_path_factory.mktemp("starts"), statements=80)}


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_killed_is_whole_and_comes_to_the_same(kind: str, made: dict[str, Job], tmp_path: Path) -> None:
    outcome = tried(made[kind], tmp_path / "l", times=TIMES, chance=random.Random(kind))
    assert outcome.wrong == []
    assert outcome.kills == TIMES
