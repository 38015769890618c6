from __future__ import annotations

from dragoman.analysis import one_a_day
from dragoman.records import Entry
from tests.factories import an_article, an_entry

WORDS = "Peru and Chile met."


def _met(publisher: str, when: str, **more: object) -> Entry:
    document = an_article(publisher, "2023-08-01", WORDS)
    return an_entry(document, WORDS, **{"type": "CONSULT", "actor": "PER", "recipient": "CHL", "when": when, **more})


def test_of_one_type_and_day_the_first_report_is_kept() -> None:
    first = _met("A", "2023-05-01")
    others = [_met("C", "2023-05-02"), _met("D", "2023-05-01", type="ACCUSE"), _met("E", "2023-05-01", actor="BOL")]
    assert list(one_a_day([first, _met("B", "2023-05-01"), *others])) == [first, *others]


def test_what_has_no_day_or_did_not_happen_is_left_out() -> None:
    assert not list(one_a_day([_met("A", "2023-05"), _met("B", "2023-05-01", standing="planned")]))
    assert not list(one_a_day([_met("A", "2023-05-01", type="energy")]))
