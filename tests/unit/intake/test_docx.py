from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tests.unit.intake.made import PARAGRAPHS, only, packed, reason, word_file, write


def replaced(file: bytes, name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return packed({each: content if each == name else archive.read(each) for each in archive.namelist()})


def test_paragraphs_and_tables_are_lines(tmp_path: Path) -> None:
    document = only(write(tmp_path, "a.docx", word_file(title="The accord", author="Mara Novak")))
    assert document.text.split("\n") == [*PARAGRAPHS, "Year | Tonnes", "2024 | 12"]
    assert (document.title, document.author) == ("The accord", "Mara Novak")


def test_a_truncated_file_says_so(tmp_path: Path) -> None:
    assert "truncated" in reason(write(tmp_path, "a.docx", word_file()[:-500]))


def test_an_encrypted_file_says_so(tmp_path: Path) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 1000
    assert "encrypted" in reason(write(tmp_path, "a.docx", data))


def test_entities_are_refused_before_they_are_expanded(tmp_path: Path) -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'
    assert "entities" in reason(write(tmp_path, "a.docx", replaced(word_file(), "word/document.xml", bomb)))


def test_a_part_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    bomb = b"<a>" + b" " * 19_000_000 + b"</a>"
    assert "zip bomb" in reason(write(tmp_path, "a.docx", replaced(word_file(), "word/document.xml", bomb)))


def test_an_archive_that_is_no_word_file_says_so(tmp_path: Path) -> None:
    assert "no Word file" in reason(write(tmp_path, "a.docx", packed({"a.txt": "text"})))


def tabled(rows: bytes) -> bytes:
    """A Word file with a table of these rows behind its text."""
    file = word_file()
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        body = archive.read("word/document.xml")
    table = b"<w:tbl><w:tblGrid/>" + rows + b"</w:tbl>"
    return replaced(file, "word/document.xml", body.replace(b"<w:sectPr", table + b"<w:sectPr", 1))


def cell(said: bytes, *, span: int = 1, down: bytes = b"") -> bytes:
    return b'<w:tc><w:tcPr><w:gridSpan w:val="%d"/>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>' % (
        span,
        down,
        said,
    )


def test_a_cell_merged_over_rows_stands_in_each_and_one_over_columns_once(tmp_path: Path) -> None:
    first = b"<w:tr>" + cell(b"Peru", down=b'<w:vMerge w:val="restart"/>') + cell(b"oil", span=2) + b"</w:tr>"
    second = b"<w:tr>" + cell(b"", down=b"<w:vMerge/>") + cell(b"gas") + cell(b"12") + b"</w:tr>"

    text = only(write(tmp_path, "a.docx", tabled(first + second))).text

    assert text.split("\n")[-2:] == ["Peru | oil", "Peru | gas | 12"]


def test_a_cell_that_is_said_to_span_billions_of_columns_is_one(tmp_path: Path) -> None:
    rows = b'<w:tr><w:trPr><w:gridBefore w:val="2000000000"/></w:trPr>' + cell(b"Peru", span=2_000_000_000) + b"</w:tr>"

    assert only(write(tmp_path, "a.docx", tabled(rows))).text.endswith("\nPeru")


def test_a_cell_that_goes_on_from_none_is_read(tmp_path: Path) -> None:
    rows = b"<w:tr>" + cell(b"Peru", down=b"<w:vMerge/>") + b"</w:tr>"

    assert only(write(tmp_path, "a.docx", tabled(rows))).text.endswith("\nPeru")
