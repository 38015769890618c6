from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from benchmarks.accuracy import direction
from benchmarks.accuracy.unfit import Unfit
from training.markup import example

from dragoman.reading.encoder import card
from dragoman.reading.heads import Heads
from dragoman.reading.relating import relations
from tests.unit.reading.made import untold

BLOCK = [
    "<1|PER|Peru> armed <2|BOL|Bolivia>, borders <3|CHL|Chile>, and <4|PER|Lima> fears <5|ECU|Ecuador>.",
    '= 1>2 arms asserted "armed"',
    '= 1>3 geography asserted "borders"',
    '= 5>4 hostility asserted "fears"',
    '= 1>5 ACCUSE asserted "fears"',
]


def ways(block: list[str]) -> dict[tuple[int, int], str]:
    return {(pair.first.number, pair.second.number): pair.way for pair in direction.pairs(example(1, block, "x"))}


def sure(monkeypatch: pytest.MonkeyPatch, *types: str) -> Heads:
    """Heads that are sure of types whatever the pair is, put where the reader takes its own from."""
    sizes = {"actor": (2, 384), "recipient": (2, 384), "product": (2, 384), "sentence": (2, 384)}
    sizes |= {"look": (384, 2), "pair": (2, 386), "types": (len(card()["types"]), 2), "way": (1, 2)}
    weights = {f"{name}.weight": np.zeros(size, np.float32) for name, size in sizes.items()}
    weights["types.bias"] = np.array([20.0 if name in types else -20.0 for name in card()["types"]], np.float32)
    weights["way.bias"] = np.array([20.0 if types else -20.0], np.float32)
    heads = Heads(weights)
    monkeypatch.setattr(relations, "heads", lambda: heads)
    return heads


def test_every_pair_of_different_parties_has_a_way() -> None:
    assert ways(BLOCK) == {
        (1, 2): "forward",
        (1, 3): "both",
        (1, 5): "forward",
        (4, 5): "backward",
        (2, 3): "none",
        (2, 5): "none",
        (3, 5): "none",
    }


def test_a_pair_labelled_on_other_marks_of_its_parties_is_left_out() -> None:
    # Lima is Peru, which is related to Bolivia and Chile on its first mark.
    assert (2, 4) not in ways(BLOCK)
    assert (3, 4) not in ways(BLOCK)
    assert (1, 4) not in ways(BLOCK)


@pytest.mark.parametrize(("types", "way"), [((), "none"), (("arms",), "forward"), (("geography",), "both")])
def test_a_pair_has_a_way_if_it_is_related(monkeypatch: pytest.MonkeyPatch, types: tuple[str, ...], way: str) -> None:
    block = example(1, BLOCK, "x")
    encoded = untold(block.text)
    wide = type(encoded)(np.zeros((len(encoded.offsets), 384), np.float32), encoded.offsets)
    (pair,) = list(direction.pairs(block))[:1]
    assert direction.guess([pair], wide, sure(monkeypatch, *types)) == [way]


def test_a_folder_is_scored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("\n".join(BLOCK), encoding="utf-8")
    result = direction.score(tmp_path, sure(monkeypatch, "arms"))
    assert (result["blocks"], result["pairs"], result["accuracy"]) == (1, 7, 28.57)
    assert result["target_first_or_unrelated"] == 57.14
    assert result["confusion"] == {
        gold: {"none": 0, "forward": count, "backward": 0, "both": 0}
        for gold, count in (("none", 3), ("forward", 2), ("backward", 1), ("both", 1))
    }


def test_an_empty_folder_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(Unfit, match="holds no"):
        direction.score(tmp_path, sure(monkeypatch))
