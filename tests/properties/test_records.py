"""The laws of the records."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.codebook.ties import CHANNELS, MUTUAL
from dragoman.records import Document, Interval, Party, Source, Span, Standing, Statement
from dragoman.records.dates import day, from_iso, month, year
from dragoman.records.identity import Content, content_id
from tests.factories import a_document, a_link, a_party

TEXT = "Əliyev 🙂 met Fiji’s envoy in Suva, and Samoa’s in Apia."
PLACES = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)
SPANS = PLACES.map(lambda place: Span.of(TEXT, *place))
CONTENT = st.none() | st.booleans() | st.integers() | st.text(max_size=4) | st.lists(st.integers(), max_size=2)
INTERVALS = st.one_of(
    st.dates().map(day),
    st.builds(month, st.integers(1, 9999), st.integers(1, 12)),
    st.builds(year, st.integers(1, 9999)),
)
ENDS = st.tuples(st.none() | st.dates(), st.none() | st.dates()).filter(
    lambda ends: None in ends or ends[0] <= ends[1]  # type: ignore[operator]
)
DOCUMENT = a_document("Chad, Niger, Mali and Togo met, Benin said. Chad and Niger met.")
PARTIES = [a_party(DOCUMENT, *each) for each in (("Chad", "TCD"), ("Niger", "NER"), ("Mali", "MLI"), ("Togo", None))]
SIDES = st.lists(st.sampled_from(PARTIES), min_size=1, max_size=3).map(tuple)
SEVERAL = st.permutations(PARTIES[:3]).map(tuple)


def characters(span: Span) -> set[int]:
    return set(range(span.start, span.end))


def statement(type: str, actor: tuple[Party, ...], recipient: tuple[Party, ...]) -> Statement:
    evidence = Span.of(DOCUMENT.text, 0, 43)
    return Statement(
        kind="tie" if type in CHANNELS else "event",
        type=type,
        actor=actor,
        recipient=recipient,
        occurred=Interval(),
        standing=Standing.ASSERTED,
        document=DOCUMENT.id,
        evidence=evidence,
        certainty=0.9,
        reader="reader",
    )


@pytest.mark.property
@settings(deadline=None)
@given(SPANS)
def test_a_span_is_the_text_it_names(span: Span) -> None:
    assert TEXT[span.start : span.end] == span.text
    assert span.covers(span)


@pytest.mark.property
@settings(deadline=None)
@given(SPANS, SPANS)
def test_spans_overlap_if_they_share_a_character(one: Span, other: Span) -> None:
    if one.text and other.text:
        assert one.overlaps(other) == other.overlaps(one) == bool(characters(one) & characters(other))


@pytest.mark.property
@settings(deadline=None)
@given(SPANS, SPANS, SPANS)
def test_covering_is_an_order(one: Span, other: Span, third: Span) -> None:
    if one.covers(other) and other.covers(one):
        assert one == other
    if one.covers(other) and other.covers(third):
        assert one.covers(third)
    if one.covers(other) and other.text:
        assert one.overlaps(other)


@pytest.mark.property
@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=4), CONTENT, max_size=4))
def test_ids_do_not_depend_on_the_order_of_keys(content: dict[str, Content]) -> None:
    turned = dict(reversed(content.items()))

    assert content_id("x1", {"a": content, "b": turned}) == content_id("x1", {"b": content, "a": turned})


@pytest.mark.property
@settings(deadline=None)
@given(st.lists(st.text()), st.lists(st.text()))
def test_different_content_has_different_ids(one: list[str], other: list[str]) -> None:
    assert (content_id("x1", one) == content_id("x1", other)) == (one == other)
    assert content_id("x1", one) != content_id("x2", one)


@pytest.mark.property
@settings(deadline=None)
@given(st.text(), st.text(), st.text())
def test_what_is_text_and_what_is_title_is_told_apart(text: str, title: str, publisher: str) -> None:
    assert Document(text, title).id != Document(title, text, publisher).id
    assert Document(text, title).id == Document(text, title, path=publisher).id


@pytest.mark.property
@settings(deadline=None)
@given(INTERVALS)
def test_days_months_and_years_come_back_from_iso(interval: Interval) -> None:
    assert from_iso(interval.iso() or "") == interval


@pytest.mark.property
@settings(deadline=None)
@given(ENDS, ENDS)
def test_intervals_overlap_both_ways(
    one: tuple[date | None, date | None], other: tuple[date | None, date | None]
) -> None:
    first, second = Interval(*one), Interval(*other)

    assert first.overlaps(second) == second.overlaps(first)
    assert first.overlaps(first)
    assert first.known == (first.iso() is not None)


@pytest.mark.property
@settings(deadline=None)
@given(st.sampled_from(sorted(MUTUAL)), SIDES, SIDES)
def test_mutual_ties_claim_the_same_in_either_order(
    type: str, one: tuple[Party, ...], other: tuple[Party, ...]
) -> None:
    assert statement(type, one, other).claim == statement(type, other, one).claim


@pytest.mark.property
@settings(deadline=None)
@given(st.sampled_from(["AGREE", "CONSULT", *sorted(CHANNELS.keys() - MUTUAL)]), SEVERAL)
def test_other_claims_depend_on_who_acts(type: str, parties: tuple[Party, ...]) -> None:
    actors, recipients = parties[:1], parties[1:]

    assert statement(type, actors, recipients).claim != statement(type, recipients, actors).claim
    assert statement(type, actors, recipients).claim == statement(type, actors, recipients[::-1]).claim


@pytest.mark.property
@settings(deadline=None)
@given(SIDES, SIDES, st.text(min_size=1), st.integers(0, 43))
def test_who_says_it_and_where_changes_the_id_and_not_the_claim(
    actor: tuple[Party, ...], recipient: tuple[Party, ...], name: str, end: int
) -> None:
    own = statement("AGREE", actor, recipient)
    told = replace(own, chain=(replace(a_link(DOCUMENT, "Benin"), source=Source(name, "person")),))
    elsewhere = replace(own, evidence=Span.of(DOCUMENT.text, end, len(DOCUMENT.text)))

    assert own.claim == told.claim == elsewhere.claim
    assert len({own.id, told.id, elsewhere.id}) == 3
