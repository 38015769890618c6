"""How long the pages of the desk take: `python -m benchmarks.scale.desk [LEDGER | N ...] [--write]`.

Makes a ledger of N statements (`pile`), or takes one that is there, serves it from a process of its own and asks for
each page as somebody does who comes first, then once more. Prints a table in seconds: when the head of the page was
there, from which a browser paints what stands on every page, when all of it was, and all of it the second time.
`--write` puts it into docs/desk.md. Times are of this machine.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

from benchmarks.scale.answers import made
from dragoman.settings import Settings
from dragoman.web.desk import HOST
from dragoman.workspace import Workspace

SIZES = (10_000, 100_000, 1_000_000)
PAGE = Path(__file__).parents[2] / "docs" / "desk.md"
HEAD = "| page: head / whole / again, s |"
#: What `dragoman serve` finds out ahead is left out: who comes first is to be measured.
_SERVE = """
import sys
from pathlib import Path
from dragoman.web import serving
serving._look_ahead = lambda desk: None
announce = lambda address: print(address, flush=True)
serving.serve_until_interrupted(Path(sys.argv[1]), port=0, is_open=True, announce=announce)
"""


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
    with _served(path) as client:
        times = {name: [_timed(client, page) for _ in range(2)] for name, page in pages.items()}
    return size, {
        name: f"{begun:.2f} / {whole:.2f} / {again:.2f}" for name, ((begun, whole), (_, again)) in times.items()
    }


@contextmanager
def _served(path: Path) -> Iterator[HTTPConnection]:
    """A connection to an open desk that nobody has asked anything before."""
    with subprocess.Popen([sys.executable, "-c", _SERVE, str(path)], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = urlsplit(server.stdout.readline().strip())
        client = HTTPConnection(HOST, address.port or 0)
        yield client
        client.close()
        server.terminate()


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


def _timed(client: HTTPConnection, page: str) -> tuple[float, float]:
    """Seconds until something of a page was there, and until all was."""
    start = time.perf_counter()
    client.request("GET", page)
    answer = client.getresponse()
    first = answer.read1(1)
    begun = time.perf_counter() - start
    rest = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{page} answered {answer.status}: {(first + rest)[:400]!r}")
    return begun, time.perf_counter() - start


if __name__ == "__main__":
    main()
