"""How long the pages of the desk take: `python -m benchmarks.scale.desk [LEDGER | N ...]`.

Makes a ledger of N statements (`pile`), or takes one that is there, serves it to a client in this process and asks for
each page as somebody does who comes first, then once more. Prints a table in seconds; times are of this machine.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from starlette.testclient import TestClient

from benchmarks.scale.answers import made
from dragoman.settings import Settings
from dragoman.web.app import app_of
from dragoman.web.desk import HOST, Desk
from dragoman.workspace import Workspace

SIZES = (10_000, 100_000)


def main() -> None:
    """Measure each size, or each ledger."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("of", nargs="*", default=[str(size) for size in SIZES])
    for given in parser.parse_args().of:
        if Path(given).exists():
            _put(Path(given))
        else:
            with tempfile.TemporaryDirectory() as folder:
                _put(made(Path(folder) / "made.ledger", int(given)))


def _put(path: Path) -> None:
    with Workspace.open(path, settings=Settings()) as workspace:
        size = workspace.counts().statements
        pages = list(_pages(workspace))
    desk = Desk.of(path, 8765, is_open=True)
    print(f"\n| page, of {size:,} statements | first, s | again, s |\n|---|---|---|")
    with TestClient(app_of(desk), base_url=f"http://{HOST}:{desk.port}") as client:
        for page in pages:
            times = [_timed(client, page) for _ in range(2)]
            print(f"| `{page}` | {times[0]:.2f} | {times[1]:.2f} |", flush=True)


def _pages(workspace: Workspace) -> Iterator[str]:
    """The pages about what is spoken of most and least."""
    busy, other, *_, quiet = (each.code for each in workspace.parties())
    entry = next(workspace.statements())
    yield from ("/", "/?date=2020-01-01", "/?channel=energy", "/parties", "/documents", "/publishers")
    yield from (f"/party/{busy}", f"/party/{quiet}", f"/dyad/{busy}/{other}", f"/dyad/{busy}/{quiet}")
    yield from (f"/claim/{entry.statement.id}", f"/document/{entry.document.id}")
    yield from ("/quantities", "/forecasts", "/search?q=asserted", f"/search?party={busy}", f"/whatif?without={busy}")
    yield from ("/disputes", "/single", "/decisions", "/add")


def _timed(client: TestClient, page: str) -> float:
    start = time.perf_counter()
    answer = client.get(page)
    if answer.status_code != 200:
        raise SystemExit(f"{page} answered {answer.status_code}: {answer.text[:400]}")
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
