from __future__ import annotations

from dragoman.analysis import changes
from dragoman.brief.differences import differences
from dragoman.records import Entry
from tests.factories import an_article, an_entry


def _told(*pile: Entry) -> list[str]:
    return [sentence for _, sentence in differences(changes([], pile))]


def _entry(publisher: str, words: str, type_: str, **more: object) -> Entry:
    return an_entry(an_article(publisher, "2024-05-01", words), words, type_, **more)


def test_a_tie_has_the_time_that_all_its_reports_give_and_no_other() -> None:
    once = [_entry(each, "Israel sold it.", "arms", actor="ISR", recipient="AZE", when="2020") for each in "AB"]
    assert _told(*once)[0].startswith("New: Israel supplied arms to Azerbaijan, in 2020 (2 reports")
    for other in ({}, {"when": "2012"}):
        more = _entry("C", "Israel sold it.", "arms", actor="ISR", recipient="AZE", **other)
        assert _told(*once, more)[0].startswith("New: Israel supplies arms to Azerbaijan (3 reports")


def test_an_event_has_the_most_exact_time() -> None:
    told = [
        _entry(publisher, "They met.", "CONSULT", when=when, occurrence="o1:1")
        for publisher, when in (("A", "2024"), ("B", "2024-04-30"))
    ]
    assert _told(*told)[0].startswith("New: Azerbaijan held talks with Israel, on 30 April 2024")
