from __future__ import annotations

from datetime import date

from dragoman.analysis import account
from dragoman.records import Interval
from dragoman.records.dates import month, year
from tests.factories import an_article, an_entry

MET = "Israel and Azerbaijan met."


def _said(**more: object):
    document = an_article(more.pop("publisher", "Haaretz"), "2024-01-01", MET)
    return an_entry(document, MET, **{"type": "CONSULT", "actor": "ISR", "recipient": "AZE", **more})


def _rows(*pile):
    return account(pile, "AZE", "ISR").timeline


def test_events_are_in_order_of_time_and_undated_ones_at_the_end():
    rows = _rows(_said(), _said(when="2023-07-13", type="AGREE"), _said(when="2011", type="REJECT"))
    assert [row.occurrence.type for row in rows] == ["REJECT", "AGREE", "CONSULT"]


def test_reports_of_one_event_are_one_row_at_the_most_exact_time():
    pile = [
        _said(when="2023", occurrence="o1:x"),
        _said(when="2023-07-13", occurrence="o1:x", publisher="B"),
        _said(when=Interval(end=date(2024, 1, 1)), occurrence="o1:x", publisher="C"),
    ]
    (row,) = _rows(*pile)
    assert row.interval.iso() == "2023-07-13"
    assert len(row.reports) == 3


def test_denials_have_their_own_row_and_forecasts_none():
    pile = [_said(when="2023", occurrence="o1:x", standing=each) for each in ("asserted", "denied", "predicted")]
    assert [row.standing.value for row in _rows(*pile)] == ["asserted", "denied"]


def test_ties_have_a_row_for_each_time_they_are_given():
    pile = [_said(type="mediation", when=when) for when in (year(2008), month(2010, 3), Interval())]
    assert [row.interval.iso() for row in _rows(*pile)] == ["2008", "2010-03"]
