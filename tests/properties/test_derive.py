from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.analysis import gathered, outline, ties
from dragoman.deriving.derive import derive, differences, retracted
from dragoman.errors import DragomanError
from dragoman.ledger import Ledger, Writer
from dragoman.reconcile.signatures import packed
from dragoman.records import Anchor, Decision, Interval, Reading
from tests.factories import READER, an_article, an_entry

SAID = (
    "Israel and Azerbaijan met in Baku on Tuesday to speak of the pipeline, the ministry said in the evening.",
    "Azerbaijan supplies oil to Israel through the port of Ceyhan, shipping records of the last two years show.",
    "Israel sold Azerbaijan two radars that were tested in the hills above Lerik in the spring of that year.",
    "Azerbaijan and Israel have had diplomatic relations of a kind ever since, said the retired consul on the radio.",
    "Azerbaijan opened an embassy in Israel in a rented house near the beach, and the flag went up on a Monday.",
    "Azerbaijan recalled its ambassador from Israel and closed the embassy, whose garden had only just been planted.",
)
REST = (
    "Nobody in the hall had expected the question that the youngest of the reporters put to the minister.",
    "The price of a barrel fell by two dollars in London after the first of the cargoes had been unloaded.",
    "Rain kept the helicopters on the ground until noon, and the guests were driven to the site by bus.",
)
WHEN = "2024-05-01"
_TYPES = ("CONSULT", "energy", "arms", "diplomacy", "COOPERATE", "RETREAT")
_WHEN = ("2021-03", "2022-07", "2023-02")


@st.composite
def readings(draw: Any) -> Reading:
    """A document of some of the sentences above, with a statement in each that says something."""
    publisher = draw(st.sampled_from(["Maariv", "Haaretz", "Report.az"]))
    published = (date(2023, 5, 1) + timedelta(draw(st.integers(0, 9)))).isoformat()
    said = draw(st.lists(st.sampled_from(range(6)), min_size=1, max_size=4, unique=True))
    rest = draw(st.lists(st.sampled_from(REST), max_size=3, unique=True))
    document = an_article(publisher, published, *(SAID[number] for number in said), *rest)
    chain = draw(st.sampled_from(["", "Maariv:publisher", "SIPRI:organisation"]))
    when = [draw(st.sampled_from(_WHEN)) if number > 3 else Interval() for number in said]
    found = [
        an_entry(document, SAID[number], _TYPES[number], chain=chain, when=day).statement
        for number, day in zip(said, when, strict=True)
    ]
    return Reading(document, tuple(found), READER)


def _derived(shares: Sequence[Sequence[Reading]], taken: Sequence[Decision] = ()) -> tuple[object, ...]:
    """What is derived if decisions are taken ahead, and the readings are written and derived share by share."""
    with Ledger.open(":memory:") as ledger, ledger.writer() as writer:
        writer.take_over(taken, recorded="2024-05-01", fallen={})
        for share in shares:
            writer.add_many(share, recorded="2024-05-01")
            prints = {each.document.id: packed(each.document.text) for each in share}
            writer.add_signatures(prints, recorded="2024-05-01")
            derive(writer, recorded="2024-05-01")
        with ledger.view() as view:
            assert view.reconciled()
            assert len(shares) == 1 or differences(ledger, recorded="2024-05-01") == []
            made = {outline(tie) for tie in ties(gathered(view.entries())) if tie.reports}
            assert {*(view.outlines() if view.has_outlines else ())} == made
            found = [(entry.statement.id, entry.occurrence, entry.origins) for entry in view.entries()]
            return found, view.copies()


@pytest.mark.property
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(readings(), max_size=9), st.lists(st.integers(0, 3), min_size=9, max_size=9))
def test_what_is_derived_bit_by_bit_is_what_is_derived_at_once(pile: list[Reading], when: list[int]) -> None:
    unique = list({each.document.id: each for each in pile}.values())
    shares = [[each for each, day in zip(unique, when, strict=False) if day == number] for number in range(4)]
    assert _derived(shares) == _derived([unique])


@st.composite
def judgements(draw: Any, pile: list[Reading]) -> list[Decision]:
    """Some pairs of statements of a pile, each judged."""
    anchors = list(dict.fromkeys(Anchor.of(each) for reading in pile for each in reading.statements))
    if len(anchors) < 2:
        return []
    pairs = draw(st.lists(st.lists(st.sampled_from(anchors), min_size=2, max_size=2, unique=True), max_size=4))
    verdicts = [draw(st.sampled_from(["same", "not the same"])) for _ in pairs]
    found = [Decision(each, "A", "b", a, other=b) for each, (a, b) in zip(verdicts, pairs, strict=True)]  # type: ignore[arg-type]
    return list({each.id: each for each in found}.values())


@pytest.mark.property
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_decisions_hold_however_the_pile_came_in(data: st.DataObject) -> None:
    pile = list({each.document.id: each for each in data.draw(st.lists(readings(), max_size=7))}.values())
    taken = data.draw(judgements(pile))
    when = data.draw(st.lists(st.integers(0, 2), min_size=len(pile), max_size=len(pile)))
    shares = [[each for each, day in zip(pile, when, strict=True) if day == number] for number in range(3)]
    assert _derived(shares, taken) == _derived([pile], taken)


def _step(ledger: Ledger, writer: Writer, data: st.DataObject, reading: Reading) -> None:
    """Something that happens to a ledger: a document is read, or again by another reader, or something is judged or
    undone.
    """
    with ledger.view() as view:
        entries, taken = list(view.entries()), view.decisions()
    what = data.draw(st.sampled_from(["read", "reread", "judge", "pair", "retract", "undo"]))
    if what == "read" or not entries:
        writer.add(reading, recorded=WHEN)
        writer.add_signatures({reading.document.id: packed(reading.document.text)}, recorded=WHEN)
        return
    one, other = (data.draw(st.sampled_from(entries)) for _ in range(2))
    if what == "reread":
        again = tuple(each.statement for each in entries if each.document == one.document)
        kept = again[: data.draw(st.integers(0, len(again)))]
        writer.add(Reading(one.document, kept, f"reader {data.draw(st.integers(2, 9))}"), recorded=WHEN)
    elif what == "undo" and taken:
        writer.undo(data.draw(st.sampled_from(taken)).id, recorded=WHEN)
    elif what == "judge":
        writer.decide(Decision("not stated", "A", "b", Anchor.of(one.statement)), recorded=WHEN)
    elif what == "pair" and one.statement.id != other.statement.id:
        verdict = data.draw(st.sampled_from(["same", "not the same"]))
        pair = Decision(verdict, "A", "b", Anchor.of(one.statement), other=Anchor.of(other.statement))  # type: ignore[arg-type]
        writer.decide(pair, recorded=WHEN)
    elif what == "retract":
        gone = Decision("retracted", "A", "b", scope="document", name=one.document.id)
        with ledger.view() as view:
            fallen = retracted(gone, entries, view)
        writer.decide(gone, recorded=WHEN, fallen=fallen)


@pytest.mark.property
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.lists(readings(), min_size=1, max_size=9))
def test_whatever_happens_to_a_ledger_what_is_derived_follows_from_it(data: st.DataObject, pile: list[Reading]) -> None:
    with Ledger.open(":memory:") as ledger, ledger.writer() as writer:
        for reading in pile:
            # What is refused changes nothing: a judgement that was taken before, say.
            with suppress(DragomanError):
                _step(ledger, writer, data, reading)
            if data.draw(st.booleans()):
                derive(writer, recorded=WHEN)
                assert differences(ledger, recorded=WHEN) == []
