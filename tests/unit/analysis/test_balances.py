from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis import balance, balances, network
from dragoman.errors import InvalidValue
from dragoman.records import Entry
from tests.factories import an_article, an_entry
from tests.unit.analysis.nets import entries
from tests.unit.analysis.test_network import TIES

FRIENDS = entries("A -> B alliance", "B -> C alliance", "A -> C alliance", published="2021-03-01")


def _told(words: str, type_: str, when: str, **more: str) -> Entry:
    return an_entry(an_article("Paper", "2024-05-01", words), words, type_, when=when, **more)


def test_three_friends_fall_out_by_hand() -> None:
    """2021: three friends. 2023: A and B are also foes, so that their side has no one sign."""
    found = balances([*FRIENDS, *entries("A -> B hostility", published="2023-06-01")])
    assert [(each.start.year, str(each.day), each.balance.share, len(each.shifts)) for each in found.periods] == [
        (2021, "2021-12-31", 1.0, 0),
        (2022, "2022-12-31", 1.0, 0),
        (2023, "2023-06-01", None, 1),
    ]
    (shift,) = found.shifts
    assert (shift.parties, shift.before, shift.after) == (("A", "B", "C"), "balanced", "open")
    (side,) = shift.sides
    assert (side.between, side.before, side.after) == (("A", "B"), "+", "±")
    assert [link.channel for link in side.came] == ["hostility"]
    assert side.went == ()


def test_a_triad_that_was_none_has_the_sides_that_had_no_sign() -> None:
    """A and C are friends of B; in 2022 they come to be foes of each other."""
    known = [*FRIENDS[:2], *entries("A -> C hostility", published="2022-02-01")]
    (shift,) = balances(known).shifts
    assert (shift.before, shift.after) == (None, "strained")
    assert [(side.between, side.before, side.after) for side in shift.sides] == [(("A", "C"), "0", "-")]


def test_what_began_in_so_many_words_is_told_and_what_reports_only_reach_is_not() -> None:
    told = _told("A and C began a partnership in May 2023.", "alliance", "2023-05", actor="A", recipient="C")
    began, reached = (
        balances([*FRIENDS[:2], *entry], since=date(2022, 1, 1), until=date(2023, 12, 31)).shifts[0].sides[0]
        for entry in ([told], entries("A -> C alliance", published="2023-05-01"))
    )
    assert (began.came[0].channel, reached.came[0].channel) == ("alliance", "alliance")
    assert (began.told, reached.told) == (True, False)


def test_what_is_not_reported_any_more_went() -> None:
    """Trade of 2021 alone: from 2022 on nothing is said of A and C."""
    trade = _told("A traded with C.", "trade", "2021", actor="A", recipient="C")
    found = balances([*FRIENDS[:2], trade], since=date(2021, 1, 1), until=date(2022, 12, 31))
    (shift,) = found.shifts
    assert (shift.before, shift.after) == ("balanced", None)
    (side,) = shift.sides
    assert (side.before, side.after, [link.channel for link in side.went]) == ("+", "0", ["trade"])
    (row,) = found.changes()
    assert (row["period"], row["state_after"], row["went"], row["came"]) == ("2022", None, trade.statement.id, "")


def test_periods_end_on_their_last_days_and_the_last_one_on_the_day_given() -> None:
    found = balances(FRIENDS, since=date(2021, 2, 10), until=date(2021, 8, 15), period="quarter")
    rows = [*found.table()]
    assert [(row["period"], str(row["day"]), row["triads"]) for row in rows] == [
        ("2021-Q1", "2021-03-31", 1),
        ("2021-Q2", "2021-06-30", 1),
        ("2021-Q3", "2021-08-15", 1),
    ]


def test_the_earlier_day_comes_first() -> None:
    with pytest.raises(InvalidValue, match="2020-01-01 is before 2021-01-01"):
        balances(FRIENDS, since=date(2021, 1, 1), until=date(2020, 1, 1))


def test_of_nothing_there_are_no_periods() -> None:
    assert balances([]).periods == ()


@settings(deadline=None)
@given(TIES, TIES, st.sampled_from(["month", "quarter", "year"]))
def test_each_period_is_the_balance_of_its_day_and_each_shift_is_in_its_signs(
    early: list[str], late: list[str], period: str
) -> None:
    known = [*entries(*early, published="2023-02-01"), *entries(*late, published="2023-11-01")]
    found = balances(known, since=date(2022, 12, 1), until=date(2023, 12, 31), period=period)  # type: ignore[arg-type]
    states: dict[tuple[str, str, str], str] = {}
    for each in found.periods:
        of = network(known, as_of=each.day)
        assert each.balance == balance(of)
        now = {triad.parties: triad.state for triad in each.balance.triads}
        if each is not found.periods[0]:
            assert {shift.parties for shift in each.shifts} == {
                parties for parties in {*states, *now} if states.get(parties) != now.get(parties)
            }
        for shift in each.shifts:
            assert (shift.before, shift.after) == (states.get(shift.parties), now.get(shift.parties))
            assert shift.sides
            assert all(side.after == of.signs.get(side.between, "0") for side in shift.sides)
            assert all(side.came or side.went for side in shift.sides)
        states = now
