from __future__ import annotations

import json

from dragoman.exchange import langextract
from dragoman.records import Entry
from tests.factories import ARTICLE, OIL, a_document, a_statement, a_visit
from tests.unit.exchange.exports import exported


def test_a_document_comes_with_its_text_and_what_was_read_in_it() -> None:
    document = a_document()
    entries = [Entry(each, document, "2026-01-01T00:00:00Z") for each in (a_statement(document), a_visit(document))]
    (line,) = langextract.lines(exported(*entries))
    found = json.loads(line)
    assert [*found] == ["extractions", "text", "document_id"]
    assert (found["text"], found["document_id"]) == (ARTICLE, document.id)
    extractions = found["extractions"]
    assert [(each["group_index"], each["extraction_class"]) for each in extractions] == [
        (0, "energy"),
        (0, "actor"),
        (0, "recipient"),
        (0, "quantity"),
        (0, "source"),
        (1, "CONSULT.visit"),
        (1, "actor"),
        (1, "recipient"),
    ]
    assert extractions[0]["extraction_text"] == OIL
    assert extractions[0]["attributes"]["actor"] == ["AZE"]
    assert extractions[3]["attributes"] == {
        "low": "40", "high": "40", "unit": "percent", "of": "oil imports", "whose": "ISR",
    }  # fmt: skip
    assert extractions[5]["attributes"]["from"] == "2023-05-30"


def test_every_span_is_where_it_says() -> None:
    for line in langextract.lines(exported()):
        found = json.loads(line)
        for number, each in enumerate(found["extractions"], start=1):
            interval = each["char_interval"]
            assert found["text"][interval["start_pos"] : interval["end_pos"]] == each["extraction_text"]
            assert (each["extraction_index"], each["alignment_status"]) == (number, "match_exact")
            assert all(isinstance(value, str | list) for value in each["attributes"].values())


def test_a_line_for_each_document() -> None:
    ids = [json.loads(line)["document_id"] for line in langextract.lines(exported())]
    assert len(ids) == 2
    assert ids == sorted(ids)
