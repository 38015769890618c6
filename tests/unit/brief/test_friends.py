from __future__ import annotations

from dragoman.analysis import account
from dragoman.brief.friends import friends
from dragoman.brief.notes import Notes
from tests.unit.analysis.nets import entries

TIES = ("KEN -> ETH alliance", "KEN -> SOM alliance", "ETH -> SOM hostility", "EGY -> ETH hostility")


def test_each_three_are_told_with_what_makes_their_sides() -> None:
    section = friends(account(entries(*TIES), "KEN", "ETH", "SOM"), Notes())
    (item,) = section.items
    assert (item.under, item.sentence.text) == (
        "strained",
        "Ethiopia and Kenya are friends; Ethiopia and Somalia are foes; Kenya and Somalia are friends.",
    )
    assert len(item.sentence.notes) == 3


def test_those_who_make_no_triad_say_so() -> None:
    section = friends(account(entries(*TIES), "KEN", "ETH", "EGY"), Notes())
    assert (section.items, section.lead.text) == ((), "No three of them are friends or foes each of each.")
