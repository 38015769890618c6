from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from time import process_time

from dragoman.analysis import quantities
from tests.unit.analysis.test_comparison import reported


def test_figures_side_by_side_with_their_conflicts() -> None:
    forty = reported(40)
    again = reported(40, published="2023-05-02")
    twenty = reported(20, published="2023-05-03")
    old = reported(30, when="2019", published="2023-05-04")
    listed = [forty, again, twenty, old]
    (found,) = quantities(with_quantity(each) for each in listed)

    assert (found.type, found.actor, found.recipient, found.unit_kind) == ("energy", ("AZE",), ("ISR",), "share")
    assert [each.quantity.low for each in found.reports] == [30, 40, 40, 20]
    assert [(one.quantity.low, other.quantity.low) for one, other in found.conflicts] == [(40, 20), (40, 20)]
    assert found.apparent == {"period": 2}


def test_kinds_of_units_stay_apart() -> None:
    found = quantities(
        with_quantity(each) for each in (reported(40), reported(7, unit="tonne"), reported(7, type="arms"))
    )
    kinds = sorted((each.type, each.unit_kind) for each in found)
    assert kinds == [("arms", "share"), ("energy", "mass"), ("energy", "share")]


def test_nothing_gives_nothing() -> None:
    assert quantities([]) == ()


def with_quantity(report: object) -> object:
    entry = report.entry  # type: ignore[attr-defined]
    return replace(entry, statement=replace(entry.statement, quantities=(report.quantity,)))  # type: ignore[attr-defined]


def test_one_statement_with_two_figures_contradicts_nobody() -> None:
    forty = reported(40)
    statement = replace(forty.entry.statement, quantities=(forty.quantity, reported(30).quantity))
    (found,) = quantities([replace(forty.entry, statement=statement)])

    assert [each.quantity.low for each in found.reports] == [40, 30]
    assert found.conflicts == ()


def test_reports_that_contradict_each_other_through_others_are_together() -> None:
    for seed in range(60):
        among = Random(seed)
        entries = []
        for number in range(among.randint(2, 7)):
            figures = [reported(10 * among.randint(1, 3)) for _ in range(among.randint(1, 3))]
            entry = reported(1, published=f"2023-05-0{number + 1}").entry
            told = tuple(each.quantity for each in figures)
            entries.append(replace(entry, statement=replace(entry.statement, quantities=told)))
        [found] = quantities(entries)

        groups: list[set[int]] = []
        for pair in found.conflicts:
            both = {id(each) for each in pair}
            groups = [
                *(each for each in groups if not each & both),
                both.union(*(each for each in groups if each & both)),
            ]
        assert {frozenset(id(each) for each in group) for group in found.contradicting} == {*map(frozenset, groups)}
        place = {id(each): number for number, each in enumerate(found.reports)}
        places = [[place[id(each)] for each in group] for group in found.contradicting]
        assert places == sorted(sorted(each) for each in places)
        against = {id(each) for each, others in zip(found.reports, found.against, strict=True) if others}
        assert {id(each) for group in found.contradicting for each in group} == against
        assert found.contested == tuple(bool(others) for others in found.against)


def test_what_very_many_report_is_compared_by_what_they_say() -> None:
    days = [date(2020, 1, 1) + timedelta(number) for number in range(1_500)]
    entries = [with_quantity(reported(number % 100, published=day.isoformat())) for number, day in enumerate(days)]
    begun = process_time()
    [found] = quantities(entries)
    together = found.contradicting

    assert process_time() - begun < 10
    assert [len(each) for each in together] == [1_500]


def test_each_figure_of_a_statement_has_its_own_conflicts() -> None:
    forty, twenty = reported(40), reported(20, published="2023-05-03")
    statement = replace(forty.entry.statement, quantities=(forty.quantity, reported(30).quantity))
    two = replace(forty.entry, statement=statement)
    thirty = reported(30, published="2023-05-02")
    (found,) = quantities([two, with_quantity(thirty), with_quantity(twenty)])

    told = {
        (each.entry.statement.id, each.quantity.low): tuple(other.entry.statement.id for other in against)
        for each, against in zip(found.reports, found.against, strict=True)
    }
    first, second, third = (each.statement.id for each in (two, with_quantity(thirty), with_quantity(twenty)))
    assert told == {
        (first, 40.0): (second, third),
        (first, 30.0): (third,),
        (second, 30.0): (first, third),
        (third, 20.0): (first, second),
    }
