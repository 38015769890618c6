from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.reconcile.retelling import Meeting, likelihood
from dragoman.reconcile.weighing import Weights
from dragoman.reconcile.wording import wording

APART = Meeting(frozenset(), frozenset(), 0, leads=False, is_same_day=False, is_first_hand=False)
SOURCE = (
    "Laos will close the bridge at Pakse for eleven days in August, the transport ministry said.\n"
    "Two of its 14 pillars have moved by nine centimetres since the flood, an engineer found.\n"
    "Lorries from Thailand are to cross by ferry. A cable has been ordered in Vietnam for 3.2 million dollars.\n"
    '"We heard it creak," said a fisherman, Bounmy Keo.'
)
REWRITTEN = (
    "For eleven days this summer nobody will cross the river at Pakse but by ferry.\n"
    "The Laotian bridge stands on 14 pillars, and a pair of them has been shifted nine centimetres by the flood.\n"
    "Thai lorries will have to wait. From Vietnam comes a cable that costs 3.2 million dollars.\n"
    "A fisherman by the name of Bounmy Keo had heard it creak."
)
INDEPENDENT = (
    "Laos will close the bridge at Pakse in August, and the market women are counting their losses.\n"
    "Mrs Sengdao sells 40 kilos of fish a day to Ubon. Governor Sitthideth Vong promised her a place at the quay.\n"
    '"He has promised me a roof since 2019," she said.\n'
    "The ferry carries 22 cars. Its captain expects queues of six hours and has hired his two cousins."
)


def _likelihood(text: str, meeting: Meeting = APART) -> float:
    return likelihood(wording(text, ""), wording(SOURCE, ""), meeting, Weights({}, []).of)


def test_other_words_for_the_same_are_a_retelling_and_news_of_ones_own_is_none() -> None:
    assert _likelihood(REWRITTEN) > 0.9
    assert _likelihood(INDEPENDENT) < 0.1


@pytest.mark.parametrize(
    "meeting", [replace(APART, is_same_day=True), replace(APART, is_first_hand=True)], ids=["one day", "first hand"]
)
def test_who_was_there_that_day_has_it_less_likely_from_another(meeting: Meeting) -> None:
    assert _likelihood(REWRITTEN, meeting) < _likelihood(REWRITTEN)


def test_who_names_the_paper_has_it_more_likely_from_there_the_more_often_and_in_front() -> None:
    brief = "The bridge at Pakse will be shut, the Mekong Post writes. Its pillars have moved, says the Mekong Post."
    once, twice = replace(APART, namings=1), replace(APART, namings=2)
    assert _likelihood(brief) < _likelihood(brief, once) < _likelihood(brief, twice)
    assert _likelihood(brief, twice) < _likelihood(brief, replace(twice, leads=True))


def test_what_only_one_of_them_heard_speaks_against_it() -> None:
    heard = REWRITTEN + '\n"Nobody has come to look at my boat," the captain complained.'
    assert _likelihood(heard) < _likelihood(REWRITTEN)


def test_nothing_is_told_in_no_words() -> None:
    assert likelihood(wording("", ""), wording("", ""), APART, Weights({}, []).of) < 0.9
    assert 0 <= _likelihood("") <= 1
