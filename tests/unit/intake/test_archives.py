from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from dragoman.intake import limits
from dragoman.records import Document, Failure
from tests.unit.intake.made import PAGE, PARAGRAPHS, documents, packed, pdf_file, read, reason, word_file, write


def test_members_of_every_kind_are_read_in_order(tmp_path: Path) -> None:
    pdf = pdf_file([[(0, "A text of one page, which is a sentence.")]])
    members = {"b.html": PAGE, "a/x.txt": PARAGRAPHS[0], "c.pdf": pdf, "d.docx": word_file(), "__MACOSX/b.html": "x"}
    path = write(tmp_path, "a.zip", packed({**members, "e.jsonl": '{"text": "One."}\n{"text": "Two."}\n'}))
    assert [each.path for each in documents(path)] == [
        f"{path}!{name}" for name in ("b.html", "a/x.txt", "c.pdf", "d.docx", "e.jsonl#1", "e.jsonl#2")
    ]


def test_an_archive_in_an_archive_is_read_and_one_deeper_is_not(tmp_path: Path) -> None:
    inner = packed({"in.txt": "Inner text.", "deeper.zip": packed({"x.txt": "Deep."})})
    path = write(tmp_path, "a.zip", packed({"inner.zip": inner}))
    document, failure = read(path)
    assert isinstance(document, Document)
    assert document.path == f"{path}!inner.zip!in.txt"
    assert isinstance(failure, Failure)
    assert "2 deep" in failure.reason


def test_a_bad_member_is_one_bad_member(tmp_path: Path) -> None:
    members = {
        "../up.txt": "x",
        "/root.txt": "x",
        "C:\\x.txt": "x",
        "bomb.txt": b"a" * 19_000_000,
        "good.txt": "Good text.",
    }
    outcomes = read(write(tmp_path, "a.zip", packed(members)))
    assert [getattr(each, "reason", "read").split(" ", 5)[-1] for each in outcomes] == [
        "leads out of the archive; it is left alone.",
        "leads out of the archive; it is left alone.",
        "leads out of the archive; it is left alone.",
        "200 times its packed size, as only a zip bomb does.",
        "read",
    ]


def test_a_member_over_the_limit_of_a_document_is_refused(tmp_path: Path) -> None:
    assert "a document may have 20 MB" in reason(write(tmp_path, "a.zip", packed({"a.txt": b"a" * (21 * 2**20)})))


def test_a_header_that_lies_about_the_size_is_found_out(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": b"word " * 200_000}))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<L", 100)
    assert "does not unpack to what" in reason(write(tmp_path, "a.zip", bytes(data)))


def test_an_encrypted_member_says_so(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": "text"}))
    entry = data.rfind(b"PK\x01\x02")
    data[entry + 8] |= 1
    assert "encrypted" in reason(write(tmp_path, "a.zip", bytes(data)))


def test_a_truncated_archive_says_so(tmp_path: Path) -> None:
    assert "truncated" in reason(write(tmp_path, "a.zip", packed({"a.txt": "text" * 100})[:-30]))


def test_an_archive_packed_by_another_method_says_so(tmp_path: Path) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a.txt", "text")
    assert "other than deflate" in reason(write(tmp_path, "a.zip", file.getvalue()))


def test_the_whole_of_an_archive_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, "a.zip", packed({f"{number}.txt": "text" for number in range(20)}))
    monkeypatch.setattr(limits, "ARCHIVE_MEMBERS", 10)
    assert "20 members" in reason(path)
    monkeypatch.undo()
    monkeypatch.setattr(limits, "ARCHIVE_BYTES", 50)
    assert "unpacks to" in reason(path)
