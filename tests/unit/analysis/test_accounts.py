from __future__ import annotations

from datetime import date
from random import Random

import pytest

from dragoman.analysis import account
from dragoman.errors import InvalidValue
from dragoman.records import Interval, Standing
from dragoman.records.dates import year
from tests.factories import a_figure, an_article, an_entry

OIL = "Azerbaijan supplies 40 percent of Israel's oil imports, or 20 percent."


def _oil(publisher: str = "Haaretz", published: str = "2023-07-13", **more: object):
    return an_entry(an_article(publisher, published, OIL), OIL, **more)


def test_a_mediator_and_one_of_the_parties_are_a_pair_and_others_are_passed_over():
    mediation = _oil(type="mediation", recipient="TUR;ISR")
    found = account([mediation, _oil(recipient="TUR")], "ISR", "AZE")
    assert found.entries == (mediation,)
    assert [tie.channel for tie in found.ties] == ["mediation"]


def test_two_parties_are_needed():
    with pytest.raises(InvalidValue):
        account([], "AZE", "AZE")


def test_the_day_is_that_of_the_latest_publication_and_never_today():
    assert account([_oil(), _oil(published="2025-11")], "AZE", "ISR").as_of == date(2025, 11, 30)
    assert account([], "AZE", "ISR").as_of is None


def test_what_is_dated_after_it_was_recorded_tells_no_day_unless_all_is():
    of_today, wrong = _oil(), _oil(published="2999")
    assert account([of_today, wrong], "AZE", "ISR").as_of == date(2023, 7, 13)
    assert account([wrong], "AZE", "ISR").as_of == date(2999, 12, 31)


def test_the_order_of_entries_does_not_matter():
    pile = [_oil(f"Outlet {n}", f"2023-07-{n + 1:02}", standing=s) for n, s in enumerate(Standing)]
    turned = list(pile)
    Random(1).shuffle(turned)
    assert account(turned, "AZE", "ISR") == account(pile, "AZE", "ISR")


def test_a_statement_given_twice_counts_once():
    assert len(account([_oil(), _oil()], "AZE", "ISR").entries) == 1


def test_only_what_is_asserted_makes_a_tie():
    for standing in set(Standing) - {Standing.ASSERTED}:
        found = account([_oil(standing=standing.value)], "AZE", "ISR")
        assert (found.ties, found.past, found.single) == ((), (), ())


def test_a_tie_of_a_period_that_is_over_is_past():
    found = account([_oil(when=year(2016))], "AZE", "ISR")
    assert (len(found.ties), len(found.past)) == (0, 1)
    then = account([_oil(when=year(2016))], "AZE", "ISR", as_of=date(2016, 6, 1))
    assert (len(then.ties), len(then.past)) == (1, 0)


def test_an_embassy_opened_one_month_still_stands_years_later_unless_its_end_is_told():
    opened = _oil(type="diplomacy", when="2023-03")
    assert account([opened], "AZE", "ISR", as_of=date(2026, 1, 1)).ties
    closed = _oil(type="diplomacy", when=Interval(end=date(2020, 1, 1), basis="stated"))
    assert account([closed], "AZE", "ISR", as_of=date(2026, 1, 1)).past


def test_an_undated_tie_is_not_known_to_stand_before_it_was_written_of():
    assert not account([_oil()], "AZE", "ISR", as_of=date(2010, 1, 1)).ties


def test_an_event_after_the_day_is_left_out_and_listed():
    visit = _oil(type="CONSULT", when="2023-07-13")
    found = account([visit], "AZE", "ISR", as_of=date(2020, 1, 1))
    assert found.timeline == ()
    assert found.later == (visit,)


def test_a_tie_holds_its_figures_side_by_side_and_its_denials_and_others():
    article = an_article("Haaretz", "2023", OIL)
    figures = [a_figure(article, "40 percent", 40.0, 40.0, of="oil imports", whose="ISR")]
    more = [a_figure(article, "20 percent", 20.0, 20.0, of="the oil imports", whose="ISR")]
    pile = [
        an_entry(article, OIL, figures=figures),
        an_entry(article, OIL, figures=more),
        _oil(standing="denied"),
        _oil(standing="planned"),
    ]
    (tie,) = account(pile, "AZE", "ISR").ties
    (figure,) = tie.figures
    assert (figure.low, figure.high, len(figure.reports)) == (20.0, 40.0, 2)
    assert figure.differs
    assert [entry.statement.standing.value for entry in (*tie.denied, *tie.others)] == ["denied", "planned"]
    assert tie.first == tie.last == year(2023)


