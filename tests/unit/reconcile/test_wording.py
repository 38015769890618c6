from __future__ import annotations

import pytest

from dragoman.reconcile.wording import is_common, number, uncommon, wording

TEXT = 'Kapala spoke in Harare. "Water knows no border," the minister said, and named 1,500 farms.'


def test_a_capital_tells_nothing_where_one_must_stand() -> None:
    telling = [item.stem for item in wording(TEXT, "").items if item.telling]
    assert telling == ["harar", "1500"]


def test_the_sentences_of_words_are_known() -> None:
    found = wording(TEXT, "Farms wait")
    assert found.places["farms"] == {1}
    assert found.places["harar"] == {0}
    assert found.length == 2
    assert "wait" in found.stems
    assert "wait" not in found.places


def test_speech_that_both_heard_is_left_out() -> None:
    other = wording('Mutasa heard it too: "Water knows no border," he told us.', "")
    left = [item.stem for item in wording(TEXT, "").without(other)]
    assert "borde" not in left
    assert "harar" in left
    assert [item.stem for item in wording(TEXT, "").without(wording("No speech.", ""))].count("borde") == 1


def test_speech_that_the_other_does_not_have_is_heard_beyond_it() -> None:
    one = wording(TEXT, "")
    assert one.heard_beyond(wording("A minister was in Harare.", "")) == 4
    assert one.heard_beyond(wording("No border is known to the water, said the minister.", "")) == 0
    assert wording('He called it "a pity".', "").heard_beyond(wording("Nothing.", "")) == 0


@pytest.mark.parametrize(
    "text", ["The chief told us so.", "We climbed the hill.", "He told the Nation so.", "He told this newspaper so."]
)
def test_who_was_there_speaks_of_himself_or_of_his_paper(text: str) -> None:
    assert wording(text, "").is_first_hand({"daily", "natio"})


@pytest.mark.parametrize("text", ['"We shall see," he said.', "He told the Herald so.", "The USA told them so."])
def test_who_quotes_others_does_not(text: str) -> None:
    assert not wording(text, "").is_first_hand({"daily", "natio"})


def test_english_is_known_by_its_common_words() -> None:
    assert wording("The minister said that talks would begin after the vote in May.", "").is_english
    assert not wording(
        "El ministro dijo que las negociaciones comenzarán después de la votación de mayo.", ""
    ).is_english
    assert not wording("министр сказал что переговоры начнутся после голосования", "").is_english


def test_what_is_common_is_not_among_the_uncommon() -> None:
    assert uncommon("The minister drank buttermilk in Kariba with 12 men.") == {"drank", "butte", "karib"}
    assert is_common("minis")
    assert not is_common("butte")


@pytest.mark.parametrize(("word", "found"), [("1,500", "1500"), ("Twelve", "12"), ("2.5", "2.5"), ("dozen", None)])
def test_numbers_in_figures_and_words_are_one(word: str, found: str | None) -> None:
    assert number(word) == found
