"""Put real output into the README and real scores into docs/reading.md: `python -m benchmarks.readme`."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.accuracy import calibration, news
from benchmarks.accuracy.bins import error, markdown
from benchmarks.accuracy.development import RESULTS
from benchmarks.accuracy.floors import measure
from benchmarks.accuracy.plot import drawn
from benchmarks.accuracy.reconciling import scores as reconciling
from dragoman import brief
from dragoman.reading.encoder import card
from dragoman.workspace import Workspace

ROOT = Path(__file__).parents[1]
#: Sections of the brief that are shown, and the most lines of each.
SHOWN = {"Ties now": 6, "Timeline": 9, "Disputed": 3, "Only planned, predicted or possible": 4}
NOTES = 4
#: What docs/scenarios.md asks of the example pile.
ASKED = {
    "network": ("network", "Israel", "--channel", "energy"),
    "exposure": ("exposure", "Israel", "--channel", "energy"),
    "balance": ("balance",),
    "balances": ("balance", "--from", "2023", "--period", "year"),
    "cut": ("whatif", "--cut", "KAZ->ISR:energy", "--close", "Georgia"),
    "iran": ("whatif", "docs/if-iran-were-to-buckle.toml"),
}


def main() -> None:
    """Read the examples and the exam, write the pages."""
    put(ROOT / "README.md", "demo", shortened(demo()))
    put(ROOT / "docs" / "reading.md", "scores", table(card()["scores"], "measure"))
    put(ROOT / "docs" / "reading.md", "exam", table(measure(), "part and measure"))
    put(
        ROOT / "docs" / "reading.md",
        "public",
        table(json.loads(RESULTS.read_text(encoding="utf-8")), "set and measure"),
    )
    put(
        ROOT / "docs" / "reading.md",
        "news",
        table(json.loads(news.RESULTS.read_text(encoding="utf-8")), "set and measure"),
    )
    put(ROOT / "docs" / "reconciling.md", "reconciling", table(reconciling.measure(), "task, part and measure"))
    answers(ROOT / "docs" / "scenarios.md")
    told = calibration.reliability()
    (ROOT / "docs" / "reliability.svg").write_text(
        drawn(told, "Certainty, and how often it is right"), encoding="utf-8"
    )
    put(
        ROOT / "docs" / "reading.md",
        "reliability",
        f"{markdown(told)}\n\nExpected calibration error: {error(told):.3f}.",
    )


def answers(page: Path) -> None:
    """Put what the program answers about the example pile between the marks of a page, each named after its command."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "demo.ledger"
        _run("read", ROOT / "examples", "--into", ledger)
        for name, (command, *rest) in ASKED.items():
            typed = " ".join(
                f'"{each}"' if ">" in each or " " in each else each for each in (command, "demo.ledger", *rest)
            )
            put(page, name, f"```text\n$ dragoman {typed}\n{_run(command, ledger, *rest).rstrip()}\n```")


def _run(*arguments: str | Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "dragoman", *map(str, arguments)], capture_output=True, check=True, cwd=ROOT, text=True
    )
    return done.stdout


def demo() -> str:
    """The brief on the example pile."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.open(Path(folder) / "demo.ledger", create=True) as workspace,
    ):
        workspace.read([ROOT / "examples"])
        return brief.markdown(workspace.brief("Azerbaijan", "Israel"))


def put(page: Path, name: str, text: str) -> None:
    """Write the text between the marks of that name on a page."""
    begin, end = _marks(name)
    before, _, rest = page.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    page.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")


def _marks(name: str) -> tuple[str, str]:
    return f"<!-- {name}: begin -->", f"<!-- {name}: end -->"


def got(page: Path, name: str) -> str:
    """The text between the marks of that name on a page."""
    begin, end = _marks(name)
    return page.read_text(encoding="utf-8").partition(begin)[2].partition(end)[0].strip()


def table(scores: Mapping[str, float], heading: str) -> str:
    """Scores as a table of Markdown."""
    rows = [f"| {name.replace('_', ' ')} | {score} |" for name, score in scores.items()]
    return "\n".join([f"| {heading} | score |", "|---|---|", *rows])


def shortened(whole: str) -> str:
    """The shown sections, each with its first points, and the first footnotes, as a quotation."""
    head, *sections = re.split(r"^## ", whole, flags=re.MULTILINE)
    lines = ["**" + head.strip().splitlines()[0].lstrip("# ") + "**", "", head.strip().splitlines()[-1]]
    for section in sections:
        title, _, body = section.partition("\n")
        if title in SHOWN:
            lines += ["", f"**{title}**", "", *_first(body, SHOWN[title])]
    notes = [line for line in whole.splitlines() if re.match(r"\[\^\d+\]: ", line)]
    lines += ["", "**Footnotes**", "", *(f"- {_plain(note)}" for note in notes[:NOTES]), "- …"]
    return "\n".join(f"> {_plain(line)}".rstrip() for line in lines)


def _first(body: str, most: int) -> list[str]:
    """The first points of a section, without what is under them, and a sign that there are more."""
    points = [line for line in body.splitlines() if line.startswith("- ")]
    return points[:most] + (["- …"] if len(points) > most else []) or [body.strip().splitlines()[-1]]


def _plain(line: str) -> str:
    """Footnote marks as plain numbers: GitHub would gather real ones at the end of the page."""
    return re.sub(r"\[\^(\d+)\](: )?", r"[\1]\2", line)


if __name__ == "__main__":
    main()