def test_what_rests_on_one_origin_is_listed_and_what_was_not_reconciled_is_not():
    one = [_oil("A", origins=1, occurrence="o1:a"), _oil("B", origins=1, occurrence="o1:a")]
    assert len(account(one, "AZE", "ISR").single) == 1
    assert len(account([_oil("A"), _oil("B")], "AZE", "ISR").single) == 0
    two = [_oil("A", origins=2, occurrence="o1:a"), _oil("B", origins=2, occurrence="o1:a")]
    assert len(account(two, "AZE", "ISR").single) == 0


def test_everything_said_can_be_found_again():
    pile = [_oil(standing=standing.value, type=type_) for standing in Standing for type_ in ("energy", "CONSULT")]
    found = account(pile, "AZE", "ISR")
    kept = {entry for tie in (*found.ties, *found.past) for entry in tie.occurrence.entries}
    kept |= {entry for row in (*found.timeline, *found.ahead) for entry in row.reports}
    kept |= {entry for each in found.denied for entry in each.entries}
    assert kept | set(found.later) == set(found.entries)


def test_of_very_much_what_was_published_last_is_told():
    pile = [_oil(f"Outlet {n}", f"2023-07-{n + 1:02}", type="arms" if n else "energy") for n in range(9)]
    found = account(pile, "AZE", "ISR", most=3)

    # The three last, and the first report of each tie.
    assert [entry.document.publisher for entry in found.entries] == [f"Outlet {n}" for n in (0, 1, 6, 7, 8)]
    assert found.whole is not None
    assert (found.whole.statements, found.whole.first, found.whole.last) == (9, date(2023, 7, 7), date(2023, 7, 9))
    assert {each.channel: each.reports for each in found.whole.ties.values()} == {"energy": 1, "arms": 8}
    assert account(pile, "AZE", "ISR", most=9).whole is None


def test_of_very_much_what_was_published_about_a_day_is_told():
    pile = [_oil(f"Outlet {n}", f"2023-07-{n + 1:02}", type="CONSULT", kind="event") for n in range(9)]

    def told(day: date) -> list[str | None]:
        return [each.document.publisher for each in account(pile, "AZE", "ISR", as_of=day, most=3).entries]

    assert told(date(2023, 7, 5)) == ["Outlet 2", "Outlet 3", "Outlet 4"]
    assert told(date(2023, 7, 1)) == ["Outlet 0", "Outlet 1", "Outlet 2"]


def test_a_tie_that_ended_before_what_is_told_does_not_stand():
    ended = "Azerbaijan closed its embassy in Israel."
    closing = {"type": "diplomacy", "occurrence": "t", "standing": "denied", "when": "2016-03-02"}
    end = an_entry(an_article("A", "2023-01-05", ended), ended, **closing)
    embassy = [_oil(f"Outlet {n}", "2023-01-01", type="diplomacy", occurrence="t", when="2012") for n in range(2)]
    talks = [_oil(f"Outlet {n}", "2023-07-01", type="CONSULT", kind="event") for n in range(4)]
    whole, told = (account([*embassy, end, *talks], "AZE", "ISR", most=most) for most in (None, 4))

    assert [len(each.ties) for each in (whole, told)] == [0, 0]
    assert [len(each.past) for each in (whole, told)] == [1, 1]


def test_what_rests_on_more_origins_than_are_told_rests_on_more_than_one():
    pile = [_oil(f"Outlet {n}", f"2023-07-{n + 1:02}", occurrence="t", origins=3) for n in range(3)]

    assert account(pile, "AZE", "ISR", most=1).single == ()


def test_a_notebook_shows_its_parts_as_tables():
    found = account([_oil(when=year(2023)), _oil("Courier", standing="planned")], "AZE", "ISR")
    assert repr(found) == "<Account of AZE, ISR: 2 statements>"
    assert [*found.frames] == ["ties", "past", "timeline", "disputes", "ahead", "voices", "one_origin"]
    ((line, *_), (ahead, *_)) = found.frames["timeline"], found.frames["ahead"]
    assert (line["type"], line["actor"], line["recipient"], line["from"]) == ("energy", "AZE", "ISR", date(2023, 1, 1))
    assert ahead["standing"] == "planned"
    assert [row["name"] for row in found.frames["voices"]] == ["Courier", "Haaretz"]
    assert "<h4>timeline</h4>" in found._repr_html_()
