from __future__ import annotations

from dataclasses import replace

from dragoman.analysis import account, quantities
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


def test_a_figure_without_a_time_is_of_when_it_was_published():
    assert _figures(_share(40, 40, when=year(2016)), _share(20, 20, "B", published="2016"))
    assert not _figures(_share(40, 40, when=year(2016)), _share(20, 20, "B"))


def test_what_conflicts_among_all_figures_is_disputed():
    piles = (
        [_share(40, 40), _share(20, 20, "B", about={"of": "the imports of oil", "whose": None})],
        [_share(40, 40, when=year(2023)), _share(20, 20, "B")],
        [_share(40, 40, standing="planned"), _share(20, 20, "B", standing="planned")],
        [_share(40, 40), _share(20, 20, "B", about={"of": "gas imports"}), _share(10, 10, "C", published="2016")],
    )
    for pile in piles:
        told = {
            frozenset(each.entry.document.publisher for each in pair)
            for one in quantities(pile)
            for pair in one.conflicts
        }
        assert [frozenset(each.entry.document.publisher for each in found.reports) for found in _figures(*pile)] == [
            *told
        ]


def test_numbers_of_two_bases_are_two_disputes():
    gas = {"of": "gas imports"}
    pile = [_share(40, 40), _share(20, 20, "B"), _share(40, 40, "C", about=gas), _share(20, 20, "D", about=gas)]
    assert [sorted(each.entry.document.publisher for each in found.reports) for found in _figures(*pile)] == [
        ["A", "B"],
        ["C", "D"],
    ]


def test_two_events_contradict_each_other_in_nothing_as_figures_tell():
    words = "Kenya expelled three Ugandan diplomats."

    def _expelled(publisher, number, occurrence):
        document = an_article(publisher, "2025-09-01", words)
        count = a_figure(document, "three Ugandan diplomats", number, number, unit="diplomat")
        about = {"actor": "KEN", "recipient": "UGA", "when": "2025-08-28", "occurrence": occurrence}
        return an_entry(document, words, "SANCTION", figures=[count], **about)

    one = [_expelled("A", 3, "o1:a"), _expelled("B", 5, "o1:a")]
    two = [_expelled("A", 3, "o1:a"), _expelled("B", 5, "o1:b")]
    assert quantities(one)[0].conflicts
    assert account(one, "KEN", "UGA").figures
    assert not quantities(two)[0].conflicts
    assert not account(two, "KEN", "UGA").figures


def test_asserted_and_denied_is_a_dispute_unless_of_different_times():
    (found,) = account([_share(1, 1), _share(1, 1, "B", standing="denied")], "AZE", "ISR").disputed
    assert found.at_once
    old = _share(1, 1, "B", standing="denied", published="2011")
    (found,) = account([_share(1, 1), old], "AZE", "ISR").disputed
    assert not found.at_once


def test_a_denial_that_nobody_asserts_is_kept_apart():
    found = account([_share(1, 1, standing="denied")], "AZE", "ISR")
    assert (found.disputed, len(found.denied)) == ((), 1)
