from __future__ import annotations

from pathlib import Path

from tests.functional.shell import dragoman


def test_a_brief_goes_to_standard_output_or_a_file(tmp_path: Path, ledger: Path) -> None:
    printed = dragoman("brief", ledger, "Baku", "Israel")
    assert printed.code == 0
    assert printed.out.startswith("# Azerbaijan and Israel\n")
    page = tmp_path / "brief.html"
    assert dragoman("brief", ledger, "AZE", "isr", "--as-of", "2023-06", "-o", page).code == 0
    html = page.read_text(encoding="utf-8")
    assert html.lstrip().lower().startswith("<!doctype html>")
    assert "30 June 2023" in html
    assert list(tmp_path.iterdir()) == [page]


def test_an_unknown_party_is_answered_with_near_ones(ledger: Path) -> None:
    answer = dragoman("brief", ledger, "Azerbaijan", "Isreal")
    assert (answer.code, answer.out) == (1, "")
    assert "Did you mean Israel (ISR)" in answer.err


def test_a_format_that_cannot_be_written_yet(ledger: Path, tmp_path: Path) -> None:
    answer = dragoman("brief", ledger, "Israel", "Azerbaijan", "-o", tmp_path / "brief.pdf")
    assert (answer.code, "cannot be written as .pdf" in answer.err) == (1, True)
    assert not (tmp_path / "brief.pdf").exists()
