from __future__ import annotations

import pytest

from dragoman.codebook.cameo import GROUPS, STATES, choices, coded, codes, to_cameo
from dragoman.codebook.disputed import territories
from dragoman.codebook.events import CONTEXTS, EVENT_TYPES
from dragoman.codebook.states import states
from dragoman.errors import UnknownName


def test_all_codes_are_what_plover_has() -> None:
    for code in codes().values():
        assert -10 <= code.goldstein <= 10
        assert set(code.contexts) <= set(CONTEXTS)
        if code.type is not None:
            assert code.mode is None or code.mode in EVENT_TYPES[code.type].modes, code


def test_all_twenty_roots_are_there() -> None:
    assert {code for code in codes() if len(code) == 2} == {f"{number:02}" for number in range(1, 21)}
    assert [number for number in range(1, 21) if coded(f"{number:02}").type is None] == [1, 2]


def test_a_code_that_is_not_listed_is_its_longest_beginning() -> None:
    assert coded("0871").mode == "ceasefire"
    assert coded("1384").code == "138"
    assert coded("13y").type == "THREATEN"
    for wrong in ("", "4", "99", "x"):
        with pytest.raises(UnknownName):
            coded(wrong)


def test_every_type_and_mode_has_a_code_of_its_quad() -> None:
    for name, kind in EVENT_TYPES.items():
        for mode in (None, *kind.modes):
            code, match = to_cameo(name, mode, ())
            assert coded(code).code[:2] in {f"{number:02}" for number in range(3, 21)}
            assert match in ("exact", "approximate")


def test_what_is_exact_both_ways_comes_back_as_the_same_type() -> None:
    for type_, mode, context, code, match in choices():
        back = coded(code)
        if match == back.match == "exact":
            assert back.type == type_, (type_, mode, code)
            assert not mode or back.mode == mode, (type_, mode, code)
            assert not context or context in back.contexts, (type_, context, code)


def test_contexts_choose_among_codes() -> None:
    assert to_cameo("AID", None, ("economic", "military")) == ("072", "exact")
    assert to_cameo("SANCTION", None, ("economic",)) == ("163", "exact")
    with pytest.raises(UnknownName):
        to_cameo("energy", None, ())


def test_codes_of_states_and_territories_are_of_the_codebook() -> None:
    assert set(STATES) <= set(states())
    assert set(territories()) <= set(states())
    assert "UNO" in GROUPS
