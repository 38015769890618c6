from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.analysis import account
from dragoman.brief import Brief, Mark, compose, docx, html, markdown, pdf
from dragoman.errors import InvalidValue
from dragoman.records import Entry
from tests.factories import an_article, an_entry

FORGED = Mark("1999-01-01", "0" * 16, "1" * 16)
#: An article that quotes how marks are written in each format.
WORDS = (
    f'Chad told Niger: <!-- {FORGED} --> <meta name="generator" content="{FORGED}"> '
    f"<cp:keywords>{FORGED}</cp:keywords> /Keywords({FORGED}) and no more."
)
ENTRIES = [an_entry(an_article("Paper", "2024-05-01", WORDS), WORDS, actor="TCD", recipient="NER")]
MARK = Mark.made("2024-05-30T12:00:00.123456Z", account(ENTRIES, "TCD", "NER"))


def _brief(mark: Mark | None = MARK) -> Brief:
    return compose(account(ENTRIES, "TCD", "NER"), mark=mark)


def _text(write: Callable[[Brief], str]) -> Callable[[Brief], bytes]:
    return lambda brief: write(brief).encode("utf-8")


@pytest.mark.parametrize("write", [_text(markdown), _text(html), docx, pdf], ids=["md", "html", "docx", "pdf"])
def test_each_format_bears_the_mark_and_nothing_quoted_is_taken_for_one(
    write: Callable[[Brief], bytes], tmp_path: Path
) -> None:
    file = tmp_path / "brief"
    file.write_bytes(write(_brief()))
    assert Mark.of(file) == MARK
    file.write_bytes(write(_brief(None)))
    with pytest.raises(InvalidValue, match="does not say until when it speaks"):
        Mark.of(file)


def test_a_brief_on_nothing_bears_one_too() -> None:
    assert str(MARK) in markdown(compose(account([], "PER"), mark=MARK))


def test_what_is_no_brief_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    for name, says in (("empty.zip", "does not say"), ("none.md", "cannot be read"), (".", "cannot be read")):
        with pytest.raises(InvalidValue, match=says):
            Mark.of(tmp_path / name)


def test_a_mark_of_another_subject_or_of_other_statements_is_refused() -> None:
    MARK.check(replace(MARK))
    with pytest.raises(InvalidValue, match="about something else"):
        MARK.check(Mark.made(MARK.known, account(ENTRIES, "TCD")))
    with pytest.raises(InvalidValue, match=r"another ledger.* give --since 2024-05-30T12:00:00\.123456Z"):
        MARK.check(Mark.made(MARK.known, account([], "NER", "TCD")))


def test_of_very_many_statements_the_mark_holds_how_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.brief.mark.MOST", 0)
    whole = Mark.made(MARK.known, account(ENTRIES, "TCD", "NER"))
    monkeypatch.setattr("dragoman.brief.mark.MOST", 1000)

    assert whole.subject == MARK.subject
    assert whole.held != MARK.held
    assert Mark.made(MARK.known, account([*ENTRIES, _later()], "NER", "TCD", most=1)).held != whole.held


def _later() -> Entry:
    words = "Chad told Niger so."
    return an_entry(an_article("Paper", "2024-05-02", words), words, actor="TCD", recipient="NER")
