from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.deriving.comparing import compare
from dragoman.ledger import Ledger, Writer
from dragoman.reconcile.signatures import packed
from dragoman.records import Document, Reading
from tests.factories import READER, an_article

FLOOD = "The river Drina rose by two metres in the night and took the wooden bridge at Foca with it."
FIRE = "Forty firemen fought until the morning for the paper mill in Maglaj, whose owner was away."
OWN = "Nobody was hurt, said the mayor, who had been out in a boat since four."


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        yield opened


def _add(writer: Writer, *documents: Document) -> None:
    writer.add_many([Reading(each, (), READER) for each in documents], recorded="2024-05-01")
    writer.add_signatures({each.id: packed(each.text) for each in documents}, recorded="2024-05-01")


def _compared(ledger: Ledger, writer: Writer) -> set[tuple[str, str]]:
    """What comparing finds anew, as pairs of a copy and its original."""
    with ledger.view() as view:
        return {(copy.document, copy.of) for copy in compare(view, writer, recorded="2024-05-01")}


def test_what_comes_is_compared_with_what_was_there_and_only_once(ledger: Ledger) -> None:
    first = an_article("Oslobodenje", "2024-04-01", FLOOD, FIRE)
    reprint = an_article("Vijesti", "2024-04-02", FLOOD, FIRE, OWN)
    other = an_article("Dnevnik", "2024-04-03", FIRE.replace("Forty", "Some"), OWN.replace("four", "six"))
    with ledger.writer() as writer:
        _add(writer, first)
        assert _compared(ledger, writer) == set()
        _add(writer, reprint)
        assert _compared(ledger, writer) == {(reprint.id, first.id)}
        assert _compared(ledger, writer) == set()
        _add(writer, other)
        _compared(ledger, writer)
    with ledger.view() as view:
        assert view.uncompared() == ([], [])
        assert [(copy.document, copy.of) for copy in view.copies([first.id])] == []
        assert {copy.document for copy in view.copies([other.id, reprint.id])} == {
            each.document for each in view.copies()
        }


def test_what_has_its_text_from_a_copy_is_followed_up_to_the_first_print(ledger: Ledger) -> None:
    prints = [an_article(f"Paper {day}", f"2024-04-0{day}", FLOOD, *[FIRE, OWN][: 3 - day]) for day in (1, 2, 3)]
    with ledger.writer() as writer:
        for each in prints:
            _add(writer, each)
            _compared(ledger, writer)
    with ledger.view() as view:
        above = {copy.of for copy in view.copies([prints[2].id])}
        assert prints[0].id in above
        assert view.copies([]) == []
