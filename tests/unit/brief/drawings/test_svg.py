from __future__ import annotations

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from dragoman.brief.drawings.svg import cut, drawing, element, label, told, words
from tests.unit.brief.drawings.marks import opened, texts, titles


def test_an_element_is_written_with_its_attributes() -> None:
    assert element("rect", x=1.04, y=-0.01, stroke_width=2.0, class_="a") == (
        '<rect x="1" y="0" stroke-width="2" class="a"/>'
    )
    assert element("g", "<a/>", "<b/>", id="<") == '<g id="&lt;"><a/><b/></g>'


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_text_of_well_formed_markup(text: str) -> None:
    drawn = drawing(text, text, 10, words(text, 0, 0), told("hostile", text, label(text, 1, 2, turn=30)))
    kept = "".join(sign if sign.isprintable() else " " if sign.isspace() else "\ufffd" for sign in text)
    assert texts(drawn) == [kept, kept]
    assert titles(drawn) == [kept]
    assert ElementTree.tostring(opened(drawn)).count(b"<svg") + ElementTree.tostring(opened(drawn)).count(b":svg ") == 1


def test_words_that_do_not_fit_are_cut_with_a_sign() -> None:
    assert cut("Israel", 100) == "Israel"
    assert cut("United Arab Emirates", 60, 12) == "United…"
    assert len(cut("United Arab Emirates", 0)) == 2
