from __future__ import annotations

import pytest

from dragoman.reading.reader import read
from dragoman.records import Document
from dragoman.records.dates import from_iso


@pytest.mark.parametrize(
    ("text", "type_", "standing"),
    [
        ("Washington dissuaded Israel from attacking Iran.", "ASSAULT", "denied"),
        ("The sanctions were meant to deter Russia from invading Ukraine.", "ASSAULT", "hypothetical"),
        ("The sanctions did not deter Russia from invading Ukraine.", "ASSAULT", "asserted"),
        ("The UN failed to prevent Rwanda from invading Burundi.", "ASSAULT", "asserted"),
        ("Israel nearly attacked Iran in 2012.", "ASSAULT", "denied"),
        ("India almost went to war with Pakistan in 2002.", "hostility", "denied"),
        ("Chile came close to invading Argentina in 1978.", "ASSAULT", "denied"),
        ("Nearly 200 Rwandan soldiers attacked Burundi.", "ASSAULT", "asserted"),
        ("Exports from Peru to Chile nearly doubled to $3 billion in 2023.", "trade", "asserted"),
    ],
)
def test_what_was_averted_did_not_come(text: str, type_: str, standing: str) -> None:
    found = read(Document(text, published=from_iso("2024-05-10"))).statements
    assert [each.standing.value for each in found if each.type == type_] == [standing]


def test_what_is_done_instead_of_something_is_not_that() -> None:
    text = "Rather than buy gas from Russia, Hungary would import it from Azerbaijan."
    found = read(Document(text, published=from_iso("2024-05-10"))).statements
    assert [each.standing.value for each in found if each.actor[0].code == "RUS"] == ["denied"]
