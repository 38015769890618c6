from __future__ import annotations

import pytest
from benchmarks.accuracy.scores import accuracy, f1, macro_f1, micro_f1, percent


def test_nothing_of_nothing_is_no_share() -> None:
    assert percent(0, 0) == accuracy([]) == macro_f1([]) == f1(0, 0, 0) == 0.0


def test_accuracy_is_the_share_of_right_guesses() -> None:
    assert accuracy([("a", "a"), ("a", "b"), ("b", "b")]) == 66.67


def test_macro_f1_weighs_rare_classes_as_frequent_ones() -> None:
    # a: precision 2/3 and recall 1, b: 0 of 1, c: guessed for nothing.
    judged = [("a", "a"), ("a", "a"), ("b", "a"), ("b", "c")]
    assert macro_f1(judged) == pytest.approx(100 * 0.8 / 3, abs=0.01)


def test_micro_f1_counts_over_all_sets() -> None:
    assert micro_f1([({1, 2}, {2, 3}), (set(), {4}), ({5}, set())]) == pytest.approx(100 * 2 / 6, abs=0.01)
    assert micro_f1([({1}, {1})]) == 100.0
