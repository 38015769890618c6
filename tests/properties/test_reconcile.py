from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.reconcile import reconcile
from dragoman.records import Copy, Document, Entry, Interval
from dragoman.records.dates import day, month, year
from tests.factories import an_article, an_entry

WORDS = "Israel and Azerbaijan met."
FIRST = date(2023, 5, 1)

_PEOPLE = st.sampled_from(["ISR", "ISR:Yoav Gallant:defence minister", "ISR:Isaac Herzog:president"])
_WHEN = st.one_of(
    st.integers(0, 40).map(lambda days: day(FIRST + timedelta(days))),
    st.sampled_from([Interval(), Interval(end=date(2023, 6, 1)), Interval(start=FIRST), month(2023, 5), year(2023)]),
)
_CHAIN = st.sampled_from(["", "Maariv:publisher", "SIPRI:organisation", "officials:anonymous", "Haaretz:publisher"])


@st.composite
def entries(draw: Any) -> Entry:
    publisher = draw(st.sampled_from(["Maariv", "Haaretz", "Report.az", None]))
    published = (FIRST + timedelta(draw(st.integers(0, 60)))).isoformat()
    document = an_article(publisher, published, WORDS, url=f"https://example.org/{draw(st.integers(0, 3))}")
    kind = draw(st.sampled_from(["CONSULT", "ASSAULT", "energy", "alliance"]))
    standing = draw(st.sampled_from(["asserted", "denied", "planned"]))
    return an_entry(
        document, WORDS, kind, when=draw(_WHEN), standing=standing, chain=draw(_CHAIN), actor=draw(_PEOPLE),
        recipient="AZE",
    )  # fmt: skip


def _ids(pile: list[Entry]) -> list[str]:
    return sorted({entry.document.id for entry in pile})


@st.composite
def piles(draw: Any) -> tuple[list[Entry], list[Copy]]:
    pile = draw(st.lists(entries(), max_size=14))
    ids = _ids(pile)
    pairs = draw(st.lists(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=3)) if ids else []
    return pile, [Copy(a, b, "near", 0.8) for a, b in pairs if a != b]


@pytest.mark.property
@given(piles(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_gives_the_same_findings(given_: tuple[list[Entry], list[Copy]], random: Any):
    pile, copies = given_
    turned, turned_copies = list(pile), list(copies)
    random.shuffle(turned)
    random.shuffle(turned_copies)
    assert reconcile(turned, turned_copies) == reconcile(pile, copies)


@pytest.mark.property
@given(piles(), st.integers(0, 100))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_reprint_adds_no_origin(given_: tuple[list[Entry], list[Copy]], pick: int):
    pile, copies = given_
    if not pile:
        return
    reprinted = pile[pick % len(pile)].document
    more = _reprint(pile, reprinted)
    copy = Copy(more[0].document.id, reprinted.id, "exact", 1.0)
    before = {finding.statement: finding for finding in reconcile(pile, copies)}
    after = {finding.statement: finding for finding in reconcile([*pile, *more], [*copies, copy])}
    assert {key: after[key] for key in before} == before
    assert after.keys() == {entry.statement.id for entry in (*pile, *more)}


def _reprint(pile: list[Entry], of: Document) -> list[Entry]:
    """Everything that a document says, once more, published later by another outlet."""
    document = an_article("Reprints Daily", "2025-01-01", of.text)
    found = []
    for entry in pile:
        if entry.document.id == of.id:
            old = entry.statement
            content = {name: getattr(old, name) for name in ("mode", "certainty")}
            again = an_entry(document, WORDS, old.type, when=old.occurred, standing=old.standing.value, **content)
            found.append(_with_sides(again, entry))
    return found


def _with_sides(again: Entry, entry: Entry) -> Entry:
    from dataclasses import replace

    old = entry.statement
    statement = replace(again.statement, actor=old.actor, recipient=old.recipient, chain=old.chain)
    return replace(again, statement=statement)
