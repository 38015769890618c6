from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest

from dragoman.errors import TooLarge
from dragoman.intake import limits, warc
from dragoman.records import Document, Failure
from tests.unit.intake.made import (
    PAGE,
    PARAGRAPHS,
    as_html,
    documents,
    only,
    packed,
    pdf_file,
    read,
    reason,
    response,
    write,
)

INFO = b"WARC/1.0\r\nWARC-Type: warcinfo\r\nWARC-Date: 2024-03-05T10:00:00Z\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
RECORDS = (
    INFO,
    response(PAGE, "https://herald.example/1"),
    response("gone", status="404 Not Found"),
    response("{}", kind="application/json"),
    response(as_html(PARAGRAPHS[1:]), "https://herald.example/2"),
)


@pytest.mark.parametrize("ending", ["warc", "warc.gz"])
def test_each_page_is_a_document_with_its_address_and_date(tmp_path: Path, ending: str) -> None:
    data = b"".join(gzip.compress(each) if ending.endswith("gz") else each for each in RECORDS)
    path = write(tmp_path, f"CC-NEWS.{ending}", data)
    own, undated = documents(path)
    assert (own.url, own.title, own.publisher) == ("https://herald.example/1", "Accord signed", "The Valley Herald")
    assert own.published is not None
    assert own.published.iso() == "2024-03-03"
    assert undated.published is not None
    assert (undated.published.iso(), undated.url) == ("2024-03-05", "https://herald.example/2")
    assert [own.path, undated.path] == [f"{path}#1", f"{path}#2"]
    assert own.text.split("\n")[-3:] == list(PARAGRAPHS)


def test_pages_packed_and_in_pieces_are_unpacked(tmp_path: Path) -> None:
    body = gzip.compress(as_html().encode())
    chunked = b"%x\r\n" % len(body) + body + b"\r\n0\r\n\r\n"
    data = response(chunked, headers="Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n")
    assert only(write(tmp_path, "a.warc", data)).text == "\n".join(PARAGRAPHS)


def test_a_pdf_in_an_archive_and_an_archive_in_a_zip(tmp_path: Path) -> None:
    data = response(pdf_file([[(0, PARAGRAPHS[0])]]), "https://a.example/x.pdf", kind="application/pdf")
    path = write(tmp_path, "a.zip", packed({"a.warc": data + RECORDS[1]}))
    first, second = documents(path)
    assert (first.text, first.path, second.path) == (PARAGRAPHS[0], f"{path}!a.warc#1", f"{path}!a.warc#2")


def test_a_file_gzipped_as_a_whole_is_refused(tmp_path: Path) -> None:
    *_, last = read(write(tmp_path, "a.warc.gz", gzip.compress(RECORDS[1] + RECORDS[1] + RECORDS[4])))
    assert isinstance(last, Failure)
    assert "gunzip" in last.reason


def test_an_archive_that_breaks_off_gives_what_comes_before(tmp_path: Path) -> None:
    whole = gzip.compress(RECORDS[1]) + gzip.compress(RECORDS[4])
    outcomes = read(write(tmp_path, "a.warc.gz", whole[:-40]))
    assert isinstance(outcomes[0], Document)
    assert all(isinstance(each, Failure) for each in outcomes[1:])
    assert any("breaks off" in each.reason for each in outcomes[1:] if isinstance(each, Failure))


@pytest.mark.parametrize("length", ["1000000000000", str(limits.DOCUMENT_BYTES + 1), "5000", "20", "-5", "x", "9" * 30])
def test_a_length_that_lies_is_a_document_or_a_failure(tmp_path: Path, length: str) -> None:
    outcomes = read(write(tmp_path, "a.warc", RECORDS[1] + response(as_html(), length=length)))
    assert isinstance(outcomes[0], Document)
    assert all(isinstance(each, Document) or each.reason for each in outcomes)


def test_a_page_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    bomb = response(gzip.compress(bytes(2 * limits.DOCUMENT_BYTES)), headers="Content-Encoding: gzip\r\n")
    assert "unpacks to over" in reason(write(tmp_path, "a.warc", bomb))


def test_a_record_said_to_be_too_long_is_not_read() -> None:
    data = response(as_html(), length="1000000000000")
    [part] = warc.pages(io.BytesIO(data), "a.warc")
    assert not isinstance(part, Failure)
    with pytest.raises(TooLarge, match="is said to have"):
        warc.cut_out(io.BytesIO(data), part, "a.warc")


def test_what_is_no_archive_says_so(tmp_path: Path) -> None:
    assert "does not begin as one" in reason(write(tmp_path, "a.warc", "hello"))
    assert "holds no page" in reason(write(tmp_path, "b.warc", b"WARC/1.0\r\n" + b"\xff" * 99))
    assert "holds no page" in reason(write(tmp_path, "c.warc", INFO))
    assert "breaks off or is damaged" in reason(write(tmp_path, "d.warc", b"WARC/2\r\nnothing"))


def test_without_its_library_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
    assert "pip install 'dragoman[warc]'" in reason(write(tmp_path, "a.warc", RECORDS[1]))
