from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from dragoman.records import Span
from dragoman.web.pages.marking import marked, paragraphs
from tests.factories import a_document, a_span, a_statement
from tests.unit.web.made import says


def test_overlapping_statements_share_their_words() -> None:
    document = a_document("Israel, an ally, buys Azerbaijan's oil.")
    inner = says(document, a_span(document, "buys Azerbaijan's oil")).statement
    outer = says(document, a_span(document, document.text)).statement
    found = marked(paragraphs(document.text)[0], [(1, outer), (2, inner)])

    assert [(piece.text, piece.statements, piece.begins) for piece in found.pieces] == [
        ("Israel, an ally, ", (1,), (1,)),
        ("buys Azerbaijan's oil", (1, 2), (2,)),
        (".", (1,), ()),
    ]
    assert found.begins == (1, 2)


def test_words_are_marked_for_what_they_are_in_a_statement() -> None:
    document = a_document()
    found = marked(paragraphs(document.text)[0], [(1, a_statement(document))])
    roles = {piece.text: piece.roles for piece in found.pieces if piece.roles}

    assert roles == {
        "Azerbaijan": ("party",),
        "about 40 percent": ("figure",),
        "Israel": ("party",),
        "a Baku official": ("source",),
    }


def test_evidence_over_two_paragraphs_is_marked_in_both_and_begins_once() -> None:
    document = a_document("First words.\n\nLast words.")
    statement = says(document, a_span(document, "words.\n\nLast")).statement
    found = [marked(each, [(1, statement)]) for each in paragraphs(document.text)]

    assert [[piece.text for piece in each.pieces if piece.statements] for each in found] == [["words."], ["Last"]]
    assert [each.begins for each in found] == [(1,), ()]


def test_lines_are_paragraphs_unless_they_are_wrapped() -> None:
    wrapped = "Azerbaijan and Israel\nhave met in Baku and\nwill meet again.\n\nThat is all."
    lines = "Azerbaijan and Israel met.\nThey will meet again.\nThat is all."

    assert [each.text for each in paragraphs(wrapped)] == [wrapped.partition("\n\n")[0], "That is all."]
    assert [each.text for each in paragraphs(lines)] == lines.split("\n")


@given(st.text(alphabet="ab. \n\tə😀", max_size=300))
def test_paragraphs_lie_in_the_text_and_leave_out_only_white_space(text: str) -> None:
    found = paragraphs(text)

    assert all(text[each.start : each.end] == each.text for each in found)
    assert "".join("".join(each.text.split()) for each in found) == "".join(text.split())
    assert [each.start for each in found] == sorted(each.start for each in found)


@given(
    st.text(alphabet="ab. \nə😀", min_size=12, max_size=60),
    st.lists(st.tuples(st.integers(0, 12), st.integers(1, 40)), max_size=6),
)
def test_pieces_are_the_paragraph(text: str, places: list[tuple[int, int]]) -> None:
    document = a_document(text)
    spans = [Span.of(text, start, min(start + length, len(text))) for start, length in places if start < len(text)]
    statements = [says(document, span).statement for span in spans]
    numbered = list(enumerate(statements, 1))

    for paragraph in paragraphs(text):
        found = marked(paragraph, numbered)
        assert "".join(piece.text for piece in found.pieces) == paragraph.text
        at = paragraph.start
        for piece in found.pieces:
            for number, statement in numbered:
                covers = statement.evidence.start <= at and at + len(piece.text) <= statement.evidence.end
                assert (number in piece.statements) == covers
            at += len(piece.text)


def test_a_paragraph_without_end_is_cut() -> None:
    text = "word " * 5000

    assert max(len(each.text) for each in paragraphs(text)) <= 6000
    assert "".join(each.text for each in paragraphs(text)) == text


def test_a_long_line_is_taken_for_what_it_is_soon() -> None:
    begun = time.process_time()

    assert len(paragraphs("a b " * 25_000)) == 17
    assert time.process_time() - begun < 1


def test_many_statements_of_a_paragraph_are_marked_soon() -> None:
    said = "Peru left. "
    document = a_document(said * 500)
    spans = [Span.of(document.text, at, at + 10) for at in range(0, len(document.text), len(said))]
    numbered = [(number, says(document, each).statement) for number, each in enumerate(spans)]
    begun = time.process_time()
    found = marked(Span(0, len(document.text), document.text), numbered)

    assert found.begins == tuple(range(500))
    assert time.process_time() - begun < 0.5
