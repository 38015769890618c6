from __future__ import annotations

from pathlib import Path

import pytest

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
    answer = dragoman("brief", ledger, "Israel", "Azerbaijan", "-o", tmp_path / "brief.odt")
    assert (answer.code, "cannot be written as .odt" in answer.err) == (1, True)
    assert not (tmp_path / "brief.odt").exists()


@pytest.mark.parametrize(("ending", "begins"), [("docx", b"PK"), ("pdf", b"%PDF")])
def test_a_brief_for_word_and_as_pdf(ledger: Path, tmp_path: Path, ending: str, begins: bytes) -> None:
    one, other = tmp_path / f"one.{ending}", tmp_path / f"other.{ending}"
    for file in (one, other):
        answer = dragoman("brief", ledger, "AZE", "ISR", "-o", file)
        assert answer.code == 0, answer.err
    assert one.read_bytes().startswith(begins)
    assert one.read_bytes() == other.read_bytes()
    on_screen = dragoman("brief", ledger, "AZE", "ISR", "--format", ending)
    assert on_screen.code == 1
    assert f"-o brief.{ending}" in on_screen.err


def test_a_brief_of_one_party_of_several_and_of_a_channel(ledger: Path) -> None:
    assert dragoman("brief", ledger, "Israel").out.startswith("# Israel\n")
    assert dragoman("brief", ledger, "AZE", "ISR", "TUR").out.startswith("# Azerbaijan, Israel and Türkiye\n")
    energy = dragoman("brief", ledger, "--channel", "energy", "--since", "2020-01-01").out
    assert energy.startswith("# Energy supply\n")
    assert "## What changed since 1 January 2020" in energy
    nothing = dragoman("brief", ledger)
    assert nothing.code == 1
    assert "give one of them" in nothing.err
