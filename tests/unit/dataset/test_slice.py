from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dragoman.dataset.slice import Slice
from dragoman.errors import InvalidValue, UnknownName


def a_row(**more: Any) -> dict[str, Any]:
    row = {
        "type": "energy",
        "standing": "asserted",
        "actor": [{"code": "AZE"}],
        "recipient": [{"code": "ISR"}],
        "publisher": "The Courier",
        "published": date(2024, 5, 30),
    }
    return {**row, **more}


@pytest.mark.parametrize(
    "conditions",
    [
        (),
        ("party=Azerbaijan",),
        ("party=Baku", "party=ISR"),
        ("type=arms, Energy",),
        ("standing=asserted",),
        ("publisher=the courier",),
        ("published=2024",),
        ("published=2024-05/2024-07", "type=energy"),
    ],
)
def test_a_statement_is_wanted_if_every_condition_holds(conditions: tuple[str, ...]) -> None:
    assert Slice.of(conditions).has_statement(a_row())


@pytest.mark.parametrize(
    "conditions",
    [
        ("party=Azerbaijan", "party=Iran"),
        ("type=arms",),
        ("standing=denied,planned",),
        ("publisher=The Mirror",),
        ("published=2024-06",),
        ("party=Azerbaijan", "published=2023"),
    ],
)
def test_a_statement_is_not_wanted_if_one_does_not(conditions: tuple[str, ...]) -> None:
    assert not Slice.of(conditions).has_statement(a_row())


def test_months_that_cannot_hold_what_is_wanted_are_passed_over() -> None:
    wanted = Slice.of(["published=2024-05/2024-07"])

    assert [wanted.has_month(each) for each in ("2024-04", "2024-05", "2024-07", "undated")] == [
        False, True, True, False
    ]  # fmt: skip
    assert Slice.of(["party=Kenya"]).has_month("undated")
    assert not wanted.has_document({"publisher": None, "published": None})


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("month=2024", "is no condition; write KEY=VALUE, the key one of party,"),
        ("party", "is no condition"),
        ("party=", "is no condition"),
        ("type=oil", "No type is called 'oil'"),
        ("standing=true", "No standing is called 'true'; there are asserted"),
        ("published=lately", "'lately' is not a date"),
    ],
)
def test_a_condition_that_is_none_is_refused(condition: str, said: str) -> None:
    with pytest.raises(InvalidValue, match=said):
        Slice.of([condition])


def test_a_party_that_nobody_knows_is_refused() -> None:
    with pytest.raises(UnknownName):
        Slice.of(["party=Ruritania"])


def test_one_condition_twice_is_refused_but_for_parties() -> None:
    with pytest.raises(InvalidValue, match=r"type is asked for twice; several go in one condition: type=A,B\."):
        Slice.of(["type=arms", "type=energy"])
