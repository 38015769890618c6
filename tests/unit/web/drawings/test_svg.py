from __future__ import annotations

from dragoman.web.drawings.svg import element, linked


def test_texts_and_attributes_are_escaped() -> None:
    drawn = str(linked('/party/"><script>', "<b>", element("text", "<script>", class_="\"'>")))

    assert "<script>" not in drawn
    assert "<b>" not in drawn
    assert drawn.startswith('<a href="/party/&#34;&gt;&lt;script&gt;" aria-label="&lt;b&gt;">')


def test_what_is_nothing_is_left_out() -> None:
    assert str(element("g", class_=None, aria_label="x", x=1.0)) == '<g aria-label="x" x="1"></g>'
