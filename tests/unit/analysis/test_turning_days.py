from __future__ import annotations

from datetime import date

from dragoman.analysis.turning_days import together, turning_days
from dragoman.records import Outline, TurningDay


def an_outline(*days: tuple[date, date], channel: str = "energy", actor: str = "DZA", reports: int = 1) -> Outline:
    return Outline("one", channel, (actor,), ("ITA",), days, reports)


def test_a_tie_ends_on_the_day_after_the_last_on_which_it_stands() -> None:
    found = turning_days([an_outline((date(2019, 3, 1), date(2020, 12, 31)))])

    assert found == (
        TurningDay(date(2019, 3, 1), 1, 0),
        TurningDay(date(2021, 1, 1), 0, 1),
    )


def test_what_has_no_limit_changes_nothing_and_ties_of_a_day_are_counted_together() -> None:
    always, once = an_outline((date.min, date.max)), an_outline((date(2019, 3, 1), date.max))

    assert turning_days([always]) == ()
    assert turning_days([always, once, once]) == (TurningDay(date(2019, 3, 1), 2, 0),)


def test_what_nobody_asserts_or_has_no_code_is_in_no_network() -> None:
    days = (date(2019, 3, 1), date.max)

    assert turning_days([an_outline(days, reports=0), an_outline(days, actor="some rebels")]) == ()


def test_parts_are_told_as_the_whole() -> None:
    begun, ended = TurningDay(date(2019, 3, 1), 1, 0), TurningDay(date(2019, 3, 1), 0, 2)

    assert together([begun], [ended]) == (TurningDay(date(2019, 3, 1), 1, 2),)


def test_of_some_channels_only_their_days_are_told() -> None:
    days = (date(2019, 3, 1), date.max)

    assert turning_days([an_outline(days), an_outline(days, channel="arms")], {"arms"}) == (
        TurningDay(date(2019, 3, 1), 1, 0),
    )
    assert turning_days([an_outline(days)], {"arms"}) == ()
