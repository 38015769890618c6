from __future__ import annotations

from pathlib import Path

from dragoman.intake.markdown import plain
from tests.unit.intake.made import only, write


def test_front_matter_says_where_a_text_comes_from(tmp_path: Path) -> None:
    front = '---\ntitle: "The accord"\nauthor: Mara Novak\npublisher: Notes\ndate: 2024-05-03\nurl: https://a.example/x\n---\n'
    document = only(write(tmp_path, "a.md", f"{front}# The accord\n\nIt was *signed*.\n"))
    assert document.text == "The accord\n\nIt was signed."
    assert (document.title, document.author, document.publisher) == ("The accord", "Mara Novak", "Notes")
    assert document.url == "https://a.example/x"
    assert document.published is not None
    assert document.published.iso() == "2024-05-03"


def test_marks_go_and_paragraphs_stay() -> None:
    marked = (
        "# Head #\n\nOne **bold**\nand [a link](http://x.example/a_(b)) of\nsnake_case_word.[^1]\n\n"
        "> quoted _so_\n\n* one\n* two\n"
    )
    assert plain(marked) == "Head\n\nOne bold and a link of snake_case_word.\n\nquoted so\n\n- one\n- two"


def test_a_table_is_lines() -> None:
    assert plain("| a | b |\n|---|:-:|\n| 1 | 2 |") == "a | b\n1 | 2"


def test_code_and_arithmetic_are_left_alone() -> None:
    assert (
        plain("```\nx = 5 * 3 * 2\n\n# not a heading\n```\nand 5 * 3 * 2")
        == "x = 5 * 3 * 2\n\n# not a heading\nand 5 * 3 * 2"
    )
