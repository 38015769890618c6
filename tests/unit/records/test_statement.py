from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dragoman.records import Document, Interval, Party, Standing, Statement
from dragoman.records.dates import from_iso
from tests.factories import a_document, a_figure, a_link, a_party

DOCUMENT = a_document("Chad and Niger pledged 40 percent, Mali said. Niger and Chad pledged 40 percent.")
CHAD, NIGER = (a_party(DOCUMENT, words, code) for words, code in (("Chad", "TCD"), ("Niger", "NER")))


def pledge(**more: Any) -> Statement:
    """Chad's pledge to Niger, as the document itself tells it."""
    own = Statement(
        kind="event",
        type="AGREE",
        actor=(CHAD,),
        recipient=(NIGER,),
        occurred=Interval(),
        standing=Standing.ASSERTED,
        document=DOCUMENT.id,
        evidence=CHAD.mention,
        certainty=0.9,
        reader="reader",
    )
    return replace(own, **more)


def moved(party: Party) -> Party:
    """The party where the document names it again."""
    start = DOCUMENT.text.rindex(party.mention.text)
    return replace(party, mention=replace(party.mention, start=start, end=start + len(party.mention.text)))


def test_ids_follow_from_the_content() -> None:
    assert re.fullmatch(r"s1:[0-9a-f]{24}", pledge().id)
    assert re.fullmatch(r"c1:[0-9a-f]{24}", pledge().claim)
    assert (pledge().id, pledge().claim) == (replace(pledge()).id, replace(pledge()).claim)


@pytest.mark.parametrize(
    "change",
    [
        {"chain": (a_link(DOCUMENT, "Mali"),)},
        {"evidence": NIGER.mention},
        {"document": Document("Another text.").id},
        {"actor": (moved(CHAD),)},
    ],
)
def test_who_says_it_and_where_changes_the_id_and_not_the_claim(change: dict[str, Any]) -> None:
    assert pledge(**change).claim == pledge().claim
    assert pledge(**change).id != pledge().id


@pytest.mark.parametrize(
    "change",
    [
        {"type": "COOPERATE"},
        {"mode": "visit"},
        {"standing": Standing.DENIED},
        {"occurred": from_iso("2024")},
        {"occurred": Interval(end=date(2024, 1, 1))},
        {"actor": (NIGER,), "recipient": (CHAD,)},
        {"recipient": ()},
        {"quantities": (a_figure(DOCUMENT, "40 percent", 40.0, 40.0),)},
    ],
)
def test_what_is_claimed_changes_both(change: dict[str, Any]) -> None:
    assert pledge(**change).claim != pledge().claim
    assert pledge(**change).id != pledge().id


@pytest.mark.parametrize("change", [{"certainty": 0.1}, {"reader": "another"}, {"contexts": ("military",)}])
def test_how_it_was_read_changes_neither(change: dict[str, Any]) -> None:
    assert (pledge(**change).claim, pledge(**change).id) == (pledge().claim, pledge().id)


@pytest.mark.parametrize(
    ("type", "same"), [("geography", True), ("alliance", True), ("energy", False), ("hostility", False)]
)
def test_the_order_of_sides_means_nothing_in_mutual_ties(type: str, same: bool) -> None:
    forth = pledge(kind="tie", type=type)
    back = pledge(kind="tie", type=type, actor=(NIGER,), recipient=(CHAD,))

    assert (forth.claim == back.claim) is same


def test_the_order_within_a_side_means_nothing() -> None:
    assert pledge(actor=(CHAD, NIGER)).claim == pledge(actor=(NIGER, CHAD)).claim


def test_parties_are_actors_then_recipients() -> None:
    assert pledge().parties == (CHAD, NIGER)
