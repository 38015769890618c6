from __future__ import annotations

from datetime import date, datetime

import pytest

from dragoman import brief
from dragoman.analysis import account, changes
from dragoman.errors import InvalidValue
from tests.factories import an_article, an_entry

TEXT = (
    "Chad supplies oil to Niger.",
    "Chad and Mali are partners.",
    "Niger opened an embassy in Mali.",
    "Chad met Togo.",
)
DOCUMENT = an_article("Paper", "2024-05-01", *TEXT)
ENTRIES = [
    an_entry(DOCUMENT, TEXT[0], actor="TCD", recipient="NER"),
    an_entry(DOCUMENT, TEXT[1], "alliance", actor="TCD", recipient="MLI"),
    an_entry(DOCUMENT, TEXT[2], "diplomacy", actor="NER", recipient="MLI"),
    an_entry(DOCUMENT, TEXT[3], "CONSULT", actor="TCD", recipient="TGO", when="2024-04-30"),
]


def test_everything_about_one_party() -> None:
    written = brief.markdown(brief.compose(account(ENTRIES, "TCD")))
    assert written.startswith("# Chad\n\nAs of 1 May 2024. 3 statements in 1 document speak of Chad: 3 asserted.")
    assert "Chad held talks with Togo" in written
    assert "embassy" not in written


def test_any_two_of_several() -> None:
    composed = brief.compose(account(ENTRIES, "TCD", "NER", "MLI"))
    assert composed.title == "Chad, Niger and Mali"
    assert len(composed.sections[0].items) == 3
    assert "Togo" not in brief.markdown(composed)


def test_a_channel_with_and_without_a_party() -> None:
    assert brief.compose(account(ENTRIES, channel="energy")).title == "Energy supply"
    composed = brief.compose(account(ENTRIES, "NER", channel="diplomacy"))
    assert composed.title == "Niger: embassies and recognition"
    assert [item.under for item in composed.sections[0].items] == ["Embassies and recognition"]


def test_what_opens_a_tie_of_a_channel_is_in_it() -> None:
    words = "Niger opened an embassy in Mali on 3 May 2023."
    document = an_article("Paper", "2024", words)
    opened = an_entry(document, words, "SUPPORT", actor="NER", recipient="MLI", when="2023-05-03")
    agreed = an_entry(DOCUMENT, TEXT[3], "CONSULT", actor="NER", recipient="MLI")
    assert account([opened, agreed], channel="diplomacy").entries == (opened,)


def test_it_begins_with_what_changed() -> None:
    composed = brief.compose(account(ENTRIES, "TCD"), since=date(2024, 1, 1), changes=changes([], ENTRIES[:1]))
    first = composed.sections[0]
    assert first.heading == "What changed since 1 January 2024"
    assert [item.sentence.text for item in first.items] == ["New: Chad supplies energy to Niger (1 report)."]
    assert first.items[0].sentence.notes == (1,)


def test_what_fell_since_is_told_even_if_nothing_is_left() -> None:
    fallen = brief.compose(account([], "TCD"), since=datetime(2024, 1, 1, 7, 5), changes=changes(ENTRIES[:1], []))
    (section,) = fallen.sections
    assert section.heading == "What changed since 1 January 2024, 07:05 UTC"
    assert [item.sentence.text for item in section.items] == [
        "No longer reported: Chad supplies energy to Niger (before: 1 report)."
    ]
    assert len(fallen.footnotes) == 1


def test_nothing_found_is_said() -> None:
    assert "Nothing was found about Peru" in brief.markdown(brief.compose(account(ENTRIES, "PER")))


def test_an_account_is_of_something_and_of_each_once() -> None:
    with pytest.raises(InvalidValue, match="give one of them"):
        account(ENTRIES)
    with pytest.raises(InvalidValue, match="give different ones"):
        account(ENTRIES, "TCD", "TCD")


def test_a_channel_of_which_nothing_is_said() -> None:
    written = brief.markdown(brief.compose(account(ENTRIES, channel="aid")))
    assert "Nothing was found about aid: no statement in these documents speaks of it." in written
