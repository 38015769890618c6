from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.plain import cell, escaped, one_line, plain, shortened


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b2Jcleared", "cleared"),
        ("\x1b]0;a title\x07after", "after"),
        ("\x1b]8;;http://example.org\x1b\\a link\x1b]8;;\x1b\\", "a link"),
        ("over\rwritten\x08\x7f", "overwritten"),
        ("a\r\nb\tc", "a\nb\tc"),
        ("\u202egnippilf\u202c", "gnippilf"),
        ("[bold]Türkiye[/bold] שלום 🤝", "[bold]Türkiye[/bold] שלום 🤝"),
    ],
)
def test_what_a_terminal_would_obey_goes_and_the_words_stay(text: str, safe: str) -> None:
    assert plain(text) == safe


@given(st.text())
def test_nothing_that_a_terminal_would_obey_is_left(text: str) -> None:
    assert not {letter for letter in plain(text) if letter < " " or "\x7f" <= letter <= "\x9f"} - {"\n", "\t"}
    assert "\n" not in one_line(text)


@given(st.text(), st.integers(2, 50))
def test_a_shortened_text_is_at_most_so_long(text: str, length: int) -> None:
    assert len(shortened(text, length)) <= length


def test_a_text_is_cut_between_words() -> None:
    assert shortened("Azerbaijan supplies oil", 22) == "Azerbaijan supplies…"
    assert shortened("Azerbaijan\n supplies", 22) == "Azerbaijan supplies"


@given(st.text())
def test_escaped_json_means_the_same(text: str) -> None:
    line = json.dumps(text, ensure_ascii=False)
    assert json.loads(escaped(line)) == text
    assert "\x9b" not in escaped(line)


@pytest.mark.parametrize(("value", "written"), [("=1+1", "'=1+1"), ("-2+3", "'-2+3"), ("+", "+"), ("-", "-"), (-1, -1)])
def test_a_cell_is_no_formula_and_a_sign_stays_a_sign(value: object, written: object) -> None:
    assert cell(value) == written
