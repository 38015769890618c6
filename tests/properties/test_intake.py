"""Intake: cleaning is settled at once, and nothing that is offered brings it down."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.intake import Defaults, Item, load
from dragoman.intake.encoding import normalise
from dragoman.intake.furniture import clean
from dragoman.records import Document, Failure
from tests.unit.intake.made import PAGE, PARAGRAPHS, SAVED_PAGE, letter, packed, pdf_file, response, rss, word_file

LINES = st.sampled_from(
    [
        *SAVED_PAGE.split("\n"),
        *PARAGRAPHS,
        "Author",
        "Mara Novak",
        "About the Author",
        "Caliber.az",
        "- item",
        "1 | 2",
        "Yes.",
    ]
)
ENDINGS = st.sampled_from(
    ["txt", "md", "html", "pdf", "docx", "jsonl", "json", "zip", "xyz", "", "rss", "eml", "mbox", "warc", "warc.gz"]
)
REAL = {
    "html": PAGE.encode(),
    "pdf": pdf_file([[(0, PARAGRAPHS[0])]]),
    "docx": word_file(),
    "zip": packed({"a.txt": "text", "b.zip": packed({"c.txt": "text"})}),
    "rss": rss(f"<guid>1</guid><title>Accord</title><description>{PARAGRAPHS[0]}</description>").encode(),
    "eml": letter(PARAGRAPHS[0]),
    "mbox": b"From a@b.example Mon Mar  4 09:15:00 2024\n" + letter(PARAGRAPHS[0]),
    "warc": response(PAGE),
    "warc.gz": gzip.compress(response(PAGE)),
    "jsonl": b'{"text": "One.", "date": "2024"}\n',
}


def outcomes(name: str, data: bytes) -> tuple[Document | Failure, ...]:
    return load(Item(name, content=data), Defaults())


@pytest.mark.property
@given(st.lists(LINES | st.text(max_size=60), max_size=40))
def test_cleaning_twice_changes_nothing(lines: list[str]) -> None:
    once = clean(normalise("\n".join(lines)))
    assert clean(once) == once


@pytest.mark.property
@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@pytest.mark.property
@settings(deadline=None)
@given(ENDINGS, st.binary(max_size=2000) | st.text(max_size=1000).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_under_any_name_are_a_document_or_a_failure(ending: str, data: bytes) -> None:
    found = outcomes(f"a.{ending}", data)
    assert found
    assert all(each.reason.endswith(".") for each in found if isinstance(each, Failure))


@pytest.mark.property
@settings(deadline=None)
@given(st.sampled_from(sorted(REAL)), st.integers(0, 10**6), st.binary(min_size=1, max_size=8), st.booleans())
def test_damaged_files_are_documents_or_failures(ending: str, place: int, junk: bytes, cut: bool) -> None:
    data = bytearray(REAL[ending])
    place %= len(data)
    data[place : place + len(junk)] = junk
    assert outcomes(f"a.{ending}", bytes(data[:place] if cut else data))


@pytest.mark.property
@settings(deadline=None, max_examples=30)
@given(st.binary(max_size=500))
def test_a_file_and_its_bytes_are_read_alike(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.txt"
        path.write_bytes(data)
        told = [getattr(each, "text", None) or each.reason for each in load(Item("a.txt", str(path)), Defaults())]
    assert told == [getattr(each, "text", None) or each.reason for each in outcomes("a.txt", data)]
