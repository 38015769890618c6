from __future__ import annotations

from datetime import date

from dragoman.reconcile import occurrences, roots
from dragoman.records import Copy, Entry, Interval
from dragoman.records.dates import year
from tests.factories import an_article, an_entry

WORDS = "Israel and Azerbaijan met."
_published = iter(range(1, 10_000))


def _met(when: object, **more: object) -> Entry:
    published = more.pop("published", "2023-08-01")
    document = an_article(f"Outlet {next(_published)}", published, WORDS)
    content = {"type": "CONSULT", "actor": "ISR", "recipient": "AZE", **more}
    return an_entry(document, WORDS, when=when, **content)


def _together(*entries: Entry, copies: tuple[Copy, ...] = ()) -> list[int]:
    """For each entry the number of the first that shares its occurrence."""
    found = occurrences(entries, roots(entries, copies))
    ids = [found[entry.statement.id] for entry in entries]
    return [ids.index(each) for each in ids]


def test_days_up_to_three_apart_come_together():
    assert _together(_met("2023-07-13"), _met("2023-07-16"), _met("2023-07-17")) == [0, 0, 2]


def test_a_chain_of_days_does_not_grow_without_bound():
    month = [_met(f"2023-07-{day:02}") for day in range(1, 31)]
    assert len(set(_together(*month))) == 8


def test_a_month_or_year_joins_the_one_event_it_may_mean():
    assert _together(_met("2023-07-13"), _met("2023-07"), _met("2023")) == [0, 0, 0]


def test_a_year_that_may_mean_several_stays_alone():
    assert _together(_met("2023-05-30"), _met("2023-07-13"), _met("2023")) == [0, 1, 2]


def test_an_unknown_date_joins_a_single_candidate_only():
    assert _together(_met("2023-07-13"), _met(Interval())) == [0, 0]
    assert _together(_met("2023-07-13"), _met("2023-06-13"), _met(Interval())) == [0, 1, 2]


def test_an_unknown_date_is_no_date_of_long_ago():
    assert _together(_met("2008-07-13"), _met(Interval())) == [0, 1]


def test_what_happened_by_publication_joins_nothing_later():
    by = Interval(end=date(2023, 6, 1))
    assert _together(_met("2023-07-13"), _met(by)) == [0, 1]
    assert _together(_met("2023-05-30"), _met(by)) == [0, 0]


def test_undated_reports_come_together_when_published_within_a_month():
    entries = [_met(Interval(), published=day) for day in ("2023-07-01", "2023-07-20", "2024-07-01")]
    assert _together(*entries) == [0, 0, 2]


def test_talks_have_no_order_but_visits_have():
    there, back = _met("2023-07-13"), _met("2023-07-13", actor="AZE", recipient="ISR")
    assert _together(there, back) == [0, 0]
    visits = [_met("2023-07-13", mode="visit"), _met("2023-07-13", mode="visit", actor="AZE", recipient="ISR")]
    assert _together(*visits) == [0, 1]


def test_talks_of_the_very_day_of_a_visit_are_the_visit():
    visit, talks = _met("2023-07-13", mode="visit"), _met("2023-07-13", actor="AZE", recipient="ISR")
    assert _together(visit, talks) == [0, 0]
    assert _together(talks, visit) == [0, 0]
    assert _together(visit, _met("2023-07-14"), _met("2023-07")) == [0, 1, 1]


def test_talks_of_a_day_on_which_each_visits_the_other_are_neither_visit():
    there, back = _met("2023-07-13", mode="visit"), _met("2023-07-13", mode="visit", actor="AZE", recipient="ISR")
    assert _together(there, back, _met("2023-07-13")) == [0, 1, 2]


def test_an_attack_and_the_attack_in_return_are_two():
    there = _met("2023-07-13", type="ASSAULT")
    back = _met("2023-07-13", type="ASSAULT", actor="AZE", recipient="ISR")
    assert _together(there, back) == [0, 1]


def test_a_denial_is_about_the_same_occurrence():
    assert _together(_met("2023-07-13"), _met("2023-07-14", standing="denied")) == [0, 0]


def test_two_ministers_on_one_day_are_two_visits_and_no_name_joins_neither():
    gallant = _met("2023-07-13", mode="visit", actor="ISR:Yoav Gallant:defence minister")
    herzog = _met("2023-07-13", mode="visit", actor="ISR:Isaac Herzog:president")
    nameless = _met("2023-07", mode="visit")
    assert _together(gallant, herzog) == [0, 1]
    assert _together(gallant, nameless) == [0, 0]
    assert _together(gallant, herzog, nameless) == [0, 1, 2]


def test_a_reprint_is_dated_as_the_first_print():
    first = _met("2023-07-13", published="2023-07-14")
    again = _met("2023-07-27", published="2023-07-28")
    copy = Copy(again.document.id, first.document.id, "exact", 1.0)
    assert _together(first, again) == [0, 1]
    assert _together(first, again, copies=(copy,)) == [0, 0]


def test_ties_come_together_by_channel_and_sides_whatever_the_period():
    now = an_entry(an_article("A", "2023", WORDS), WORDS, "arms", actor="ISR", recipient="AZE")
    then = an_entry(an_article("B", "2024", WORDS), WORDS, "arms", actor="ISR", recipient="AZE", when=year(2016))
    back = an_entry(an_article("B", "2024", WORDS), WORDS, "arms")
    assert _together(now, then, back) == [0, 0, 2]


def test_mutual_ties_have_no_order():
    one = an_entry(an_article("A", "2023", WORDS), WORDS, "alliance")
    two = an_entry(an_article("B", "2023", WORDS), WORDS, "alliance", actor="ISR", recipient="AZE")
    assert _together(one, two) == [0, 0]
