from __future__ import annotations

import sys

import pytest

from dragoman.analysis import account
from dragoman.brief import compose, pdf
from dragoman.brief.as_pdf import markup
from dragoman.brief.brief import Brief
from dragoman.errors import MissingExtra
from tests.factories import an_article, an_entry

TRICKY = 'Azerbaijan #panic("supplies") *oil* \\ $x$ <note-9> [to] Israel.'


def _brief(text: str = TRICKY) -> Brief:
    document = an_article("Paper", "2023-07-13", text)
    return compose(account([an_entry(document, text)], "AZE", "ISR"))


def _words(content: bytes) -> str:
    pypdfium2 = pytest.importorskip("pypdfium2")
    document = pypdfium2.PdfDocument(content)
    return " ".join(page.get_textpage().get_text_range() for page in document)


def test_what_documents_say_is_words_and_never_markup() -> None:
    words = " ".join(_words(pdf(_brief())).split())
    assert TRICKY in words
    assert "Azerbaijan and Israel" in words


def test_each_footnote_is_written_once_where_it_is_first_called() -> None:
    text = markup(_brief())
    assert text.count("#footnote[") == 1
    assert text.index("#footnote[") < text.index("link(<call-1>)")


def test_the_same_brief_is_the_same_bytes() -> None:
    assert pdf(_brief()) == pdf(_brief())


def test_without_typst_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(MissingExtra, match=r"dragoman\[pdf\]"):
        pdf(_brief())
