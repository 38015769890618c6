from __future__ import annotations

from dragoman.reconcile import roots
from dragoman.records import Copy, Document, Entry
from tests.factories import an_article, an_entry

OIL = "Azerbaijan supplies oil to Israel."
ADDED = "Israel sold two radars to Azerbaijan, our reporter learnt in Baku."
REST = "The ships sail from Ceyhan in Türkiye every ten days or so, port records show."


def _said(document: Document, words: str = OIL) -> Entry:
    return an_entry(document, words)


def _root(entry: Entry, *copies: Copy, among: tuple[Document, ...]) -> str:
    known = {each.id: each for each in (entry.document, *among)}
    return roots([entry], copies, known.get)[entry.statement.id].id


def test_what_a_copy_adds_of_its_own_is_its_own() -> None:
    first = an_article("Maariv", "2023-07-12", OIL, REST)
    again = an_article("Report.az", "2023-07-13", OIL, REST, ADDED)
    copy = Copy(again.id, first.id, "near", 0.8)
    assert _root(_said(again), copy, among=(first,)) == first.id
    assert _root(_said(again, ADDED), copy, among=(first,)) == again.id


def test_an_excerpt_goes_back_as_far_as_its_passage_does() -> None:
    first = an_article("Maariv", "2023-07-12", OIL, REST)
    reprint = an_article("Report.az", "2023-07-13", OIL, REST)
    digest = an_article("Digest", "2023-07-14", OIL, ADDED)
    copies = (Copy(reprint.id, first.id, "near", 0.9), Copy(digest.id, reprint.id, "excerpt", 0.5))
    assert _root(_said(digest), *copies, among=(first, reprint)) == first.id
    assert _root(_said(digest, ADDED), *copies, among=(first, reprint)) == digest.id


def test_of_two_that_it_may_be_from_the_older_counts() -> None:
    early, late = an_article("Maariv", "2023-07-11", OIL), an_article("Haaretz", "2023-07-12", OIL)
    digest = an_article("Digest", "2023-07-14", OIL, REST)
    copies = (Copy(digest.id, late.id, "excerpt", 0.5), Copy(digest.id, early.id, "excerpt", 0.5))
    assert _root(_said(digest), *copies, among=(early, late)) == early.id


def test_a_document_that_is_not_there_is_nobodys_root() -> None:
    digest = an_article("Digest", "2023-07-14", OIL)
    assert _root(_said(digest), Copy(digest.id, "d1:gone", "near", 0.9), among=()) == digest.id
