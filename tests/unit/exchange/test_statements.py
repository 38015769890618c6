from __future__ import annotations

import json
import re
from pathlib import Path

from dragoman.exchange import statements
from dragoman.records import Entry
from tests.factories import a_document, a_statement


def an_entry() -> Entry:
    document = a_document()
    return Entry(a_statement(document), document, "2024-05-30T12:00:00Z")


def test_the_record_has_the_keys_of_its_description_in_their_order() -> None:
    table = Path("docs/statement.md").read_text(encoding="utf-8")
    cells = re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE)
    described = [key for cell in cells for key in re.findall(r"`(\w+)`", cell)]

    assert list(statements.to_json(an_entry())) == described


def test_one_line_for_each_entry() -> None:
    (line,) = statements.lines([an_entry()])

    assert line.endswith("\n")
    assert json.loads(line)["actor"][0]["code"] == "AZE"


def test_letters_are_written_as_they_are() -> None:
    (line,) = statements.lines([an_entry()])

    assert "\\u" not in line
