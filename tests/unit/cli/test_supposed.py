from __future__ import annotations

import re

import pytest

from dragoman.analysis import Scenario, WhatIf, network, whatif
from dragoman.cli import supposed
from tests.unit.analysis.nets import entries

PILE = entries(
    "AZE -> ISR energy [30-40 oil imports]",
    "KAZ -> ISR energy [20-30 oil imports]",
    "AZE -> GEO energy",
    "AZE -> TUR energy",
)


def _answer() -> WhatIf:
    return whatif(network(PILE), Scenario().remove("AZE"))


def test_all_is_told_where_there_is_little() -> None:
    told = "\n".join(supposed.lines(_answer(), 7))

    assert len(re.findall(r"\(AZE is gone\)", told)) == 3
    assert "AZE -> ISR energy: 30-40 % of oil imports" in told.replace("→", "->").replace("–", "-")
    assert "more; --format json" not in told
    assert "Rests on" in told


def test_of_much_the_first_are_told_and_how_many_more_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supposed, "_MOST", 2)
    monkeypatch.setattr(supposed, "_LISTED", 1)
    told = "\n".join(supposed.lines(_answer(), 7))

    assert len(re.findall(r"\(AZE is gone\)", told)) == 2
    assert told.count("  and 1 more; --format json gives all") == 2
    assert "Rests on 3 reports of these links" in told


def test_the_first_exposures_are_told_one_by_one() -> None:
    shifts = list(_answer().shifts())

    assert [(one and one.party, other and other.party) for one, other in shifts] == [("ISR", "ISR")]


def test_a_share_that_is_supposed_where_none_is_on_record_is_told() -> None:
    found = whatif(network(PILE), Scenario().take("AZE->TUR:energy", 10, 20, base="gas imports"))

    assert [(one, other and other.party) for one, other in found.shifts()] == [(None, "TUR")]
    assert any("TUR energy, of gas imports" in line for line in supposed.lines(found, 7))
    assert not any("is touched" in line for line in supposed.lines(found, 7))


def test_that_a_scenario_touches_nothing_is_told() -> None:
    nothing = whatif(network(PILE), Scenario().cut("FRA->MAR:energy"))

    assert [line for line in supposed.lines(nothing, 7) if "is touched" in line] == [
        "Nothing that stands that day is touched: no such tie, route, membership or source is on record."
    ]
    assert not any("is touched" in line for line in supposed.lines(whatif(network(PILE), Scenario()), 7))
