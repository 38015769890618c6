from __future__ import annotations

from dragoman.analysis import account
from dragoman.brief.notes import Notes
from dragoman.brief.years import years
from dragoman.records import Entry
from tests.factories import an_article, an_entry


def _said(words: str, type_: str, when: str | None = None, **more: str) -> Entry:
    document = an_article(f"Paper {words}", "2025-06-01", words)
    content = {"actor": "IND", "recipient": "PAK", "standing": "asserted", **more}
    return an_entry(document, words, type_, **content, **({"when": when} if when else {}))


PILE = [
    _said("India struck Pakistan.", "ASSAULT", "2025-05-07"),
    _said("Pakistan struck India.", "ASSAULT", "2025-05-08", actor="PAK", recipient="IND"),
    _said("They signed.", "AGREE", "2024-03-01"),
    _said("India will strike.", "ASSAULT", "2026", standing="predicted"),
    _said("China and India talk with Pakistan.", "CONSULT", "2024-07-01", actor="CHN;IND"),
]


def _told(*parties: str) -> list[tuple[str | None, str]]:
    section = years(account(PILE, *parties), Notes())
    return [(item.under, item.sentence.text) for item in section.items]


def test_what_each_of_a_pair_did_to_the_other() -> None:
    assert _told("IND", "PAK") == [
        ("2024", "India towards Pakistan: 2 events of verbal cooperation; intensity 5."),
        ("2024", "Pakistan towards India: 2 events of verbal cooperation; intensity 5."),
        ("2025", "India towards Pakistan: 1 event of material conflict; intensity -9."),
        ("2025", "Pakistan towards India: 1 event of material conflict; intensity -9."),
    ]


def test_an_event_with_several_others_counts_once() -> None:
    assert _told("IND")[0] == ("2024", "India towards others: 2 events of verbal cooperation; intensity 5.")
    assert _told("IND", "PAK", "CHN")[0] == ("2024", "2 events of verbal cooperation; intensity 5.")


def test_without_an_event_it_says_so() -> None:
    section = years(account([], "IND", "PAK"), Notes())
    assert (section.lead.text, section.items) == ("No event between parties is asserted.", ())
