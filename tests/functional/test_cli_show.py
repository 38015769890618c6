from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.functional.shell import dragoman


@pytest.fixture(scope="module")
def denial(ledger: Path) -> dict[str, str]:
    answer = dragoman("statements", ledger, "--publisher", "The Herald", "--format", "json", "--limit", "1")
    shown: dict[str, str] = json.loads(answer.out)
    return shown


def test_a_statement_is_shown_where_it_stands(ledger: Path, denial: dict[str, str]) -> None:
    answer = dragoman("show", ledger, denial["id"][:11])
    assert answer.code == 0
    for line in (
        f"statement   {denial['id']}",
        "publisher   The Herald",
        "title       A denial",
        "published   2022-01-10",
    ):
        assert line in answer.out
    assert answer.out.endswith("[[Iran denied on Monday that it had attacked Azerbaijan.]] Iran condemned Israel.\n")
    styled = dragoman("show", ledger, denial["id"], FORCE_COLOR="1", TERM="xterm-256color")
    assert "\x1b[1;4mIran denied on Monday that it had attacked Azerbaijan.\x1b[0m Iran" in styled.out


def test_an_ambiguous_beginning_names_some_of_what_it_may_mean(ledger: Path, denial: dict[str, str]) -> None:
    answer = dragoman("show", ledger, "s1:")
    assert answer.code == 1
    assert "'s1:' is the beginning of several statements: s1:" in answer.err


def test_a_document_is_shown_with_its_text(ledger: Path) -> None:
    found = dragoman("search", ledger, "Turkiye", "oil imports")
    first, passage = found.out.splitlines()[:2]
    assert "The Courier, 2023-07-02  Oil [bold]and[/bold] gas" in found.out
    assert "[[oil imports]]" in found.out
    assert passage.startswith("  ")
    shown = dragoman("show", ledger, first.split()[0])
    assert shown.out.startswith("document    d1:")
    assert shown.out.endswith("\n\nTürkiye condemned Israel on Friday.\n")


def test_words_that_no_document_holds(ledger: Path) -> None:
    answer = dragoman("search", ledger, "zeppelin")
    assert (answer.code, answer.out, answer.err) == (0, "", "No document holds all these words.\n")
