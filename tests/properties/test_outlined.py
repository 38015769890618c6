"""What is answered from what is derived is what all statements give."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.analysis import changes, gathered, network, outline, survey, ties, turning_days
from dragoman.asking.recalled import Recalled
from dragoman.asking.telling import Past, Touched, findings, renewed, told
from dragoman.deriving.derive import derive
from dragoman.errors import DragomanError
from dragoman.ledger import Filters, Ledger
from dragoman.reconcile.signatures import packed
from dragoman.records import Reading
from dragoman.settings import Settings
from dragoman.workspace import Workspace
from tests.properties.test_derive import readings

DAYS = ("2024-05-01", "2024-05-03", "2024-05-05", "2024-05-07")
#: Days of which is asked what was known.
SINCE = st.sampled_from([*DAYS, "2024-05-02", "2024-04-01"])


def _written(ledger: Ledger, data: st.DataObject) -> Workspace:
    """A ledger to which something happens on each of some days."""
    pile: dict[str, Reading] = {}
    for day in DAYS:
        workspace = Workspace(ledger, Settings(epoch=_epoch(day)))
        with ledger.writer() as writer:
            for reading in data.draw(st.lists(readings(), max_size=3)):
                pile.setdefault(reading.document.id, reading)
                writer.add(reading, recorded=day)
                writer.add_signatures({reading.document.id: packed(reading.document.text)}, recorded=day)
            for reading in data.draw(st.lists(st.sampled_from([*pile.values()]), max_size=1)) if pile else ():
                # Another reader finds only the first statement.
                writer.add(Reading(reading.document, reading.statements[:1], f"later {day}"), recorded=day)
            derive(writer, recorded=day)
        ids = [entry.statement.id for entry in workspace.statements()]
        if len(ids) > 1:
            _judge(workspace, data, ids)
    return Workspace(ledger, Settings())


def _judge(workspace: Workspace, data: st.DataObject, ids: list[str]) -> None:
    one, other = (data.draw(st.sampled_from(ids)) for _ in range(2))
    how = data.draw(st.sampled_from(["nothing", "same", "not stated", "retract", "undo"]))
    about: dict[str, Any] = {"who": "A", "why": "b"}
    try:
        if how == "same":
            workspace.same(one, other, **about)
        elif how == "not stated":
            workspace.decide(one, "not stated", **about)
        elif how == "retract":
            workspace.retract("publisher", "Maariv", **about)
        elif how == "undo" and (taken := workspace.decisions()):
            workspace.undo(taken[0].id)
    except DragomanError:
        return


def _epoch(day: str) -> int:
    return 1714521600 + 86400 * (int(day[-2:]) - 1) + 3600


@pytest.mark.property
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_changed_and_what_deserves_a_second_look_are_what_all_statements_give(data: st.DataObject) -> None:
    with Ledger.open(":memory:") as ledger:
        workspace = _written(ledger, data)
        now = list(workspace.statements())
        since = data.draw(SINCE)
        then = list(workspace.at(since).statements())

        found = workspace.changes(since)

        assert _told(found) == _told(changes(then, now))
        if now:
            assert workspace.turning_days() == turning_days(outline(each) for each in ties(gathered(now)))
            quick, slow = workspace.survey(), survey(now)
            assert [_named(each) for each in quick.doubts] == [_named(each) for each in slow.doubts]
            assert [each.id for each in quick.single] == [each.id for each in slow.single]
            assert [each.id for each in quick.single[1:3]] == [each.id for each in slow.single[1:3]]


@pytest.mark.property
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_was_known_is_what_all_statements_of_then_give(data: st.DataObject) -> None:
    with Ledger.open(":memory:") as ledger:
        workspace = _written(ledger, data)
        since = data.draw(SINCE)
        with ledger.view(known=since) as view:
            found = findings(view, list(view.entries()))
            slow = [renewed(entry, found[entry.statement.id]) for entry in view.entries()]
            wanted = data.draw(st.sampled_from([None, *{each.occurrence for each in slow}]))
            past = Past(view, Touched.between(view, view.now)) if view.now.has_outlines else None

            for quick in (told, *([lambda _, filters: past.told(filters)] if past is not None else [])):
                assert list(quick(view, Filters())) == slow
                assert list(quick(view, Filters(occurrence=wanted))) == [
                    each for each in slow if wanted in (None, each.occurrence)
                ]
            superseded = {(each.statement.id, each.recorded): each for each in told(view, Filters(superseded=True))}
            assert {(each.statement.id, each.recorded): each for each in slow}.items() <= superseded.items()
        assert list(workspace.at(since).statements()) == slow


@pytest.mark.property
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_network_that_was_known_is_what_all_statements_of_then_give(data: st.DataObject) -> None:
    with Ledger.open(":memory:") as ledger:
        workspace = _written(ledger, data)
        since = data.draw(SINCE)
        day = data.draw(st.none() | st.dates(date(2019, 1, 1), date(2026, 1, 1)))
        entries = list(workspace.at(since).statements())
        with ledger.view(known=since) as view:
            if view.has_derived or not view.now.has_outlines:
                return
            recalled = Recalled(ledger, view, Past(view, Touched.between(view, view.now)))

            (quick,), slow = recalled.networks(day), network(entries, as_of=day)

            assert quick == slow
            assert quick.table() == slow.table()
            assert [link.ties for link in quick.links] == [link.ties for link in slow.links]
            assert [link.outlines for link in quick.links] == [link.outlines for link in slow.links]
            ids = [each for link in slow.links for each in link.tie_ids]
            assert quick.behind.beside(ids) == slow.behind.beside(ids)
            assert recalled.turning_days() == turning_days(outline(each) for each in ties(gathered(entries)))
            found, wanted = recalled.survey(), survey(entries)
            assert list(found.doubts) == list(wanted.doubts)
            assert list(found.single) == list(wanted.single)
            assert list(found.single[1:3]) == list(wanted.single[1:3])
            assert list(found.doubts[1:2]) == list(wanted.doubts[1:2])


@pytest.mark.property
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_network_of_a_day_is_what_all_statements_give(data: st.DataObject) -> None:
    with Ledger.open(":memory:") as ledger:
        workspace = _written(ledger, data)
        day = data.draw(st.none() | st.dates(date(2019, 1, 1), date(2026, 1, 1)))
        party = data.draw(st.sampled_from(["AZE", "ISR", "IRN"]))

        quick, slow = workspace.network(as_of=day), network(workspace.statements(), as_of=day)
        around = workspace.around(party, as_of=day)

        assert quick == slow
        assert quick.table() == slow.table()
        assert [link.outlines for link in quick.links] == [link.outlines for link in slow.links]
        assert (quick.signs, quick.components) == (slow.signs, slow.components)
        assert [each.ties for each in quick.brokers] == [each.ties for each in slow.brokers]
        assert around.only(party) == replace(slow, nameless=around.nameless).only(party)
        assert around.within("transit") == slow.within("transit")


def _named(doubt: Any) -> tuple[str, str]:
    return type(doubt).__name__, doubt.occurrence.id


def _told(found: Any) -> list[Any]:
    return sorted(
        (
            *(each.kind, each.occurrence.id, each.standing.value, each.origins_before, each.origins_after),
            *([entry.statement.id for entry in side] for side in (each.before, each.after)),
            *(repr(each.quantity), each.is_first),
        )
        for each in found
    )
