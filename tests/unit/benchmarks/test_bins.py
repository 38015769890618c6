from __future__ import annotations

import pytest
from benchmarks.accuracy.bins import Bin, bins, error, markdown


def test_certainties_fall_into_bins_of_a_tenth() -> None:
    table = bins([(0.25, True), (0.29, False), (1.0, True), (0.3, False)])
    assert [(each.low, each.high, each.statements) for each in table] == [(0.2, 0.3, 2), (0.3, 0.4, 1), (0.9, 1.0, 1)]
    assert table[0].certainty == pytest.approx(0.27)
    assert table[0].right == 0.5


def test_the_error_is_the_mean_distance_weighed_by_the_statements() -> None:
    table = [Bin(0.2, 0.3, 3, 0.25, 0.25), Bin(0.9, 1.0, 1, 0.95, 0.55)]
    assert error(table) == pytest.approx(0.1)
    assert error([]) == 0.0


def test_the_table_can_go_into_a_page() -> None:
    assert markdown([Bin(0.2, 0.3, 3, 0.25, 1 / 3)]).splitlines()[2] == "| 0.2–0.3 | 3 | 0.25 | 0.33 |"
