"""How long the pages of the desk take: `python -m benchmarks.scale.desk [LEDGER | N ...] [--write]`.

Makes a ledger of N statements (`pile`), or takes one that is there, serves it to a client in this process and asks for
each page as somebody does who comes first, then once more. Prints a table in seconds, the second time after a stroke;
`--write` puts it into docs/desk.md. Times are of this machine.
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
from dragoman.uncollected import collect_seldom
from dragoman.web.app import app_of
from dragoman.web.desk import HOST, Desk
from dragoman.workspace import Workspace

SIZES = (10_000, 100_000, 1_000_000)
PAGE = Path(__file__).parents[2] / "docs" / "desk.md"
HEAD = "| page, first time / again, s |"


def main() -> None:
    """Measure each size, or each ledger."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("of", nargs="*", default=[str(size) for size in SIZES])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    columns: dict[str, dict[str, str]] = {}
    for given in options.of:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(given) if Path(given).exists() else made(Path(folder) / "made.ledger", int(given))
            size, times = measured(path)
        columns[f"{size:,}"] = times
        print(size, times, flush=True)
    table = _table(columns)
    print(table)
    if options.write:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(HEAD)
        after = rest.partition("\n\n")[2]
        PAGE.write_text(f"{before}{table}\n\n{after}", encoding="utf-8", newline="\n")


def measured(path: Path) -> tuple[int, dict[str, str]]:
    """How many statements a ledger holds, and how long each page takes the first time and the second."""
    with Workspace.open(path, settings=Settings()) as workspace:
        size, pages = workspace.counts().statements, dict(_pages(workspace))
    desk = Desk.of(path, 8765, is_open=True)
    # As `dragoman serve` has it.
    collect_seldom()
    with TestClient(app_of(desk), base_url=f"http://{HOST}:{desk.port}") as client:
        times = {name: [_timed(client, page) for _ in range(2)] for name, page in pages.items()}
    return size, {name: f"{first:.2f} / {again:.2f}" for name, (first, again) in times.items()}


def _table(columns: dict[str, dict[str, str]]) -> str:
    head = f"{HEAD} {' | '.join(columns)} |\n|---|{'---|' * len(columns)}"
    names = next(iter(columns.values()))
    return "\n".join([head, *(f"| {name} | {' | '.join(each[name] for each in columns.values())} |" for name in names)])


def _pages(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """The pages about what is spoken of most and least."""
    busy, other, *_, quiet = (each.code for each in workspace.parties())
    entry = next(workspace.statements())
    yield from (("overview", "/"), ("on another day", "/?date=2020-01-01"), ("in a channel", "/?channel=energy"))
    yield from (("parties", "/parties"), ("documents", "/documents"), ("publishers", "/publishers"))
    yield from (("the busiest party", f"/party/{busy}"), ("the quietest", f"/party/{quiet}"))
    yield from (("the busiest pair", f"/dyad/{busy}/{other}"), ("a quiet pair", f"/dyad/{busy}/{quiet}"))
    yield from (("a claim", f"/claim/{entry.statement.id}"), ("an article", f"/document/{entry.document.id}"))
    yield from (("quantities", "/quantities"), ("forecasts", "/forecasts"))
    yield from (("search by words", "/search?q=asserted"), ("search by party", f"/search?party={busy}"))
    yield from (("what if the busiest were gone", f"/whatif?without={busy}"), ("disputes", "/disputes"))
    yield from (("on one origin", "/single"), ("decisions", "/decisions"), ("add", "/add"))


def _timed(client: TestClient, page: str) -> float:
    start = time.perf_counter()
    answer = client.get(page)
    if answer.status_code != 200:
        raise SystemExit(f"{page} answered {answer.status_code}: {answer.text[:400]}")
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
