from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest

from dragoman.analysis import Tie, account, gathered, stands, ties
from dragoman.analysis.disputes import disputes
from dragoman.records import Entry, Interval
from dragoman.records.dates import from_iso
from tests.factories import an_article, an_entry

OPENED = "Peru opened an embassy in Hanoi."
CLOSED = "Peru closed its embassy in Hanoi."
STANDS = "Peru has an embassy in Hanoi."
NONE = "Peru has no embassy in Hanoi."


def _said(words: str, when: str | None, published: str = "2024-01-01", **more: object) -> Entry:
    document = an_article(f"Outlet {words[:6]} {when} {published}", published, words)
    content = {"type": "diplomacy", "actor": "PER", "recipient": "VNM", "when": when or Interval(), **more}
    return an_entry(document, words, **content)


def _closed(when: str | None, **more: object) -> Entry:
    return _said(CLOSED, when, standing="denied", **more)


def _tie(*entries: Entry) -> Tie:
    (tie,) = ties(gathered(entries))
    return tie


def _spans(tie: Tie) -> list[tuple[str | None, str | None, int]]:
    """When each stretch began and ended, and how many reports it has."""
    return [
        (
            each.begun.interval.iso() if each.begun else None,
            each.ended.interval.iso() if each.ended else None,
            len(each.reports),
        )
        for each in tie.stretches
    ]


def test_without_a_turn_a_tie_is_one_stretch() -> None:
    assert _spans(_tie(_said(STANDS, None), _said(STANDS, None, "2024-02-01"))) == [(None, None, 2)]


def test_closed_and_reopened_it_has_two_stretches_whatever_the_order() -> None:
    pile = [_said(OPENED, "2010-05-01"), _closed("2016-03-02"), _said(OPENED, "2021-07")]
    for order in permutations(pile):
        assert _spans(_tie(*order)) == [("2010-05-01", "2016-03-02", 1), ("2021-07", None, 1)]


def test_a_newer_report_ends_nothing() -> None:
    assert _spans(_tie(_said(OPENED, "2010-05-01"), _said(STANDS, None, "2023-01-01"))) == [("2010-05-01", None, 2)]
    (denied,) = ties(gathered([_said(OPENED, "2010-05-01"), _said(NONE, None, standing="denied")]))
    assert _spans(denied) == [("2010-05-01", None, 1)]
    assert len(denied.denied) == 1


def test_who_reports_an_ending_does_not_deny_what_stood() -> None:
    tie = _tie(_said(STANDS, "2012"), _closed("2016-03-02"))
    assert _spans(tie) == [(None, "2016-03-02", 1)]
    assert tie.denied == ()
    assert disputes(gathered([_said(STANDS, "2012"), _closed("2016-03-02")])) == ()


def test_an_ending_without_a_time_came_by_its_publication() -> None:
    tie = _tie(_said(STANDS, None, "2020-01-01"), _closed(None, published="2024-05-01"))
    assert _spans(tie) == [(None, "../2024-05-01", 1)]
    assert tie.denied == ()
    assert stands(tie, date(2024, 4, 30))
    assert not stands(tie, date(2024, 5, 1))
    again = _tie(*tie.reports, *tie.occurrence.denied, _said(STANDS, None, "2025-01-01"))
    assert stands(again, date(2025, 6, 1))


def test_of_what_is_told_only_to_have_ended_the_end_is_known() -> None:
    found = account([_closed("2016-03-02")], "PER", "VNM")
    assert (found.ties, found.denied) == ((), ())
    (tie,) = found.past
    assert _spans(tie) == [(None, "2016-03-02", 0)]


def test_a_report_after_the_end_is_a_stretch_of_its_own() -> None:
    tie = _tie(_said(OPENED, "2010"), _closed("2016-03-02"), _said(STANDS, None, "2023-01-01"))
    assert _spans(tie) == [("2010", "2016-03-02", 1), (None, None, 1)]
    assert stands(tie, date(2023, 1, 1))
    assert not stands(tie, date(2018, 1, 1))


@pytest.mark.parametrize(("day", "standing"), [("2009", False), ("2012", True), ("2018", False), ("2022", True)])
def test_it_stands_inside_its_stretches_only(day: str, standing: bool) -> None:
    tie = _tie(_said(OPENED, "2010-05-01"), _closed("2016-03-02"), _said(OPENED, "2021-07"))
    end = from_iso(day).end
    assert end is not None
    assert stands(tie, end) is standing


def test_events_between_the_parties_begin_and_end_ties() -> None:
    event = {"type": "SANCTION", "standing": "asserted"}
    tie = _tie(_said(STANDS, "2012"), _said("Peru shut the mission.", "2016-03-02", **event))
    assert _spans(tie) == [(None, "2016-03-02", 1)]
    other = _said("Peru shut the mission.", "2016-03-02", recipient="LAO", **event)
    assert _spans(_tie(_said(STANDS, "2012"), other)) == [(None, None, 1)]
    planned = _said("Peru will close the mission.", "2026", **{**event, "standing": "planned"})
    assert _spans(_tie(_said(STANDS, "2012"), planned)) == [(None, None, 1)]


def test_several_reports_of_one_turn_are_one_turn() -> None:
    tie = _tie(_said(OPENED, "2010-05-01"), _said(OPENED, "2010-05-01", "2024-03-01"))
    assert _spans(tie) == [("2010-05-01", None, 2)]
    (stretch,) = tie.stretches
    assert stretch.begun is not None
    assert len(stretch.begun.reports) == 2


def test_what_closed_and_reopened_at_one_time_closed_first() -> None:
    words = "Peru's embassy in Hanoi was closed for some days in May 2016 and reopened."
    reopened = _said(words, "2016-05", type="COOPERATE")
    assert _spans(_tie(_said(STANDS, "2012"), _closed("2016-05"), reopened)) == [
        (None, "2016-05", 1),
        ("2016-05", None, 0),
    ]


def test_who_tells_of_the_end_tells_of_what_stood_before() -> None:
    words = "Peru broke off its relations with Vietnam in May 2020."
    document = an_article("Outlet", "2020-06-01", words)
    event = an_entry(document, words, "SANCTION", actor="PER", recipient="VNM", when="2020-05")
    held = an_entry(document, words, "diplomacy", actor="PER", recipient="VNM", when=Interval())
    (tie,) = ties(gathered([event, held]))
    assert _spans(tie) == [(None, "2020-05", 1)]
    assert not stands(tie, date(2020, 6, 1))
