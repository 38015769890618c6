"""Long answers that are fetched part by part are what all statements give."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.analysis import account, forecasts, quantities
from dragoman.analysis.account_in_parts import account_in_parts
from dragoman.analysis.measures import Chosen, measures
from dragoman.analysis.outlook import outlook
from dragoman.deriving.derive import derive
from dragoman.ledger import Ledger, Presence, catalogue
from dragoman.reconcile.signatures import packed
from dragoman.records import Interval, Reading
from dragoman.settings import Settings
from dragoman.sorting import FIGURES, FORECASTS, OUTCOMES
from dragoman.workspace import Workspace
from tests.factories import READER, a_figure, an_article, an_entry
from tests.properties.test_outlined import _judge

#: What is said of whom, how it is said of them, and of which type that is.
SAID = (
    ("Azerbaijan supplies 40 percent of the oil imports of Israel, said the ministry of energy.", "energy"),
    ("Azerbaijan supplies 25 percent of the oil imports of Israel, said two traders in Ceyhan.", "energy"),
    ("Azerbaijan and Israel will meet in Baku with a 60 percent chance, said the envoy in the evening.", "CONSULT"),
    ("Azerbaijan and Israel are likely to meet in Baku before the winter, wrote a retired consul.", "CONSULT"),
    ("Azerbaijan sold Israel about 12 boats that nobody had heard of before that spring, it is said.", "arms"),
    ("Azerbaijan will never sell Israel a boat, said the speaker to the few who had stayed in the hall.", "arms"),
)
STANDINGS = ("asserted", "asserted", "denied", "predicted", "planned", "requested")
WHEN = ("2023-05-02", "2023-05", "2023-06-20", "2024", None)
UNITS = {0: ("40 percent", 40), 1: ("25 percent", 25)}


@st.composite
def readings(draw: Any) -> Reading:
    """A document of some of the sentences above, each said in some way, of some time, by somebody."""
    publisher = draw(st.sampled_from(["Maariv", "the Maariv", "Haaretz", None]))
    published = draw(st.sampled_from([str(date(2023, 5, 1) + timedelta(9 * n)) for n in range(6)] + ["2023-05", None]))
    said = draw(st.lists(st.sampled_from(range(6)), min_size=1, max_size=4, unique=True))
    document = an_article(publisher, published, *(SAID[number][0] for number in said))
    found = []
    for number in said:
        words, type_ = SAID[number]
        when = draw(st.sampled_from(WHEN))
        more: dict[str, Any] = {"standing": draw(st.sampled_from(STANDINGS)), "when": when or Interval()}
        if number in UNITS:
            more["figures"] = [
                a_figure(document, UNITS[number][0], UNITS[number][1], UNITS[number][1], of="oil imports")
            ]
        if type_ == "CONSULT" and draw(st.booleans()):
            more["mode"] = "visit"
        if draw(st.booleans()):
            more |= {"actor": "ISR", "recipient": "AZE"}
        more["chain"] = draw(st.sampled_from(["", "Maariv:publisher", "SIPRI:organisation"]))
        found.append(an_entry(document, words, type_, **more).statement)
    return Reading(document, tuple(found), READER)


@pytest.mark.property
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_parts_are_those_of_the_whole(data: st.DataObject) -> None:
    with Ledger.open(":memory:") as ledger:
        for day in ("2024-05-01", "2024-05-03"):
            with ledger.writer() as writer:
                for reading in data.draw(st.lists(readings(), max_size=5)):
                    writer.add(reading, recorded=day)
                    writer.add_signatures({reading.document.id: packed(reading.document.text)}, recorded=day)
                derive(writer, recorded=day)
            workspace = Workspace(ledger, Settings())
            ids = [entry.statement.id for entry in workspace.statements()]
            if len(ids) > 1:
                _judge(workspace, data, ids)
        entries = list(workspace.statements())
        if entries:
            with ledger.view() as view:
                assert view.has_outlines
                assert view.coverage() == catalogue.publishers(view._connection, view.moment)
            _compare_forecasts(workspace, entries, data)
            _compare_figures(workspace, entries, data)
            _compare_profiles(workspace, entries, data)
            _compare_recent(workspace, entries, data)


def _about(entries: list[Any], codes: tuple[str, ...]) -> list[Any]:
    return [each for each in entries if {*codes} <= {party.code for party in each.statement.parties}]


def _compare_forecasts(workspace: Workspace, entries: list[Any], data: st.DataObject) -> None:
    codes = data.draw(st.sampled_from([(), ("AZE",), ("AZE", "ISR"), ("IRN",)]))
    on = data.draw(st.sampled_from([None, date(2023, 5, 20), date(2025, 1, 1)]))
    outcome = data.draw(st.sampled_from([None, *OUTCOMES]))
    sort = data.draw(st.sampled_from([None, *FORECASTS, *(f"-{each}" for each in FORECASTS)]))
    slow = outlook(forecasts(_about(entries, codes), on=on), outcome=outcome, sort=sort)

    quick = workspace.outlook(*codes, on=on, outcome=outcome, sort=sort)

    assert quick.record == slow.record
    assert quick.outcomes == slow.outcomes
    assert _forecasts(quick.forecasts) == _forecasts(slow.forecasts)
    assert _forecasts(quick.forecasts[1:3]) == _forecasts(slow.forecasts[1:3])


def _forecasts(found: Any) -> list[Any]:
    return [
        (each.entry.statement.id, each.outcome, each.by, [one.statement.id for one in each.settled_by])
        for each in found
    ]


def _compare_figures(workspace: Workspace, entries: list[Any], data: st.DataObject) -> None:
    codes = data.draw(st.sampled_from([(), ("AZE",), ("AZE", "ISR"), ("IRN",)]))
    type_ = data.draw(st.sampled_from([None, "energy", "arms"]))
    kind, conflicts = data.draw(st.sampled_from([None, "share", "count"])), data.draw(st.booleans())
    sort = data.draw(st.sampled_from([None, *FIGURES, *(f"-{each}" for each in FIGURES)]))
    slow = measures(quantities(_about(entries, codes)), Chosen(type_, kind, conflicts, sort))

    quick = workspace.measures(*codes, type=type_, kind=kind, conflicts=conflicts, sort=sort)

    assert (quick.types, quick.kinds) == (slow.types, slow.kinds)
    assert [each.row for each in quick.figures] == [each.row for each in slow.figures]
    assert [each.row for each in quick.figures[1:3]] == [each.row for each in slow.figures[1:3]]


def _compare_profiles(workspace: Workspace, entries: list[Any], data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(["AZE", "ISR", "IRN"]))
    day = data.draw(st.sampled_from([None, date(2023, 5, 20), date(2025, 1, 1)]))
    slow = account_in_parts(entries, code, as_of=day or workspace.last_published())

    quick = workspace.account_in_parts(code, as_of=day)

    assert (quick.as_of, quick.statements, quick.voices) == (slow.as_of, slow.statements, slow.voices)
    assert _rows(quick.happened) == _rows(slow.happened)
    assert _rows(quick.ahead) == _rows(slow.ahead)
    assert [_doubt(each) for each in quick.doubts] == [_doubt(each) for each in slow.doubts]
    assert _rows(quick.happened[1:3]) == _rows(slow.happened[1:3])
    assert workspace.parties() == _presence(entries)


def _compare_recent(workspace: Workspace, entries: list[Any], data: st.DataObject) -> None:
    codes = data.draw(st.sampled_from([("AZE",), ("ISR", "AZE"), ("IRN",)]))
    day = data.draw(st.sampled_from([None, date(2023, 5, 20), date(2025, 1, 1)]))
    most = data.draw(st.integers(1, 8))
    slow = account(entries, *codes, as_of=day or workspace.last_published(), most=most)

    quick = workspace.account(*codes, as_of=day, most=most)

    assert _ids(quick.entries) == _ids(slow.entries)
    assert (quick.as_of, quick.whole) == (slow.as_of, slow.whole)
    assert [each.occurrence.id for each in quick.ties] == [each.occurrence.id for each in slow.ties]
    assert [each.occurrence.id for each in quick.past] == [each.occurrence.id for each in slow.past]


def _ids(found: Any) -> list[str]:
    return [each.statement.id for each in found]


def _rows(found: Any) -> list[Any]:
    return [
        (each.occurrence.id, each.standing, each.interval, [one.statement.id for one in each.reports]) for each in found
    ]


def _doubt(each: Any) -> tuple[str, str]:
    return type(each).__name__, each.occurrence.id


def _presence(entries: list[Any]) -> list[Presence]:
    about: dict[str, list[Any]] = {}
    for entry in entries:
        for code in {party.code for party in entry.statement.parties}:
            about.setdefault(code, []).append(entry)
    found = [Presence(code, len(all_), len({each.document.id for each in all_})) for code, all_ in about.items()]
    return sorted(found, key=lambda each: (-each.statements, each.code))
