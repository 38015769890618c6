from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.unit.web.made import a_client, a_ledger


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of three articles, not to be changed."""
    return a_ledger(tmp_path_factory.mktemp("desk"))


@pytest.fixture
def browser(small: Path) -> Iterator[TestClient]:
    """Somebody at the open desk of that ledger."""
    with a_client(small) as client:
        yield client
