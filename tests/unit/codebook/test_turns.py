from __future__ import annotations

import pytest

from dragoman.codebook.rows import table
from dragoman.codebook.ties import CHANNELS
from dragoman.codebook.turns import says, turns


def test_every_channel_is_there_and_names_types_of_events() -> None:
    assert table("turns.toml")["channels"].keys() == CHANNELS.keys()
    for name in CHANNELS:
        assert not turns(name).begun_by & turns(name).ended_by


@pytest.mark.parametrize(
    ("channel", "event", "text", "turning"),
    [
        ("diplomacy", "SANCTION", "Chad closed its embassy in Doha.", "ends"),
        ("diplomacy", "COOPERATE", "Chad reopened its embassy in Doha.", "begins"),
        ("diplomacy", "SANCTION", "Chad closed its border with Libya.", None),
        ("diplomacy", "SANCTION", "Chad summoned the ambassador.", None),
        ("energy", "SANCTION", "Algeria cut off the gas.", "ends"),
        ("arms", "SANCTION", "The Armenian army stopped the convoy.", None),
        ("sanctions", "CONCEDE", "Washington lifted the embargo.", "ends"),
        ("membership", "RETREAT", "Qatar quit OPEC.", "ends"),
    ],
)
def test_what_an_event_does_to_a_tie(channel: str, event: str, text: str, turning: str | None) -> None:
    assert turns(channel).turned_by(event, text) == turning


@pytest.mark.parametrize(
    "text", ["They endorsed the plan.", "a closely watched vote", "The leftist party won.", "quite sure"]
)
def test_parts_of_words_end_nothing(text: str) -> None:
    assert not says("ends", text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya did not withdraw from the bloc in 2022.",
        "Kenya has never fully withdrawn from the bloc.",
        "Kenya didn’t quit the bloc.",
        "Kenya refused to leave the bloc.",
    ],
)
def test_what_did_not_end_is_no_ending(text: str) -> None:
    assert not says("ends", text)
    assert says("ends", text + " Uganda left it.")


def test_what_not_only_ended_did_end() -> None:
    assert says("ends", "Kenya not only withdrew from the bloc but sued it.")


def test_what_is_formed_begins() -> None:
    assert says("begins", "Egypt and Somalia formed an alliance in Asmara.")
    assert not says("begins", "It gives other forms of aid.")
