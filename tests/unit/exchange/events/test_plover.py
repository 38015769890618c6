from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dragoman.exchange.events import plover, plover_rows
from dragoman.exchange.exported import Exported
from dragoman.records import Entry, Reading, Standing
from tests import rows
from tests.factories import an_article, an_entry

EVENT = {
    "id": "e1",
    "date": "2023-05-30",
    "enddate": "2023-05-31",
    "actor": [{"code": "ISR", "sector": "GOV", "entity_text": "Herzog", "identifier_text": "Isaac Herzog"}],
    "recipient": [{"country_name": "Azerbaijan", "raw_text": "Bakı", "sector_code": "GOV"}],
    "event": ["CONSULT"],
    "mode": ["visit"],
    "context": ["diplomatic"],
    "event_text": "Herzog visited Bakı.",
    "cite_info": {"url": "https://gazette.example/1", "title": "A visit", "publication": "The Gazette"},
}
CODED = {
    "id": "a7",
    "pub_date": "2023-06-01",
    "date": "2023-05-30",
    "headline": "A visit",
    "publisher": "The Gazette",
    "event_type": "CONSULT",
    "event_mode": ["visit"],
    "contexts": ["diplomatic"],
    "attributes": {"ACTOR": [{"text": "Herzog", "country": "ISR", "code_1": "GOV"}], "RECIP": {"country": "AZE"}},
}


def read(text: str) -> tuple[list[Reading], list[str]]:
    found, failed = rows.parted(plover_rows.read(rows.lines(text, "e.jsonl"), rows.nothing))
    return found, [each.path for each in failed]


def line(event: dict[str, Any], *, ascii_: bool = False) -> str:
    return json.dumps(event, ensure_ascii=ascii_) + "\n"


def test_an_event_is_a_document_that_makes_a_statement() -> None:
    for is_ascii in (False, True):
        (reading,), failed = read(line(EVENT, ascii_=is_ascii))
        (statement,) = reading.statements

        assert failed == []
        assert reading.document.text == line(EVENT, ascii_=is_ascii).rstrip("\n")
        assert (reading.document.url, reading.document.title) == ("https://gazette.example/1", "A visit")
        assert (statement.type, statement.mode, statement.contexts) == ("CONSULT", "visit", ("diplomatic",))
        assert statement.occurred.iso() == "2023-05-30/2023-05-31"
        assert [(each.code, each.name, each.sector) for each in statement.parties] == [
            ("ISR", "Isaac Herzog", "GOV"),
            ("AZE", "Bakı", "GOV"),
        ]
        assert statement.actor[0].mention.text == "Herzog"
        assert all(reading.document.text[each.start : each.end] == each.text for each in statement.spans)


def test_lists_of_dicts_as_coders_keep_them_are_read() -> None:
    found, failed = read(json.dumps([CODED, {**CODED, "event_type": "DANCE"}], indent=1))
    (statement,) = found[0].statements

    assert (statement.type, statement.mode) == ("CONSULT", "visit")
    assert [(each.code, each.sector) for each in statement.parties] == [("ISR", "GOV"), ("AZE", None)]
    assert found[0].document.published is not None
    assert failed == ["e.jsonl#2"]


def test_several_types_are_several_statements() -> None:
    (reading,), _ = read(line({**EVENT, "event": ["CONSULT", "AGREE"], "mode": None}))

    assert [each.type for each in reading.statements] == ["CONSULT", "AGREE"]


def test_bad_lines_fail_alone() -> None:
    bad = [
        "{",
        "[1]",
        '{"date": "2023-05-30", "event": ["AGREE"]}',
        line({**EVENT, "standing": "x"}).strip(),
        '{"a": "\\ud800"}',
    ]
    found, failed = read("\n".join(["", *bad, line(EVENT)]))

    assert len(found) == 1
    assert failed == [f"e.jsonl#{number}" for number in range(2, 7)]


def test_a_statement_is_an_event_and_comes_back_as_the_same_claim(tmp_path: Path) -> None:
    article = an_article("The Gazette", "2023-06-01", "Isaac Herzog of Israel will visit Azerbaijan.")
    entry = an_entry(
        article,
        article.text,
        "CONSULT",
        mode="visit",
        actor="ISR:Isaac Herzog:president",
        recipient="AZE",
        when="2023-05",
        standing="planned",
    )
    exported = Exported(lambda: iter([entry]), "sha256:0", standings=(Standing.PLANNED,))
    plover.write(exported, tmp_path / "out.jsonl")
    text = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    event = json.loads(text)
    ((reading,), _) = read(text)

    assert (event["date"], event["enddate"], event["event"], event["mode"]) == (
        "2023-05-01",
        "2023-05-31",
        ["CONSULT"],
        ["visit"],
    )
    assert event["actor"] == [
        {"code": "ISR", "entity_text": "Isaac Herzog", "identifier_text": "Isaac Herzog", "office": "president"}
    ]
    assert (event["quad_code"], event["event_scale"], event["standing"]) == ("VERBAL COOPERATION", 4, "planned")
    assert event["text_info"] == {"start": 0, "end": len(article.text)}
    assert "text" not in event
    assert reading.statements[0].claim == entry.statement.claim


def test_lines_come_out_as_they_went_in(tmp_path: Path) -> None:
    text = line({**EVENT, "event": ["CONSULT", "AGREE"], "mode": None}) + line(EVENT, ascii_=True)
    found, _ = read(text)
    entries = [
        Entry(statement, reading.document, "2026-03-01T00:00:00Z")
        for reading in found
        for statement in reading.statements
    ]
    plover.write(Exported(lambda: iter(entries), "sha256:0"), tmp_path / "out.jsonl")

    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == text
