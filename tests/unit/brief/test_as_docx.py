from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

from docx import Document

from dragoman.analysis import account
from dragoman.brief import compose, docx
from tests.factories import an_article, an_entry

TRICKY = 'Azerbaijan supplies <w:p/> & "oil" to Israel, wrote שלום.'


def _content(text: str = TRICKY) -> bytes:
    document = an_article("Paper & Sons", "2023-07-13", text)
    return docx(compose(account([an_entry(document, text)], "AZE", "ISR")))


def _xml(content: bytes) -> str:
    return ZipFile(BytesIO(content)).read("word/document.xml").decode()


def test_it_opens_and_holds_the_words() -> None:
    paragraphs = [paragraph.text for paragraph in Document(BytesIO(_content())).paragraphs]
    assert paragraphs[0] == "Azerbaijan and Israel"
    assert any(TRICKY in text and "Paper & Sons" in text for text in paragraphs)


def test_each_call_leads_to_its_footnote_and_back() -> None:
    xml = _xml(_content())
    marks = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="(\w+)"', xml)
    names = [name for _, name in marks]
    assert len({number for number, _ in marks}) == len(marks) == len(set(names))
    assert set(re.findall(r'<w:hyperlink w:anchor="(\w+)"', xml)) == set(names)
    assert {"note_1", "call_1_1"} <= set(names)


def test_the_same_brief_is_the_same_bytes() -> None:
    assert _content() == _content()


def test_signs_that_xml_cannot_hold_are_replaced() -> None:
    assert "oil\ufffd to Israel" in _xml(_content("Azerbaijan supplies oil\x01 to Israel."))
