from __future__ import annotations

from dragoman.reconcile import copied, retold

FIRST = "Zambia and Zimbabwe agreed at Kariba to share 900 megawatts."
SECOND = "Engineers from Lusaka will check 14 of the turbines in June."
THIRD = "Harare pays 25 million dollars, said Energy Minister Peter Kapala."
SOURCE = f"{FIRST} {SECOND}\n\n{THIRD}"


def test_sentences_that_follow_each_other_in_both_are_one_passage() -> None:
    text = f"Our headline for today.\n\n{FIRST} {SECOND}\n\nNobody asked the fishermen.\n\n{THIRD}"
    found = copied(text, SOURCE)
    assert [each.here.text for each in found] == [f"{FIRST} {SECOND}", THIRD]
    assert [each.there.text for each in found] == [f"{FIRST} {SECOND}", THIRD]
    assert all(text[each.here.start : each.here.end] == each.here.text for each in found)


def test_a_changed_sentence_is_a_passage_unless_only_whole_ones_are_asked_for() -> None:
    changed = "Engineers from Lusaka will look at fourteen turbines, as everybody here has wished for years."
    (found,) = copied(changed, SOURCE)
    assert (found.there.text, 0 < found.likeness < 0.5) == (SECOND, True)
    assert copied(changed, SOURCE, whole=True) == ()


def test_what_names_the_same_is_retold() -> None:
    text = "The sum was named by Kapala: 25 million. It rains."
    (found,) = retold(text, SOURCE)
    assert (found.here.text, found.there.text) == ("The sum was named by Kapala: 25 million.", THIRD)


def test_what_the_whole_source_is_about_does_not_make_a_passage() -> None:
    source = "Zambia and Zimbabwe met in May. Zambia and Zimbabwe drank tea. Zambia and Zimbabwe share Lake Kariba."
    assert retold("Zambia beat Zimbabwe at chess.", source) == ()
    (found,) = retold("Zambia and Zimbabwe fish at Kariba.", source)
    assert found.there.text == "Zambia and Zimbabwe share Lake Kariba."


def test_texts_that_share_nothing_share_no_passage() -> None:
    assert copied("It rains in Lima today, and the river is brown.", SOURCE) == ()
    assert retold("It rains in Lima today, and the river is brown.", SOURCE) == ()
    assert copied("", SOURCE) == retold("", "") == ()
