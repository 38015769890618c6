from __future__ import annotations

from dataclasses import replace

from dragoman.analysis import account
from dragoman.records.dates import year
from tests.factories import a_figure, an_article, an_entry

SHARE = "Azerbaijan supplies Israel with 40 percent of its oil."


def _share(low: float | None, high: float | None, publisher: str = "A", **more: object):
    document = an_article(publisher, more.pop("published", "2023"), SHARE)
    about = {"of": "oil imports", "whose": "ISR", **more.pop("about", {})}
    return an_entry(document, SHARE, figures=[a_figure(document, "40 percent", low, high, **about)], **more)


def _figures(*pile):
    return account(pile, "AZE", "ISR").figures


def test_numbers_that_cannot_both_hold_are_disputed():
    (found,) = _figures(_share(40, 40), _share(20, 20, "B"), _share(20, 40, "C"))
    assert [report.quantity.low for report in found.reports] == [40, 20]


def test_two_numbers_of_one_statement_are_no_dispute():
    both = _share(40, 40)
    statement = replace(both.statement, quantities=(*both.statement.quantities, *_share(20, 20).statement.quantities))
    assert not _figures(replace(both, statement=statement))


def test_bounds_that_overlap_are_not():
    assert not _figures(_share(40, 40), _share(30, None, "B"))
    assert not _figures(_share(40, 40, about={"approximate": True}), _share(37, 37, "B"))


def test_other_times_bases_and_owners_are_not():
    assert not _figures(_share(40, 40, when=year(2016)), _share(20, 20, "B", when=year(2023)))
    assert not _figures(_share(40, 40), _share(20, 20, "B", about={"of": "gas imports"}))
    assert not _figures(_share(40, 40), _share(20, 20, "B", about={"whose": "AZE"}))
    assert not _figures(_share(40, 40), _share(20, 20, "B", standing="predicted"))


def test_an_unknown_time_may_be_any():
    assert _figures(_share(40, 40, when=year(2016)), _share(20, 20, "B"))


def test_asserted_and_denied_is_a_dispute_unless_of_different_times():
    (found,) = account([_share(1, 1), _share(1, 1, "B", standing="denied")], "AZE", "ISR").disputed
    assert found.at_once
    old = _share(1, 1, "B", standing="denied", published="2011")
    (found,) = account([_share(1, 1), old], "AZE", "ISR").disputed
    assert not found.at_once


def test_a_denial_that_nobody_asserts_is_kept_apart():
    found = account([_share(1, 1, standing="denied")], "AZE", "ISR")
    assert (found.disputed, len(found.denied)) == ((), 1)
