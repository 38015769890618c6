from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from dragoman.ledger import Filters, Ledger, View
from dragoman.records import Reading, Span
from tests.factories import a_document
from tests.unit.web.made import says

TEXTS = {
    "turkish": "Türkiye’s ışık 🛢️ şirketi: Ankara said Türkiye would mediate.",
    "azerbaijani": "Azərbaycan Prezidenti İlham Əliyev Bakıda danışdı.",
    "marked": "\ufdd00\ufdd0 oil \ufdd01\ufdd0 oil <b>oil</b>",
    "hebrew": "נשיא המדינה ביקר בבאקו",
}


@pytest.fixture(scope="module")
def view() -> Iterator[View]:
    with Ledger.open(":memory:") as ledger:
        with ledger.writer() as writer:
            documents = [a_document(text, title=title) for title, text in TEXTS.items()]
            writer.add_many([Reading(each, (), "none") for each in documents], recorded="2024-05-01")
        with ledger.view() as opened:
            yield opened


def places(view: View, typed: str) -> dict[str | None, list[str]]:
    return {hit.document.title: [span.text for span in hit.spans] for hit in view.search(typed)}


def test_words_are_found_without_their_diacritics(view: View) -> None:
    assert places(view, "Turkiye") == {"turkish": ["Türkiye", "Türkiye"]}
    assert places(view, "prezidenti ilham") == {"azerbaijani": ["Prezidenti", "İlham"]}


def test_offsets_count_code_points_of_the_text(view: View) -> None:
    for hit in view.search("ankara"):
        assert [hit.document.text[span.start : span.end] for span in hit.spans] == ["Ankara"]


def test_other_scripts_are_found(view: View) -> None:
    assert places(view, "בבאקו") == {"hebrew": ["בבאקו"]}


def test_marks_that_stand_in_the_text_confuse_nothing(view: View) -> None:
    assert places(view, "oil") == {"marked": ["oil", "oil", "oil"]}


def test_a_title_is_found_too(view: View) -> None:
    assert places(view, "hebrew") == {"hebrew": []}


def test_the_limit_holds(view: View) -> None:
    assert len(list(view.search("a* ", limit=1))) == 1


def test_the_better_match_comes_first() -> None:
    once, often = (
        a_document("Oil and many other words about the sea."),
        a_document("Oil, oil, oil and nothing but oil here."),
    )
    with Ledger.open(":memory:") as ledger, ledger.writer() as writer:
        writer.add_many([Reading(each, (), "none") for each in (once, often)], recorded="2024-05-01")
        with ledger.view() as view:
            hits = list(view.search("oil"))
    assert [hit.document for hit in hits] == [often, once]
    assert hits[0].score > hits[1].score


@pytest.mark.parametrize(
    "typed", ['"', "a AND", "NEAR(", "title:", "*", "-", "(", "^x", "a\0b", "{a b}", "+", "a:b", "'"]
)
def test_whatever_is_typed_is_no_error(view: View, typed: str) -> None:
    assert isinstance(list(view.search(typed)), list)


def test_words_are_found_in_a_long_text_where_they_stand() -> None:
    text = (
        "Peru left Lima.\n"
        + "Chile stayed there, and so did Fiji. " * 3_000
        + "\nThe envoys left Lima again.\nPérú left."
    )
    with Ledger.open(":memory:") as ledger:
        with ledger.writer() as writer:
            writer.add(Reading(a_document(text, title="Togo"), (), "none"), recorded="2024-05-01")
        with ledger.view() as view:
            found = {typed: [hit.spans for hit in view.search(typed)] for typed in ("peru", '"left Lima"', "togo lim*")}

    assert [[text[each.start : each.end] for each in spans] for spans in found["peru"]] == [["Peru", "Pérú"]]
    assert [[each.text for each in spans] for spans in found['"left Lima"']] == [["left Lima"] * 2]
    assert [[each.text for each in spans] for spans in found["togo lim*"]] == [["Lima"] * 2]


def test_a_long_text_of_many_statements_is_written_and_found_in_soon() -> None:
    said = "Peru left Lima. "
    document = a_document("Chile " * 200_000 + said * 8_000, title="long")
    begins = range(len("Chile " * 200_000), len(document.text), len(said))
    statements = tuple(says(document, Span.of(document.text, at, at + len(said) - 1)).statement for at in begins)
    with Ledger.open(":memory:") as ledger:
        begun = time.process_time()
        with ledger.writer() as writer:
            writer.add(Reading(document, statements, "some"), recorded="2024-05-01")
        with ledger.view() as view:
            hits = list(view.search("lima"))
            told = view.facets(Filters(words="lima"), most=9_000)
            took = time.process_time() - begun

    assert len(hits[0].spans) == told.counts["standing"]["asserted"] == 8_000
    assert took < 6
