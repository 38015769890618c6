from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.accuracy import plv
from benchmarks.accuracy.unfit import Unfit

from tests.unit.benchmarks.layers import ROOTS, stored

MARKED = "<s>Peru</s> sent rice to <t>Chile</t>, and <t>Chile</t> was glad."


def table(folder: Path, *rows: str, columns: str = "marked_sentence\tgold_penta\tgold_root") -> Path:
    (folder / "test.tsv").write_text("\n".join([columns, *rows]) + "\n", encoding="utf-8")
    return folder


def test_quad_and_binary_are_derived_from_the_guessed_root(tmp_path: Path) -> None:
    folder = table(tmp_path, f"{MARKED}\t2\tAID", f"{MARKED}\t1\tSUPPORT", f"{MARKED}\t4\tASSAULT")
    scores = plv.plv(folder, stored(tmp_path, root=ROOTS.index("AID")))
    assert scores["sentences"] == 3
    assert [scores[f"{name}_accuracy"] for name in ("root", "quad", "binary")] == [33.33, 33.33, 66.67]
    assert scores["root_macro_f1"] == pytest.approx(50 / 3, abs=0.01)
    assert scores["binary_macro_f1"] == pytest.approx(40, abs=0.01)


def test_the_quads_are_those_of_the_codebook() -> None:
    assert set(plv.QUADS) == set(ROOTS)
    assert [plv.QUADS[name] for name in ("CONSULT", "YIELD", "REJECT", "SANCTION")] == [1, 2, 3, 4]
    assert [plv.side(quad) for quad in (1, 2, 3, 4)] == [1, 1, 2, 2]


@pytest.mark.parametrize(
    ("columns", "golds"),
    [
        ("marked_sentence\tgold_binary", ("cooperation", "Conflict")),
        ("marked_sentence\tgold_binary", ("0", "1")),
        ("marked_sentence\tgold_penta", ("2", "3.0")),
        ("marked_sentence\tgold_root", ("YIELD", "COERCE")),
        ("sentence\tmarked_sentence\tgold_binary\tgold_root", ("0\t", "1\t")),
    ],
)
def test_aw_tells_its_two_sides_in_any_of_these_ways(tmp_path: Path, columns: str, golds: tuple[str, str]) -> None:
    before = "x\t" if columns.startswith("sentence") else ""
    folder = table(tmp_path, *(f"{before}{MARKED}\t{gold}" for gold in golds), columns=columns)
    scores = plv.aw(folder, stored(tmp_path, root=ROOTS.index("AGREE")))
    assert (scores["cooperation"], scores["conflict"], scores["binary_accuracy"]) == (1, 1, 50.0)


@pytest.mark.parametrize(
    ("columns", "row", "fault"),
    [
        ("text\tlabel", "a\tb", "expected `marked_sentence` and at least one of"),
        ("marked_sentence", MARKED, "expected `marked_sentence` and at least one of"),
        ("marked_sentence\tgold_binary", f"{MARKED}\t3", "gold_binary is '3'; expected one of cooperation"),
        ("marked_sentence\tgold_penta", f"{MARKED}\t5", "a number from 1 to 4"),
        ("marked_sentence\tgold_root", f"{MARKED}\tTALK", "expected one of ACCUSE"),
        ("marked_sentence\tgold_root", f"{MARKED}\t", "neither gold_root"),
    ],
)
def test_what_fits_nothing_is_refused_with_what_was_expected(
    tmp_path: Path, columns: str, row: str, fault: str
) -> None:
    with pytest.raises(Unfit, match=fault):
        plv.rows(table(tmp_path, row, columns=columns) / "test.tsv")


def test_plv_needs_roots(tmp_path: Path) -> None:
    folder = table(tmp_path, f"{MARKED}\t1", columns="marked_sentence\tgold_penta")
    with pytest.raises(Unfit, match="15 PLOVER roots"):
        plv.plv(folder, stored(tmp_path, root=0))
