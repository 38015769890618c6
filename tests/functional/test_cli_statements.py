from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.functional.shell import dragoman

Found = list[dict[str, Any]]


def found(ledger: Path, *options: str) -> Found:
    answer = dragoman("statements", ledger, "--format", "json", *options)
    assert answer.code == 0, answer.err
    return [json.loads(line) for line in answer.out.splitlines()]


@pytest.fixture(scope="module")
def everything(ledger: Path) -> Found:
    return found(ledger)


def codes(statement: dict[str, Any], *sides: str) -> set[str]:
    return {party["code"] for side in sides for party in statement[side]}


@pytest.mark.parametrize(
    ("options", "holds"),
    [
        (("--party", "Baku"), lambda each: "AZE" in codes(each, "actor", "recipient")),
        (
            ("--party", "az", "--party", "Israel"),
            lambda each: codes(each, "actor", "recipient") >= {"AZE", "ISR"},
        ),
        (("--actor", "IRN", "--recipient", "israel"), lambda each: codes(each, "actor") == {"IRN"}),
        (("--kind", "tie", "--type", "energy", "--type", "arms"), lambda each: each["type"] in ("energy", "arms")),
        (("--type", "consult"), lambda each: each["type"] == "CONSULT"),
        (("--standing", "denied", "--standing", "Possible"), lambda each: each["standing"] in ("denied", "possible")),
        (("--publisher", "The Gazette"), lambda each: each["document"]["publisher"] == "The Gazette"),
        (("--since", "2023-05", "--until", "2023-06"), lambda each: (each["occurred"]["to"] or "9") >= "2023-05-01"),
        (("--words", '"condemned Israel"'), lambda each: "condemned Israel" in each["evidence"]["text"]),
    ],
    ids=["party", "parties", "sides", "channels", "type", "standings", "publisher", "dates", "words"],
)
def test_each_filter_lets_through_what_it_says(
    ledger: Path, everything: Found, options: tuple[str, ...], holds: Callable[[dict[str, Any]], bool]
) -> None:
    some = found(ledger, *options)
    assert 0 < len(some) < len(everything)
    assert all(holds(each) for each in some)


def test_document_certainty_and_limit(ledger: Path, everything: Found) -> None:
    document = everything[0]["document"]["id"]
    assert {each["document"]["id"] for each in found(ledger, "--document", document[:12])} == {document}
    middle = sorted(each["certainty"] for each in everything)[len(everything) // 2]
    expected = sum(each["certainty"] >= middle for each in everything)
    assert len(found(ledger, "--certainty", str(middle))) == expected
    assert found(ledger, "--limit", "2", "--superseded") == everything[:2]


def test_blocks_are_for_reading(ledger: Path, everything: Found) -> None:
    answer = dragoman("statements", ledger, "--party", "Azerbaijan", "--party", "Israel")
    assert "Azerbaijan → Israel  energy" in answer.out
    assert "Haaretz" in answer.out
    assert "The Courier, 2023-07-02" in answer.out
    assert "  > Azerbaijan supplies around 40 percent of Israel's oil imports" in answer.out
    short = answer.out.split()[0]
    assert len([each for each in everything if each["id"].startswith(short)]) == 1
    assert "\x1b" not in dragoman("statements", ledger, "--standing", "denied").out


def test_a_table_has_one_row_a_statement(ledger: Path, everything: Found) -> None:
    answer = dragoman("statements", ledger, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert [row["id"] for row in rows] == [each["id"] for each in everything]
    assert {row["publisher"] for row in rows} >= {"The Courier", "The Herald"}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--party", "Azerbaijn"), "No state or organisation is called 'Azerbaijn'. Did you mean Azerbaijan (AZE)?"),
        (("--type", "quarrel"), "No type is called 'quarrel'. Events are AGREE, "),
        (("--standing", "sure"), "No standing is called 'sure'. There are asserted, denied, "),
        (
            ("--since", "2024", "--until", "2023"),
            "2023-12-31 is before 2024-01-01; give the earlier day after --since.",
        ),
        (("--document", "d1:nothing"), "No document in this ledger has an id that begins with 'd1:nothing'."),
    ],
)
def test_what_is_not_known_is_answered_with_what_is(ledger: Path, options: tuple[str, ...], sentence: str) -> None:
    answer = dragoman("statements", ledger, *options)
    assert (answer.code, answer.out) == (1, "")
    assert sentence in answer.err
    assert answer.err.count("\n") == 1


def test_no_statement_is_an_answer_too(ledger: Path) -> None:
    answer = dragoman("statements", ledger, "--party", "Tonga")
    assert (answer.code, answer.out, answer.err) == (0, "", "No statement is like that.\n")
