from __future__ import annotations

import pytest

from dragoman.codebook import cues
from dragoman.codebook.rows import table


def test_every_verb_has_four_forms() -> None:
    for kind in table("cues.toml"):
        verbs = [verb.split(", ") for verb in table("cues.toml")[kind].strip().replace("\n", "; ").split("; ")]
        assert {len(verb) for verb in verbs} == {4}


@pytest.mark.parametrize("form", ["says", "stated", "points out", "wrote"])
def test_a_subject_has_finite_forms_behind_it(form: str) -> None:
    assert form in cues.finite("speaking")
    assert "saying" not in cues.finite("speaking")


def test_of_what_was_there_is_one_form() -> None:
    assert "stated" in cues.past("speaking")
    assert "states" not in cues.past("speaking")


def test_no_verb_is_always_and_only_often_one_of_saying() -> None:
    assert set(cues.forms("speaking")).isdisjoint(cues.forms("often"))


def test_those_of_telling_are_known_in_all_forms() -> None:
    assert {"warn", "warns", "warned", "warning"} <= set(cues.forms("telling"))


def test_several_do_it_now_in_the_plainest_form() -> None:
    assert {"accuse", "blame"} <= set(cues.present("accusing"))
    assert "accused" not in cues.present("accusing")
