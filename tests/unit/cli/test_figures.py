from __future__ import annotations

from dragoman.analysis import quantities
from dragoman.cli import figures
from tests.unit.analysis.test_comparison import reported
from tests.unit.analysis.test_quantities import with_quantity


def test_of_very_many_conflicts_the_first_are_told_and_where_to_find_the_others() -> None:
    few, many = (quantities(with_quantity(reported(number)) for number in range(count)) for count in (3, 60))
    told, cut = ([*figures.lines(measured, 8)] for [measured] in (few, many))

    assert [line[:3] for line in told[1:4]] == ["  ✗"] * 3
    assert len([line for line in told if "conflict:" in line]) == 3
    assert not any("more than" in line for line in told)
    assert len([line for line in cut if "conflict:" in line]) == 500
    assert cut[-1] == "    more than 500 conflicts; `--format json` tells all"
