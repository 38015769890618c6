from __future__ import annotations

import time

import pytest
import sentencex

from dragoman.reading import sentences as places_of_sentences
from dragoman.reading.sentences import hard_wrapped, paragraphs, sentences

TEXT = (
    "Mr. Kim met the U.S. envoy on Jan. 3. He left 🙂 early.\n\n"
    "Azərbaycan və İran — “Barış. Evet,” dedi. Sonra gitti.\n"
)


def test_spans_are_the_text_they_name() -> None:
    for sentence in sentences(TEXT):
        assert TEXT[sentence.span.start : sentence.span.end] == sentence.span.text


def test_abbreviations_end_no_sentence() -> None:
    assert [each.span.text for each in sentences(TEXT)][:2] == [
        "Mr. Kim met the U.S. envoy on Jan. 3.",
        "He left 🙂 early.",
    ]


def test_may_is_no_abbreviation() -> None:
    text = "Norway will follow in May. Chad paid on 3 May. “Go,” it said. He left on Dec. 5. May 6 is a feast."
    assert [each.span.text for each in sentences(text)][:3] == [
        "Norway will follow in May.",
        "Chad paid on 3 May.",
        "“Go,” it said.",
    ]


def test_paragraphs_are_numbered() -> None:
    assert [(each.paragraph, each.first) for each in sentences(TEXT)][:3] == [(0, True), (0, False), (1, True)]


def test_lines_broken_at_a_fixed_width_are_no_paragraphs() -> None:
    wrapped = "The minister said that the two countries would\nbuild a pipeline through the mountains, and that\n" * 4

    assert hard_wrapped(wrapped)
    assert len(list(paragraphs(wrapped))) == 1


def test_a_text_without_a_full_stop_is_cut() -> None:
    endless = "word " * 100_000

    assert max(len(each.span.text) for each in sentences(endless)) <= 1200


def test_what_has_no_place_to_cut_is_cut_before_there_is_one_and_between_words() -> None:
    found = [
        each.span.text for each in sentences(f"{'Peru ' * 1_000}met Chile; Fiji did not. {'U.S.' * 1_000}; Peru did.")
    ]

    assert max(map(len, found)) <= 1200
    assert {word for each in found[:3] for word in each.split()} == {"Peru"}


def test_a_run_of_spaces_is_gone_through_once() -> None:
    begun = time.process_time()

    assert [each.span.text for each in sentences(f"Peru{' ' * 50_000}met Chile.")] == ["Peru", "met Chile."]
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    "text",
    [
        "The envoy of the United States, Amb. John Smith, met Kenya's minister.",
        "The bridge in Oman was opened by Eng. Ali Hassan on Monday.",
        "Bolivia sent its Dep. Minister Ana Paz to Lima.",
        "Mexico sent Lic. Juan Paz to Guatemala.",
        "Fiji was sued by Atty. Rosa Cruz of the Philippines.",
        "The prize was handed to Ms. Berg by the king of Norway.",
        "The ambassador of Fiji was received by H.E. Yusuf Ali in Oman.",
        "The order was signed by Maj.-Gen. Juan Paz of Chile.",
        "The talks between Peru and Chile began at 5 p.m. Monday in Lima.",
        "The talks between Peru and Chile began at 5 p.m. Lima time.",
        "The talks in Lima began at 5 p.m. and ended at 6 p.m. GMT.",
        "Kenya sold approx. 300 tonnes of tea to Egypt.",
        "Kenya sold max. 300 tonnes of tea to Egypt.",
        "Madrid, Nov 3 (EFE).- Spain and Portugal signed a pact.",
    ],
)
def test_what_is_cut_short_is_no_end(text: str) -> None:
    assert [each.span.text for each in sentences(text)] == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The talks in Lima began at 5 p.m.", "Chile's envoy came late."),
        ("The talks in Lima began at 5 p.m.", "This time Chile's envoy came."),
        ("The missile of Iran flew 300 km.", "20 people were hurt."),
        ("Kenya paid Egypt for the tea.", "al-Shabaab did not."),
        ("Kenya paid Egypt for the tea.", "- Egypt was late."),
    ],
)
def test_ends_stay_ends(first: str, second: str) -> None:
    assert [each.span.text for each in sentences(f"{first} {second}")] == [first, second]


def test_a_long_paragraph_is_cut_as_a_short_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“We will pay,” Ghana said. The U.S. Navy left Suva at 5 p.m. Monday (so Oslo says.) Peru met Mr. Paz. " * 40
    whole = list(sentences(text))
    monkeypatch.setattr(places_of_sentences, "PARAGRAPH", 1_000)
    monkeypatch.setattr(places_of_sentences, "PART", 700)
    monkeypatch.setattr(places_of_sentences, "UNSURE", 100)

    assert list(sentences(text)) == whole


@pytest.mark.parametrize("text", ["中国和秘鲁会谈。" * 4_000, "x " * 15_000, "Iran met and met and " * 1_500])
def test_no_more_of_a_paragraph_than_a_part_is_cut_at_once(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    given = list[int]()
    monkeypatch.setattr(places_of_sentences, "PARAGRAPH", 10_000)
    monkeypatch.setattr(places_of_sentences, "PART", 8_000)
    cut = sentencex.get_sentence_boundaries
    monkeypatch.setattr(
        sentencex, "get_sentence_boundaries", lambda code, part: given.append(len(part)) or cut(code, part)
    )
    found = list(sentences(text))

    assert max(given) <= places_of_sentences.PARAGRAPH
    assert sum(given) < 1.5 * len(text)
    assert "".join(each.span.text for each in found).replace(" ", "") == text.replace(" ", "")


def test_letters_of_one_word_end_no_sentence() -> None:
    text = "China will build a 3.7-billion-U.S. dollar port. An anti-U.S. Protest grew."
    assert [each.span.text for each in sentences(text)] == [
        "China will build a 3.7-billion-U.S. dollar port.",
        "An anti-U.S. Protest grew.",
    ]


def test_lines_before_items_are_not_broken_ones() -> None:
    items = "".join(f"- thanked Peru for its help with road number {number};\n" for number in range(8))

    assert not hard_wrapped(f"The Chilean side:\n{items}")
