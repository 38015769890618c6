from __future__ import annotations

import pytest

from dragoman.reading.reader import read
from dragoman.records import Document
from dragoman.records.dates import from_iso


def told(text: str, kind: str) -> set[tuple[str, str]]:
    found = read(Document(text, published=from_iso("2024-05-10"))).statements
    return {
        (actor.key, recipient.key)
        for each in found
        if each.type == kind
        for actor in each.actor
        for recipient in each.recipient
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru and Chile accused each other of crossing the line.", "ACCUSE"),
        ("Peru and Chile fired at one another.", "ASSAULT"),
        ("Peru and Chile exchanged fire along the border.", "ASSAULT"),
        ("Peru and Chile traded missile strikes overnight.", "ASSAULT"),
        ("Peru and Chile expelled each other's ambassadors.", "SANCTION"),
        ("Peru and Chile buy each other's goods.", "trade"),
        ("Peru met Chile. The two countries accused each other of crossing the line.", "ACCUSE"),
        ("Peru met Chile. Both sides fired at each other near the lake.", "ASSAULT"),
    ],
)
def test_what_is_done_to_each_other_holds_both_ways(text: str, kind: str) -> None:
    assert told(text, kind) == {("PER", "CHL"), ("CHL", "PER")}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru accused Chile, whose parties hate each other.", "ACCUSE"),
        ("Peru and Chile accused Bolivia.", "ACCUSE"),
        ("Peru attacked Chile, and its generals blamed each other.", "ASSAULT"),
    ],
)
def test_what_others_do_to_each_other_has_one_way(text: str, kind: str) -> None:
    assert not any((recipient, actor) in told(text, kind) for actor, recipient in told(text, kind))
