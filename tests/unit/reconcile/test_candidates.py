from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reconcile import Hashes, Heap, among, candidates, changes, sketch

#: Few hashes and many documents, so that some are in more documents than are all compared.
PILES = st.lists(st.sets(st.integers(0, 6), max_size=5), max_size=18)


def a_sketch(hashes: Hashes) -> bytes:
    return sketch("")[:5] + hashes.astype("<u8").tobytes()


@given(PILES, st.sets(st.integers(0, 17)))
def test_what_changes_with_new_documents_is_the_difference_of_both_wholes(pile: list[set[int]], new: set[int]) -> None:
    sketches = {f"d{number:02}": np.array(sorted(each), np.uint64) for number, each in enumerate(pile)}
    heap = Heap({name: a_sketch(each) for name, each in sketches.items()}, sorted)
    names = {f"d{number:02}" for number in new} & sketches.keys()
    before = candidates({name: each for name, each in sketches.items() if name not in names})
    after = candidates(sketches)
    assert changes(heap, names) == (after - before, before - after)
    assert among(heap, before | after) == after


def test_documents_that_share_one_run_only_are_not_compared() -> None:
    sketches = {name: np.array(each, np.uint64) for name, each in (("a", [1, 2, 3]), ("b", [2, 3]), ("c", [3, 4]))}
    assert candidates(sketches) == {("a", "b")}
