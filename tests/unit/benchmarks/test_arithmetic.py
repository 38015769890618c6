from __future__ import annotations

import pytest

pytest.importorskip("onnx")

from benchmarks.speed.arithmetic import linear_layers, report


def test_the_encoder_has_six_linear_layers_in_each_of_six() -> None:
    assert linear_layers() == {(384, 384): 24, (384, 896): 6, (896, 384): 6}


def test_shares_are_of_what_bare_products_reach() -> None:
    told = report({(10, 10): 2, (10, 20): 1}, {(10, 10): 1000.0, (10, 20): 2000.0}, [3, 7], 8.0)

    assert told["multiplications_a_piece"] == 400
    assert told["multiplications_a_second"] == 500
    assert told["share_of_the_fastest_bare"] == 0.25
    assert told["share_of_time_that_bare_products_would_take"] == 0.375
