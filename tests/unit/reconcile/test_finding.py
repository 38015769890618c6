from __future__ import annotations

from dragoman.reconcile import Finding, reconcile
from dragoman.records import Copy, Entry
from tests.factories import an_article, an_entry

VISIT = "President Herzog visited Azerbaijan."


def _visited(publisher: str, published: str, **more: object) -> Entry:
    document = an_article(publisher, published, VISIT)
    return an_entry(document, VISIT, "CONSULT", mode="visit", actor="ISR", recipient="AZE", when="2023-05-30", **more)


def test_three_reprints_and_one_according_to_it_are_one_origin_and_an_unrelated_outlet_makes_two():
    first = _visited("Maariv", "2023-05-30")
    reprints = [_visited(f"Outlet {day}", f"2023-06-{day:02}") for day in (1, 2, 3)]
    copies = [Copy(each.document.id, first.document.id, "near", 0.9) for each in reprints]
    pile = [first, *reprints, _visited("Haaretz", "2023-05-31", chain="Maariv:publisher")]
    assert {finding.origins for finding in reconcile(pile, copies)} == {1}
    pile.append(_visited("Report.az", "2023-05-31"))
    assert {finding.origins for finding in reconcile(pile, copies)} == {2}


def test_who_denies_does_not_support():
    pile = [_visited("Maariv", "2023-05-30"), _visited("Haaretz", "2023-05-31", standing="denied")]
    found = reconcile(pile, [])
    assert [finding.origins for finding in found] == [1, 1]
    assert len({finding.occurrence for finding in found}) == 1


def test_nothing_gives_nothing():
    assert reconcile([], []) == ()


def test_a_finding_says_which_statement_it_is_of():
    entry = _visited("Maariv", "2023-05-30")
    (found,) = reconcile([entry], [])
    assert found == Finding(
        entry.statement.id, found.occurrence, 1, "event|CONSULT|visit|ISR|>|AZE", entry.document.id, "Maariv"
    )
    assert found.occurrence.startswith("o1:")
