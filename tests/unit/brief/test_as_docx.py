from __future__ import annotations

import re
import sys
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
from docx import Document

from dragoman.analysis import account
from dragoman.brief import compose, docx
from tests.factories import an_article, an_entry

TRICKY = 'Azerbaijan supplies <w:p/> & "oil" to Israel, wrote שלום.'


def _content(text: str = TRICKY) -> bytes:
    document = an_article("Paper & Sons", "2023-07-13", text)
    return docx(compose(account([an_entry(document, text)], "AZE", "ISR")))


def _xml(content: bytes, part: str = "document") -> str:
    return ZipFile(BytesIO(content)).read(f"word/{part}.xml").decode()


def test_it_opens_and_holds_the_words() -> None:
    paragraphs = [paragraph.text for paragraph in Document(BytesIO(_content())).paragraphs]
    assert paragraphs[0] == "Azerbaijan and Israel"
    notes = " ".join(ElementTree.fromstring(_xml(_content(), "footnotes")).itertext())
    assert TRICKY in notes
    assert "Paper & Sons" in notes


def test_each_footnote_is_written_where_it_is_first_called() -> None:
    xml = _xml(_content())
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', xml) == ["1"]
    assert re.findall(r'<w:bookmarkStart w:id="1" w:name="(\w+)"', xml) == ["call_1"]
    assert set(re.findall(r'<w:hyperlink w:anchor="(\w+)"', xml)) == {"call_1"}
    assert xml.index("<w:footnoteReference") < xml.index("<w:hyperlink")


def test_calls_say_the_number_that_word_gives_the_footnote() -> None:
    first, second = (an_article(name, "2023-07-13", TRICKY) for name in ("Paper", "Post"))
    xml = _xml(docx(compose(account([an_entry(first, TRICKY), an_entry(second, TRICKY)], "AZE", "ISR"))))
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', xml) == ["1", "2"]
    links = re.findall(r'<w:hyperlink w:anchor="call_(\d+)">.*?<w:t>(\d+)</w:t>', xml)
    assert links
    assert all(anchor == number for anchor, number in links)


def test_the_same_brief_is_the_same_bytes() -> None:
    assert _content() == _content()


def test_signs_that_xml_cannot_hold_are_replaced() -> None:
    assert "oil\ufffd to Israel" in _xml(_content("Azerbaijan supplies oil\x01 to Israel."), "footnotes")


def _drawn(content: bytes) -> list[str]:
    return [name for name in ZipFile(BytesIO(content)).namelist() if name.startswith("word/media/")]


def test_drawings_are_vectors_with_a_picture_for_programs_that_show_none() -> None:
    content = _content()
    names = _drawn(content)
    assert {name.rsplit(".", 1)[1] for name in names} == {"svg", "png"}
    archive = ZipFile(BytesIO(content))
    for name in names:
        if name.endswith(".svg"):
            assert ElementTree.fromstring(archive.read(name)).tag.endswith("svg")
    assert _xml(content).count("asvg:svgBlip") == len(Document(BytesIO(content)).inline_shapes)
    assert "An arrow leads from giver to taker" in " ".join(p.text for p in Document(BytesIO(content)).paragraphs)


def test_without_typst_a_brief_in_word_has_its_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    content = _content()
    assert [name for name in _drawn(content) if name.endswith(".svg")]
    assert all(shape.height > 0 for shape in Document(BytesIO(content)).inline_shapes)
