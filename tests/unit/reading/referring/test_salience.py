from __future__ import annotations

from dragoman.reading.naming.bearers import Bearer, Heard
from dragoman.reading.naming.memory import Memory
from dragoman.reading.referring import salience


def heard(code: str, sentence: int, *, subject: bool = False, joined: bool = False, kind: str = "state") -> Heard:
    return Heard(Bearer(code, code), kind, sentence, subject, person=False, joined=joined)


def test_the_nearest_sentence_comes_first_and_in_it_the_first() -> None:
    memory = Memory(sentence=2, heard=[heard("PER", 1), heard("CHL", 1), heard("FJI", 2), heard("LAO", 2)])

    assert salience.codes(salience.before(memory, subject=True)) == ["FJI", "LAO", "PER", "CHL"]
    assert salience.codes(salience.before(memory, subject=True, reach=0)) == ["FJI", "LAO"]


def test_an_object_is_not_its_own_subject_nor_what_is_listed_with_it() -> None:
    memory = Memory(
        sentence=1,
        heard=[
            heard("PER", 1),
            heard("CHL", 1, subject=True),
            heard("FJI", 1, subject=True, joined=True),
            heard("LAO", 1),
        ],
    )

    assert salience.codes(salience.before(memory, subject=False)) == ["PER", "LAO"]


def test_codes_are_those_of_states() -> None:
    listed = [
        heard("NATO", 1),
        heard("PER", 1, kind="organisation"),
        heard("LAO", 1, kind="adjective"),
        heard("CHL", 1),
    ]

    assert salience.codes(listed) == ["LAO", "CHL"]
    assert salience.codes(listed, adjectives=False) == ["CHL"]


def test_states_of_which_all_words_are_true() -> None:
    assert salience.fitting(("himalayan", "landlocked")) == {"NPL", "BTN"}
    assert salience.fitting(()) is None


def test_what_is_reported_is_of_the_latest_subject() -> None:
    memory = Memory(sentence=1)
    listed = [heard("PER", 1, subject=True), heard("CHL", 1, subject=True)]

    assert salience.subjects_first(listed, memory, reported=True)[0] == listed[1]
    assert salience.subjects_first(listed, memory, reported=False)[0] == listed[0]
