from __future__ import annotations

import pytest
from benchmarks.accuracy import precision
from training.markup import check, example

from dragoman.records import Statement
from tests.factories import an_article, an_entry

TEXT = "Peru and Bolivia may arm Chile, which borders Peru."
BLOCK = [
    "<1|PER|Peru> and <2|BOL|Bolivia> may arm <3|CHL|Chile>, which borders <4|PER|Peru>.",
    '= 1,2>3 arms possible "arm"',
    '= 3>4 geography asserted "borders"',
]
DOCUMENT = an_article("Outlet", "2024-01-01", TEXT)


def _stated(type_: str, actors: str, recipients: str, standing: str = "asserted") -> Statement:
    codes = {"Peru": "PER", "Bolivia": "BOL", "Chile": "CHL"}
    actor, recipient = (";".join(codes[name] for name in names.split()) for names in (actors, recipients))
    return an_entry(DOCUMENT, TEXT, type_, actor=actor, recipient=recipient, standing=standing).statement


@pytest.mark.parametrize(
    ("statement", "right", "standing"),
    [
        (_stated("arms", "Peru", "Chile", "possible"), True, True),
        (_stated("arms", "Peru Bolivia", "Chile", "possible"), True, True),
        (_stated("arms", "Peru", "Chile"), True, False),
        (_stated("arms", "Chile", "Peru", "possible"), False, False),
        (_stated("geography", "Peru", "Chile"), True, True),
        (_stated("geography", "Bolivia", "Chile"), False, False),
        (_stated("trade", "Peru", "Chile"), False, False),
    ],
)
def test_a_statement_is_right_if_it_is_labelled(statement: Statement, right: bool, standing: bool) -> None:
    found = precision.judge(statement, [example(1, BLOCK, "x")])
    assert (found.right, found.standing) == (right, standing)


def test_a_statement_outside_every_block_is_wrong() -> None:
    assert not precision.judge(_stated("arms", "Peru", "Chile", "possible"), []).right


def test_the_documents_keep_to_the_format() -> None:
    paths = sorted(precision.WHOLE.rglob("*.txt"))
    assert len(paths) == 24
    assert not any(check(path) for path in paths)
