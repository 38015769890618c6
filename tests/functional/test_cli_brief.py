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


def test_a_page_has_drawings_and_markdown_has_none(ledger: Path) -> None:
    page = dragoman("brief", ledger, "AZE", "ISR", "--format", "html").out
    for caption in ("Who stands how to whom, as of", "Figures that are asserted", "What stood and what happened"):
        assert f"<figcaption>{caption}" in page
    assert "<svg" not in dragoman("brief", ledger, "AZE", "ISR").out


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


FIRST, SECOND = "1700000000", "1700100000"


@pytest.fixture
def growing(tmp_path: Path) -> Path:
    """A ledger into which one text has been read, beside a second one."""
    (tmp_path / "one.txt").write_text("Bolivia supplies gas to Argentina.\n", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Argentina imposed sanctions on Bolivia.\n", encoding="utf-8")
    ledger = tmp_path / "a.ledger"
    assert dragoman("read", tmp_path / "one.txt", "--into", ledger, SOURCE_DATE_EPOCH=FIRST).code == 0
    return ledger


@pytest.mark.parametrize("ending", ["md", "html", "docx", "pdf"])
def test_a_brief_begins_with_what_changed_since_an_earlier_one(growing: Path, tmp_path: Path, ending: str) -> None:
    earlier = tmp_path / f"brief.{ending}"
    assert dragoman("brief", growing, "BOL", "ARG", "-o", earlier).code == 0
    before = earlier.read_bytes()
    unchanged = dragoman("brief", growing, "ARG", "BOL", "--since", earlier)
    assert "## What changed since 14 November 2023, 22:13 UTC\n\nNothing is known" in unchanged.out, unchanged.err
    assert dragoman("read", tmp_path / "two.txt", "--into", growing, SOURCE_DATE_EPOCH=SECOND).code == 0
    # As it was known then, the same ledger gives the same brief.
    assert dragoman("brief", growing, "BOL", "ARG", "--known", "2023-11-14", "-o", tmp_path / f"b.{ending}").code == 0
    if ending == "md":
        assert (tmp_path / "b.md").read_bytes().splitlines()[:-1] == before.splitlines()[:-1]
    since = dragoman("brief", growing, "BOL", "ARG", "--since", earlier)
    changed = since.out.partition("## Ties now")[0]
    assert "New: Argentina" in changed
    assert "sanctions" in changed
    assert "gas" not in changed
    # The next one takes the place of the last.
    assert dragoman("brief", growing, "BOL", "ARG", "--since", earlier, "-o", earlier).code == 0
    assert "Nothing is known" in dragoman("brief", growing, "BOL", "ARG", "--since", earlier).out


def test_what_is_no_earlier_brief_of_the_same(growing: Path, tmp_path: Path) -> None:
    earlier, other = tmp_path / "brief.md", tmp_path / "other.ledger"
    assert dragoman("brief", growing, "BOL", "ARG", "-o", earlier).code == 0
    assert dragoman("read", tmp_path / "two.txt", "--into", other, SOURCE_DATE_EPOCH=FIRST).code == 0
    (tmp_path / "empty.md").write_text("# Bolivia\n", encoding="utf-8")
    for asked, says in (
        ((growing, "BOL", "--since", earlier), "That brief is about something else."),
        ((other, "BOL", "ARG", "--since", earlier), "written from another ledger"),
        ((growing, "BOL", "--since", tmp_path / "empty.md"), "does not say until when it speaks"),
        ((growing, "BOL", "--since", "yesterday"), "'yesterday' is neither a date nor a file"),
        ((growing, "BOL", "--since", "2024-01-01", "--known", "2023-12-01"), "is after 2023-12-01"),
    ):
        answer = dragoman("brief", *asked)
        assert (answer.code, says in answer.err) == (1, True), answer.err
    moment = dragoman("brief", growing, "BOL", "--since", "2023-11-14T22:00:00Z").out
    assert "## What changed since 14 November 2023, 22:00 UTC" in moment
    assert "New: Bolivia" in moment
