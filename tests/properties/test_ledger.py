"""Laws of the ledger: what goes in comes out, nothing is lost, the order of writing means nothing."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.ledger import Filters, Ledger, Offer, View
from dragoman.records import (
    Attribution,
    Copy,
    Document,
    Entry,
    Failure,
    Interval,
    Party,
    Quantity,
    Reading,
    Source,
    Span,
    Standing,
    Statement,
)
from tests.factories import ARTICLE, a_denial, a_document, a_statement, a_visit

pytestmark = pytest.mark.property
FEW = settings(max_examples=40, deadline=None)

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
some = st.none() | words
days = st.dates()


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start, end = draw(st.none() | days), draw(st.none() | days)
    if start is not None and end is not None:
        start, end = sorted((start, end))
    precision = draw(st.sampled_from(("day", "month", "year", "decade", "unknown")))
    return Interval(start, end, precision, draw(some), draw(st.sampled_from(("stated", "relative", "assumed"))))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span.of(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def statements(draw: st.DrawFn, document: Document) -> Statement:
    span = spans(document.text)
    numbers = st.none() | st.floats(allow_nan=False) | st.integers(-(2**53), 2**53)
    party = st.builds(Party, some, words, span, some, some, some)
    kinds = st.sampled_from(("publisher", "person", "office", "organisation", "document", "anonymous"))
    link = st.builds(Attribution, st.builds(Source, words, kinds, some, some), span, some, st.booleans())
    quantity = st.builds(Quantity, numbers, numbers, words, span, some, some, st.booleans())
    several: dict[str, Any] = {
        name: tuple(draw(st.lists(each, max_size=3)))
        for name, each in (("actor", party), ("recipient", party), ("chain", link), ("quantities", quantity))
    }
    return Statement(
        kind=draw(st.sampled_from(("event", "tie"))),
        type=draw(words),
        occurred=draw(intervals()),
        standing=draw(st.sampled_from(Standing)),
        document=document.id,
        evidence=draw(span),
        certainty=draw(st.floats(0, 1)),
        reader=draw(words),
        mode=draw(some),
        contexts=tuple(draw(st.lists(words, max_size=2))),
        **several,
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    document = Document(
        text, *(draw(some) for _ in range(3)), draw(st.none() | intervals()), *(draw(some) for _ in range(3))
    )
    return Reading(document, tuple(draw(st.lists(statements(document), max_size=3))), draw(words))


@FEW
@given(readings())
def test_what_goes_in_comes_out(reading: Reading) -> None:
    with Ledger.open(":memory:") as ledger, ledger.writer() as writer:
        writer.add(reading, recorded="2024-05-01")
        with ledger.view() as view:
            assert list(view.documents()) == [reading.document]
            entries = list(view.entries())
            first = {each.id: each for each in reversed(reading.statements)}
            assert {each.statement.id: each.statement for each in entries} == first
            assert len(entries) == len(first)
            assert view.verify() == []


POOL = [a_document(ARTICLE, title=title) for title in ("One", "Two", "Three")]
FOUND = {document.id: (a_statement(document), a_visit(document), a_denial(document)) for document in POOL}
documents = st.sampled_from(POOL)


@st.composite
def pool_readings(draw: st.DrawFn) -> Reading:
    document = draw(documents)
    found = draw(st.sets(st.sampled_from(FOUND[document.id])))
    return Reading(document, tuple(sorted(found, key=lambda each: each.id)), draw(st.sampled_from(("v1", "v2", "v3"))))


offers = st.builds(
    lambda path, given, failed: Offer(
        path, documents=tuple(each.id for each in given), failures=(Failure(path, "It is empty."),) * failed
    ),
    st.sampled_from(("a.html", "b.html")),
    st.lists(documents, max_size=2, unique=True),
    st.integers(0, 1),
)
copies = st.builds(
    Copy, documents.map(lambda d: d.id), documents.map(lambda d: d.id), st.just("near"), st.sampled_from((0.8, 0.9))
)
steps = st.lists(st.lists(pool_readings(), max_size=3) | offers | copies, max_size=10)


def said(view: View) -> tuple[object, ...]:
    lists: tuple[list[Any], ...] = (
        list(view.documents()),
        [replace(entry, occurrence=None, origins=None) for entry in view.entries()],
        sorted(map(repr, view.entries(Filters(superseded=True)))),
        list(view.offers()),
        list(view.failures()),
        view.copies(),
        [hit.document.id for hit in view.search("Herzog")],
    )
    return (*lists, view.counts())


@FEW
@given(steps)
def test_nothing_is_lost(history: list[Any]) -> None:
    moments = (f"{date(2024, 1, 1) + timedelta(days=number)}T09:00:00Z" for number in itertools.count())
    with Ledger.open(":memory:") as ledger, ledger.writer() as writer:
        told = {}
        for step, moment in zip(history, moments, strict=False):
            if isinstance(step, Offer):
                writer.note_offer(step, recorded=moment)
            elif isinstance(step, Copy):
                writer.replace_copies([step], compared=[], recorded=moment)
            else:
                writer.add_many(step, recorded=moment)
            with ledger.view() as view:
                told[moment] = said(view)
        for moment, then in told.items():
            for known in (moment, moment[:10]):
                with ledger.view(known=known) as view:
                    assert said(view) == then


@FEW
@given(st.permutations(POOL), st.integers(1, 3))
def test_the_order_and_size_of_writing_mean_nothing(order: list[Document], size: int) -> None:
    def written(pile: list[Document], at_once: int) -> list[Entry]:
        with Ledger.open(":memory:") as ledger, ledger.writer() as writer:
            for first in range(0, len(pile), at_once):
                found = [Reading(each, FOUND[each.id], "v1") for each in pile[first : first + at_once]]
                writer.add_many(found, recorded="2024-05-01")
            with ledger.view() as view:
                return list(view.entries())

    assert written(order, size) == written(POOL, 3)
