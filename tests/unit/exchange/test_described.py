"""docs/formats.md says what the tables say."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.codebook.cameo import choices, codes
from dragoman.codebook.disputed import territories
from dragoman.exchange.events.acled_rows import TYPES
from dragoman.exchange.formats import FORMATS, SOURCES

PAGE = Path("docs/formats.md")


@pytest.fixture(scope="module")
def listed() -> set[tuple[str, ...]]:
    lines = (line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|"))
    return {tuple(cell.strip(" `") for cell in line.strip("|").split("|")) for line in lines}


def test_every_format_is_described(listed: set[tuple[str, ...]]) -> None:
    rows = {row[0].split("`")[0]: row for row in listed if len(row) == 4}

    for name in {*FORMATS, *SOURCES} & {"statements", "polecat", "gdelt", "icews", "plover", "acled"}:
        assert (rows[name][1] == "yes", rows[name][2] == "yes") == (name in SOURCES, name in FORMATS)


def test_the_tables_are_those_of_the_codebook(listed: set[tuple[str, ...]]) -> None:
    for type_, mode, context, code, match in choices():
        assert (type_, mode, context, code, match) in listed
    for each in codes().values():
        cells = (
            each.code,
            each.name,
            f"{each.goldstein:.1f}",
            each.type or "",
            each.mode or "",
            ", ".join(each.contexts),
        )
        match = f"{each.match if each.type else 'none'}{', turned' if each.turned else ''}"
        assert (*cells, match) in listed
    for name, (type_, mode, contexts) in TYPES.items():
        assert (name, type_, mode or "", ", ".join(contexts)) in listed
    for code, row in territories().items():
        assert (row["name"], code, row["code"], row.get("sector", "its own")) in listed
