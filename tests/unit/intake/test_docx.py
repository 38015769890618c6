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
