from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from dragoman.records.dates import day, month
from tests.unit.intake.made import PARAGRAPHS, SAVED_PAGE, only, reason, write


def test_a_saved_page_keeps_its_text_and_loses_its_furniture(tmp_path: Path) -> None:
    document = only(write(tmp_path, "page.txt", SAVED_PAGE))
    assert document.text.split("\n\n") == [
        "Avalonia and Borduria sign an accord on the new pipeline",
        "3 March 2024 09:15",
        PARAGRAPHS[0],
        "  1. Avalonia opens the border.".lstrip("\n"),
        "  2. Borduria lifts the tariff.",
        "A turning point",
        PARAGRAPHS[1],
        PARAGRAPHS[2],
    ]


def test_a_saved_page_says_where_it_comes_from(tmp_path: Path) -> None:
    document = only(write(tmp_path, "page.txt", SAVED_PAGE))
    assert document.title == "Avalonia and Borduria sign an accord on the new pipeline"
    assert document.author == "Mara Novak"
    assert document.publisher == "The Valley Herald"
    assert document.published is not None
    assert document.published.iso() == "2024-03-03"


def test_defaults_hold_only_where_the_document_is_silent(tmp_path: Path) -> None:
    silent = only(write(tmp_path, "a.txt", PARAGRAPHS[0]), publisher="Given", published=month(2020, 5))
    assert (silent.publisher, silent.published) == ("Given", month(2020, 5))
    told = only(write(tmp_path, "b.txt", SAVED_PAGE), publisher="Given", published=month(2020, 5))
    assert told.publisher == "The Valley Herald"
    assert told.published is not None
    assert told.published.iso() == "2024-03-03"


@pytest.mark.parametrize(
    "data",
    [
        "Bakı və Təbriz, “sitat” – €5.".encode(),
        codecs.BOM_UTF8 + "Bakı və Təbriz, “sitat” – €5.".encode(),
        "Bakı və Təbriz, “sitat” – €5.".encode("utf-16"),
        codecs.BOM_UTF16_BE + "Bakı və Təbriz, “sitat” – €5.".encode("utf-16-be"),
    ],
)
def test_unicode_is_read_by_its_mark(tmp_path: Path, data: bytes) -> None:
    assert only(write(tmp_path, "a.txt", data)).text == "Bakı və Təbriz, “sitat” – €5."


def test_older_encodings_are_told_by_their_letters(tmp_path: Path) -> None:
    russian = "Президент Азербайджана встретился с министром иностранных дел Израиля в Баку во вторник. " * 4
    assert only(write(tmp_path, "ru.txt", russian.encode("cp1251"))).text == russian.strip()
    english = "The minister’s visit to the capital – his first – was called “useful” by the officials there. " * 4
    assert only(write(tmp_path, "en.txt", english.encode("cp1252"))).text == english.strip()


def test_a_few_wrong_bytes_do_not_spoil_utf8(tmp_path: Path) -> None:
    data = ("Əliyev görüşdü. " * 50).encode() + b"\xc3"
    assert only(write(tmp_path, "a.txt", data)).text.startswith("Əliyev görüşdü.")


def test_line_ends_and_nul_are_made_equal_and_nothing_else(tmp_path: Path) -> None:
    document = only(write(tmp_path, "a.txt", "One ﬁne day.  \r\nAnd\x00 another①.\r"))
    assert document.text == "One ﬁne day.\nAnd another①."


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty"),
        ("spaces.txt", b" \n\t\n", "nothing but spaces"),
        ("binary.txt", bytes(range(256)) * 40, "binary"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + b"x" * 99, "PNG picture"),
        ("menu.txt", b"share this article\ncopy link\nload more", "only menus"),
        ("unknown.xyz", b"\x00\x01\x02\x03" * 100, "binary"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "older Office file"),
    ],
)
def test_what_is_no_text_says_why(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert said in reason(write(tmp_path, name, data))


def test_a_file_of_fifty_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    assert "larger than 20 MB" in reason(path)


def test_an_unknown_ending_is_read_by_its_first_bytes(tmp_path: Path) -> None:
    assert only(write(tmp_path, "a.article", PARAGRAPHS[0])).text == PARAGRAPHS[0]
    assert only(write(tmp_path, "b", f"<!DOCTYPE html><title>T</title><p>{PARAGRAPHS[0]}</p>")).text == PARAGRAPHS[0]


def test_a_dateline_without_a_year_is_no_date(tmp_path: Path) -> None:
    text = f"LONDON, March 3 (Reuters) - {PARAGRAPHS[0]}"
    document = only(write(tmp_path, "a.txt", text))
    assert (document.published, document.publisher) == (None, "Reuters")


def test_a_dateline_with_a_year_is(tmp_path: Path) -> None:
    document = only(write(tmp_path, "a.txt", f"LONDON, March 3, 2024 (Reuters) - {PARAGRAPHS[0]}"))
    assert document.published == day(document.published.start)  # type: ignore[union-attr, arg-type]
    assert document.published.iso() == "2024-03-03"  # type: ignore[union-attr]


def test_a_line_that_names_the_publisher_is_no_title(tmp_path: Path) -> None:
    text = f"Publisher: Asmara Weekly\nDate: 2025-01-15\n\nEritrea's long game\n\n{PARAGRAPHS[0]}"
    document = only(write(tmp_path, "a.txt", text))
    assert (document.title, document.publisher) == ("Eritrea's long game", "Asmara Weekly")
