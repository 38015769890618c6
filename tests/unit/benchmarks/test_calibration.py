from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from benchmarks.accuracy import calibration
from benchmarks.accuracy.calibration import Told
from benchmarks.accuracy.unfit import Unfit
from training.markup import example

from dragoman.reading.mentions import Mention
from dragoman.reading.relating.relations import Relation
from dragoman.records import Standing
from tests.unit.reading.made import span

BLOCK = [
    "<2|PER|Peru> and <3|BOL|Bolivia> may arm <1|CHL|Chile>, which borders <4|PER|Lima>.",
    '= 2,3>1 arms possible "arm"',
    '= 1>4 geography asserted "borders"',
]


def relation(
    kind: str, actors: str, recipients: str, standing: Standing = Standing.ASSERTED, certainty: float = 0.7
) -> Relation:
    named: dict[str, Mention] = {each.span.text: each for each in calibration.mentions(example(1, BLOCK, "x"))}
    sides = (tuple(named[name] for name in side.split()) for side in (actors, recipients))
    trigger = span(example(1, BLOCK, "x").text, "arm")
    return Relation(kind, *sides, standing, None, trigger, certainty, np.zeros(2, np.float32))


@pytest.mark.parametrize(
    ("told", "right"),
    [
        (relation("arms", "Peru", "Chile"), False),
        (relation("arms", "Peru Bolivia", "Chile", Standing.POSSIBLE), True),
        (relation("arms", "Chile", "Peru"), False),
        (relation("arms", "Peru", "Chile Bolivia", Standing.POSSIBLE), False),
        (relation("geography", "Lima", "Chile"), True),
        (relation("geography", "Peru", "Chile"), True),
        (relation("trade", "Peru", "Chile"), False),
    ],
)
def test_a_relation_is_right_if_it_is_labelled_with_its_standing_between_all_its_parties(
    told: Relation, right: bool
) -> None:
    assert calibration.judge(told, example(1, BLOCK, "x")) == Told(0.7, told.signs, right)


def test_the_marked_parties_are_mentions_in_the_order_of_the_text() -> None:
    found = calibration.mentions(example(1, BLOCK, "x"))
    assert [(each.span.text, each.codes) for each in found] == [
        ("Peru", ("PER",)), ("Bolivia", ("BOL",)), ("Chile", ("CHL",)), ("Lima", ("PER",)),
    ]  # fmt: skip


def test_a_folder_is_scored_and_drawn(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        '<1|FRA|France> sold missiles to <2|EGY|Egypt>.\n= 1>2 arms asserted "sold missiles"\n', encoding="utf-8"
    )
    result = calibration.score(tmp_path, plot=tmp_path / "plot.svg")
    assert result["blocks"] == 1
    assert isinstance(result["statements"], int)
    assert isinstance(result["expected_calibration_error"], float)
    assert (tmp_path / "plot.svg").read_text(encoding="utf-8").startswith("<svg")


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="holds no"):
        calibration.score(tmp_path)
