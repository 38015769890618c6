from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.accuracy import classes
from benchmarks.accuracy.unfit import Unfit

from tests.unit.benchmarks.layers import stored


def test_classes_are_scored(tmp_path: Path) -> None:
    (tmp_path / "class.tsv").write_text("sentence\tclass\nTanks fired.\t4\nThey met.\t0\n", encoding="utf-8")
    scores = classes.score(tmp_path / "class.tsv", stored(tmp_path, **{"class": 4}))
    assert scores == {"sentences": 2, "macro_f1": 33.33, "accuracy": 50.0}


def test_a_row_of_another_form_is_named(tmp_path: Path) -> None:
    (tmp_path / "class.tsv").write_text("Tanks fired.\t4\nThey met.\t9\n", encoding="utf-8")
    with pytest.raises(Unfit, match=r"class\.tsv:2: expected a sentence, a tab and a class from 0 to 4"):
        classes.rows(tmp_path / "class.tsv")
