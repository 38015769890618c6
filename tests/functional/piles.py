"""Small piles of documents."""

from __future__ import annotations

from pathlib import Path

from tests.functional.shell import dragoman

OIL = (
    "Azerbaijan supplies around 40 percent of Israel's oil imports, according to Haaretz. "
    "Russia may sell gas to Türkiye.\n\nTürkiye condemned Israel on Friday."
)
VISIT = (
    "President Isaac Herzog of Israel visited Azerbaijan on 30 May 2023. "
    "Germany signed an agreement with France in Paris on 4 June 2021."
)
DENIAL = "Iran denied on \x1b[31mMonday\x1b[0m that it had attacked Azerbaijan. Iran condemned Israel."
SOURCES = """file,publisher,title,published
a/oil.txt,The Courier,Oil [bold]and[/bold] gas,2023-07-02
a/reprint.txt,The Mirror,Oil again,2023-07-05
visit.txt,The Gazette,A visit,2023-06-01
denial.txt,The Herald,A denial,2022-01-10
"""


def write_pile(folder: Path) -> Path:
    """Four documents by four publishers; one is nearly the same as another."""
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "oil.txt").write_text(OIL, encoding="utf-8")
    (folder / "a" / "reprint.txt").write_text(f"We take this from elsewhere. {OIL}", encoding="utf-8")
    (folder / "visit.txt").write_text(VISIT, encoding="utf-8")
    (folder / "denial.txt").write_text(DENIAL, encoding="utf-8")
    (folder / "sources.csv").write_text(SOURCES, encoding="utf-8")
    return folder


def write_long_pile(folder: Path, count: int) -> Path:
    """So many documents of a dozen sentences; every third is a reprint of the one before it."""
    folder.mkdir()
    sources = ["file,publisher,published"]
    for number in range(count):
        original = number - 1 if number % 3 == 2 else number
        sources.append(f"{number:03}.txt,Paper {number},2023-07-{number % 28 + 1:02}")
        (folder / f"{number:03}.txt").write_text(_long_text(original), encoding="utf-8")
    (folder / "sources.csv").write_text("\n".join(sources), encoding="utf-8")
    return folder


def _long_text(number: int) -> str:
    states = ("Israel", "Azerbaijan", "Türkiye", "Iran", "Russia", "Germany", "France")
    one, other = states[number % 7], states[(number + 1 + number // 7) % 7]
    return " ".join(
        f"The minister of {one} visited {other} on {day} May {1990 + number} with {number + day} officials."
        for day in range(1, 12)
    )


def read_long_pile(folder: Path, count: int) -> Path:
    """The folder with such a pile, `pile`, and the ledger that it makes, `whole`; neither to be changed."""
    write_long_pile(folder / "pile", count)
    assert dragoman("read", folder / "pile", "--into", folder / "whole").code == 0
    return folder
