from __future__ import annotations

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


def test_paragraphs_are_numbered() -> None:
    assert [(each.paragraph, each.first) for each in sentences(TEXT)][:3] == [(0, True), (0, False), (1, True)]


def test_lines_broken_at_a_fixed_width_are_no_paragraphs() -> None:
    wrapped = "The minister said that the two countries would\nbuild a pipeline through the mountains, and that\n" * 4

    assert hard_wrapped(wrapped)
    assert len(list(paragraphs(wrapped))) == 1


def test_a_text_without_a_full_stop_is_cut() -> None:
    endless = "word " * 100_000

    assert max(len(each.span.text) for each in sentences(endless)) <= 1200
