from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.piles import write_pile
from tests.functional.shell import dragoman


@pytest.fixture(scope="session")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of four documents, not to be changed."""
    return write_pile(tmp_path_factory.mktemp("shared") / "pile")


@pytest.fixture(scope="session")
def ledger(pile: Path) -> Path:
    """The ledger of the pile, not to be changed."""
    path = pile.parent / "pile.ledger"
    answer = dragoman("read", pile, "--into", path)
    assert answer.code == 0, answer.err
    return path
