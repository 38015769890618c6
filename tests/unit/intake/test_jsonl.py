from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from dragoman.records import Document, Failure
from tests.unit.intake.made import PAGE, PARAGRAPHS, read, write

RECORD = {
    "id": "seven",
    "date": "2024-03-03",
    "title": "The accord",
    "text": PARAGRAPHS[0],
    "publisher": "Herald",
    "url": "https://a.example/x",
    "else": 1,
}
LINES = f'{json.dumps(RECORD)}\n\n{{"text": 5}}\nnot json\n[1]\n{json.dumps({"text": PARAGRAPHS[1], "date": "soon"})}\n'


def test_a_record_is_a_document_and_a_bad_line_one_failure(tmp_path: Path) -> None:
    path = write(tmp_path, "a.jsonl", LINES)
    first, *bad, last = read(path)
    assert isinstance(first, Document)
    assert (first.title, first.publisher, first.url, first.text) == (
        "The accord",
        "Herald",
        RECORD["url"],
        PARAGRAPHS[0],
    )
    assert first.published is not None
    assert first.published.iso() == "2024-03-03"
    assert first.path == f"{path}#seven"
    assert [each.path for each in bad if isinstance(each, Failure)] == [f"{path}#{number}" for number in (3, 4, 5)]
    assert isinstance(last, Document)
    assert (last.path, last.published) == (f"{path}#6", None)


def test_a_list_in_one_file_is_read_too(tmp_path: Path) -> None:
    outcomes = read(write(tmp_path, "a.json", json.dumps([RECORD, {"title": "no text"}])))
    assert [type(each) for each in outcomes] == [Document, Failure]


def test_an_empty_list_is_a_failure(tmp_path: Path) -> None:
    (outcome,) = read(write(tmp_path, "a.json", "[]"))
    assert isinstance(outcome, Failure)
    assert outcome.reason.startswith("The list is empty; a list of objects is expected: write ")


def test_json_nested_very_deep_is_a_failure(tmp_path: Path) -> None:
    (outcome,) = read(write(tmp_path, "a.jsonl", "[" * 200_000))
    assert isinstance(outcome, Failure)


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (PARAGRAPHS[0].encode(), [PARAGRAPHS[0]]),
        (PAGE.encode(), ["\n".join(["Accord signed", *PARAGRAPHS])]),
        (f"{json.dumps(RECORD)}\n{json.dumps({'text': PARAGRAPHS[1]})}".encode(), [PARAGRAPHS[0], PARAGRAPHS[1]]),
    ],
)
def test_standard_input_is_known_by_its_first_bytes(
    monkeypatch: pytest.MonkeyPatch, data: bytes, texts: list[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [each.text for each in read("-") if isinstance(each, Document)] == texts


def test_empty_standard_input_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    (outcome,) = read("-")
    assert isinstance(outcome, Failure)
    assert outcome.path == "-"


def test_published_is_the_date_too(tmp_path: Path) -> None:
    rows = [
        {"text": PARAGRAPHS[0], "published": "2023-03-29"},
        {"text": PARAGRAPHS[1], "date": "2024", "published": "5"},
    ]
    path = write(tmp_path, "b.jsonl", "\n".join(map(json.dumps, rows)))
    found = [each.published.iso() for each in read(path) if isinstance(each, Document) and each.published is not None]
    assert found == ["2023-03-29", "2024"]
