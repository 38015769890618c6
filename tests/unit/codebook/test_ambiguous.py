from __future__ import annotations

from dragoman.codebook import ambiguous
from dragoman.codebook.states import states


def test_names_in_doubt_have_words_that_decide() -> None:
    assert all(set(row) & {"not_before", "not_after", "not_with", "not_in"} for row in ambiguous.doubtful())


def test_names_of_people_are_names_of_places() -> None:
    places = {name for state in states().values() for name in (state.name, *state.aliases, *state.capitals)}

    assert "Jordan" in ambiguous.forenames() & ambiguous.surnames() & places
    assert ambiguous.openers().isdisjoint(ambiguous.forenames() | ambiguous.surnames())


def test_towns_and_institutions() -> None:
    assert "New York" in ambiguous.regions()
    assert all(region == region.strip() for region in ambiguous.regions())
    assert "University" in ambiguous.institutions()


def test_nouns_of_bodies() -> None:
    kinds = [ambiguous.bodies(each) for each in ("words", "state", "broadcaster")]

    assert all(word[0].isupper() for words in kinds for word in words)
    assert sum(map(len, kinds)) == len(frozenset().union(*kinds))


def test_words_of_origin_are_not_those_of_actors() -> None:
    assert {"speaking", "born"} <= set(ambiguous.compounds())
    assert {"made", "owned", "led", "backed"}.isdisjoint(ambiguous.compounds())


def test_firms_called_after_people_are_names_of_people() -> None:
    assert {"Gunvor", "Rafael"} <= ambiguous.forenames()
    assert {"Saab", "Tesla"} <= ambiguous.surnames()
