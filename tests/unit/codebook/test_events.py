from __future__ import annotations

import pytest

from dragoman.codebook.events import EVENT_TYPES, QUAD_LABELS, event_type, is_directed
from dragoman.errors import UnknownName


@pytest.mark.parametrize(
    ("name", "quad", "score"),
    [("AGREE", 1, 2.5), ("AID", 2, 10), ("ACCUSE", 3, -3), ("SANCTION", 4, -6), ("ASSAULT", 4, -9)],
)
def test_an_event_type_with_its_quad_and_score(name: str, quad: int, score: float) -> None:
    assert (event_type(name).quad, event_type(name).score) == (quad, score)


def test_modes_have_scores_of_their_own() -> None:
    assert event_type("CONSULT").modes["phone"] == 1.5
    assert event_type("AGREE").modes == {}


@pytest.mark.parametrize("name", ["agree", "energy", "", "CONSULT.visit"])
def test_other_names_are_refused_with_those_that_exist(name: str) -> None:
    with pytest.raises(UnknownName, match="No event type is called") as refused:
        event_type(name)

    assert refused.value.near == tuple(sorted(EVENT_TYPES))


def test_every_quad_has_a_label() -> None:
    assert {each.quad for each in EVENT_TYPES.values()} == set(QUAD_LABELS)


def test_talks_have_no_direction_but_a_visit_has() -> None:
    assert [is_directed("CONSULT", mode) for mode in (None, "phone", "visit")] == [False, False, True]
    assert (is_directed("AGREE", None), is_directed("ACCUSE", None)) == (False, True)
