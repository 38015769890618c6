"""What is made to bring a reader down is a document or a failure, soon."""

from __future__ import annotations

import gzip
import time
import tracemalloc

import pytest

from dragoman.intake import Defaults, Item, limits, load
from dragoman.records import Document, Failure
from tests.unit.intake.made import PARAGRAPHS, pdf_file, response

SAID = PARAGRAPHS[0].encode()
#: Seconds of the processor that one of these may take; most take a tenth.
SOON = 20.0
MANY = 100_000
CASES: dict[str, tuple[str, bytes]] = {
    "ten megabytes without a full stop": ("txt", b"Iran and Israel met and " * 400_000),
    "millions of lines": ("txt", b"a\n" * 5_000_000),
    "a page of a million attributes": ("html", b"<p " + b" ".join(b"a%d=1" % n for n in range(10**6)) + b">" + SAID),
    "a page very deep": ("html", b"<html>" + b"<div>" * MANY),
    "a page of millions of paragraphs": ("html", b"<html>" + b"<p>a" * 1_000_000),
    "a page that is one comment": ("html", b"<html><!--" + b"-" * 5_000_000),
    "a charset that costs the square": ("html", b"<html><meta charset=punycode>" + b"\xe9\xffab-" * MANY),
    "brackets": ("md", b"[" * 10**6),
    "a huge line": ("jsonl", b'{"text": "' + b"Iran. " * 3_000_000 + b'"}'),
    "deep JSON": ("jsonl", b'{"text":' + b"[" * 10**6),
    "a long number": ("json", b'[{"text": "Iran met.", "date": ' + b"9" * 10**6 + b"}]"),
    "comments before something else": ("txt", b"<!---->" * 500 + SAID),
    "comments before something without a name": ("", b"<!---->" * 500 + SAID),
    "a letter's header that breaks off": ("", b"From: a\r\n b\r\n" * 250 + b"?" + SAID),
    "notes on authors": ("txt", (SAID + b"\n") * 2 + b"About the author\n" * 90_000),
    "notes on one author": ("txt", (SAID + b"\n") * 2 + b"Author: Ana Paz\n" * 90_000),
    "a heading of spaces": ("md", SAID + b"\n\n# Iran" + b" " * 500_000 + b"met"),
    "comments that nothing closes": ("md", SAID + b"<!--" * 1_000_000),
    "a list of what is no document": ("json", b"[" + b"1," * 2_000_000 + b"1]"),
    "a deep feed": ("rss", b"<rss><channel><item>" + b"<a>" * MANY),
    "a broken feed": ("rss", b"<rss><channel><item><title>" + b"<" * 5_000_000),
    "a feed of ampersands": ("rss", b"<rss><channel><item><title>" + b"&" * 200_000),
    "a letter of many headers": ("eml", b"From: a@b.example\n" + b"X: y\n" * 400_000 + b"\nIran met."),
    "a letter of long headers": ("eml", b"Subject: " + b"=?" * 10**6 + b"\nFrom: " + b"(" * 10**6 + b"\n\nIran met."),
    "parameters of a part": ("eml", b"Content-Type: multipart/mixed" + b';"' * 10**6 + b"\n\nIran met."),
    "parts inside parts": (
        "eml",
        b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(250)),
    ),
    "many parts": ("eml", b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\n\nIran met.\n" * MANY),
    "messages inside messages": ("eml", b"Content-Type: message/rfc822\n\n" * 250 + b"\nIran met."),
    "a header of an archive": ("warc", b"WARC/1.0\r\nX: " + b"y" * 10**6),
    "pieces of a size that lies": (
        "warc",
        response(b"fffffffffffffff\r\na\r\n0\r\n\r\n", headers="Transfer-Encoding: chunked\r\n"),
    ),
    "gzip in an archive": ("warc", response(gzip.compress(bytes(10**8)), headers="Content-Encoding: gzip\r\n")),
    "a gzipped record": ("warc.gz", gzip.compress(response("a" * 10**8))),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_a_document_or_a_failure_soon(name: str) -> None:
    ending, data = CASES[name]
    begun = time.process_time()
    outcomes = load(Item(f"a.{ending}", content=data), Defaults())
    assert time.process_time() - begun < SOON
    assert outcomes
    assert all(isinstance(each, Document) or each.reason.endswith(".") for each in outcomes)


@pytest.mark.parametrize("name", ["gzip in an archive", "a gzipped record"])
def test_what_unpacks_to_much_is_never_unpacked_whole(name: str) -> None:
    ending, data = CASES[name]
    tracemalloc.start()
    load(Item(f"a.{ending}", content=data), Defaults())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * limits.DOCUMENT_BYTES


def test_a_pdf_whose_pages_lead_in_a_circle_is_a_document_or_a_failure() -> None:
    circle = pdf_file([[(0, PARAGRAPHS[0])]]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")
    assert all(isinstance(each, Document | Failure) for each in load(Item("a.pdf", content=circle), Defaults()))
    parent = pdf_file([[(0, PARAGRAPHS[0])]]).replace(b"/Contents 5 0 R", b"/Contents 4 0 R")
    assert load(Item("a.pdf", content=parent), Defaults())


def test_lone_surrogates_and_nul_leave_a_text_that_can_be_written() -> None:
    [found] = load(Item("a.json", content=b'[{"text": "Iran \\ud800 met\\u0000 \\udfff Israel."}]'), Defaults())
    assert isinstance(found, Document)
    assert found.text == "Iran \ufffd met \ufffd Israel."
    assert found.text.encode("utf-8")
