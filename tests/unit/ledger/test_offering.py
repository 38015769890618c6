from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dragoman.ledger import Filters, Ledger, Offer
from dragoman.records import Failure
from tests.factories import a_document, a_reading

FIRST, SECOND, THIRD = "2024-05-01T08:00:00Z", "2024-05-02T08:00:00Z", "2024-05-03T08:00:00Z"
OLD, NEW = a_document(title="Old"), a_document(title="New")


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        yield opened


def test_an_offer_comes_back_and_is_no_news_twice(ledger: Ledger) -> None:
    offer = Offer(
        "pile/a.zip", 10, 1_700_000_000_000_000_000, "abc", (OLD.id,), (Failure("pile/a.zip!b", "It is empty."),)
    )
    with ledger.writer() as writer:
        writer.add(a_reading(OLD), recorded=FIRST)
        assert writer.note_offer(offer, recorded=FIRST)
        assert not writer.note_offer(offer, recorded=SECOND)
    with ledger.view() as view:
        assert view.offer("pile/a.zip") == replace(offer, recorded=FIRST)
        assert view.offer("pile/b") is None
        assert list(view.offers()) == [replace(offer, recorded=FIRST)]
        assert list(view.failures()) == [Failure("pile/a.zip!b", "It is empty.")]
        assert view.verify() == []


def test_a_changed_file_supersedes_what_it_gave(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        for document, recorded in ((OLD, FIRST), (NEW, SECOND)):
            writer.add(a_reading(document), recorded=recorded)
            writer.note_offer(Offer("a.html", digest=document.title, documents=(document.id,)), recorded=recorded)
    with ledger.view() as view, ledger.view(known=FIRST) as earlier:
        assert ([*view.documents()], [*earlier.documents()]) == ([NEW], [OLD])
        assert {entry.document for entry in view.entries()} == {NEW}
        assert {entry.superseded for entry in view.entries(Filters(document=OLD.id, superseded=True))} == {SECOND}
        assert view.document(OLD.id) == OLD
        assert (view.counts().offers, view.counts().readings, view.counts().superseded) == (1, 1, 3)
        assert view.verify() == []


def test_a_document_that_another_file_gives_too_stays(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add_many([a_reading(OLD), a_reading(NEW)], recorded=FIRST)
        writer.note_offer(Offer("a.html", documents=(OLD.id,)), recorded=FIRST)
        writer.note_offer(Offer("b.html", documents=(OLD.id,)), recorded=FIRST)
        writer.note_offer(Offer("a.html", documents=(NEW.id,)), recorded=SECOND)
        with ledger.view() as view:
            assert view.counts().documents == 2
        writer.note_offer(Offer("b.html", failures=(Failure("b.html", "It is empty."),)), recorded=THIRD)
        with ledger.view() as view:
            assert [*view.documents()] == [NEW]


def test_a_file_that_changes_back_brings_its_document_back(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        for document, recorded in ((OLD, FIRST), (NEW, SECOND), (OLD, THIRD)):
            assert writer.add(a_reading(document), recorded=recorded)
            writer.note_offer(Offer("a.html", documents=(document.id,)), recorded=recorded)
    with ledger.view() as view:
        assert {(entry.document, entry.recorded) for entry in view.entries()} == {(OLD, THIRD)}
        assert [hit.document for hit in view.search("Herzog")] == [OLD]
        assert view.verify() == []


def test_a_failure_mended_is_no_failure(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.note_offer(Offer("a.pdf", failures=(Failure("a.pdf", "It is encrypted."),)), recorded=FIRST)
        writer.add(a_reading(NEW), recorded=SECOND)
        writer.note_offer(Offer("a.pdf", documents=(NEW.id,)), recorded=SECOND)
    with ledger.view() as view, ledger.view(known=FIRST) as earlier:
        assert (len(list(view.failures())), len(list(earlier.failures()))) == (0, 1)


def test_what_one_path_gave_before_and_another_gives_now_stays(ledger: Ledger) -> None:
    other = a_document(title="Newest")
    with ledger.writer() as writer:
        for document in (OLD, NEW):
            writer.add(a_reading(document), recorded=FIRST)
        writer.note_offers(
            [Offer("1.html", digest="a", documents=(OLD.id,)), Offer("2.html", digest="b", documents=(NEW.id,))],
            recorded=FIRST,
        )
        writer.add(a_reading(other), recorded=SECOND)
        moved = [Offer("1.html", digest="c", documents=(other.id,)), Offer("2.html", digest="a", documents=(OLD.id,))]
        assert writer.note_offers(moved, recorded=SECOND) == 2
    with ledger.view() as view:
        assert {each.id for each in view.documents()} == {OLD.id, other.id}
        assert {entry.document.id for entry in view.entries()} == {OLD.id, other.id}
        assert view.verify() == []
