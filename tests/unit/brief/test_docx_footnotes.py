from __future__ import annotations

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document

from dragoman.brief.docx_footnotes import Footnotes


def _parts(document: Any) -> dict[str, str]:
    written = BytesIO()
    document.save(written)
    with ZipFile(written) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}


def test_footnotes_are_a_part_that_calls_refer_to() -> None:
    document = Document()
    footnotes = Footnotes(document)
    for words in ("one", "two"):
        _, note = footnotes.add(document.add_paragraph("It is so"))
        note.add_run(words)
    parts = _parts(document)
    assert re.findall(r'footnoteReference w:id="(-?\d+)"', parts["word/document.xml"]) == ["1", "2"]
    assert re.findall(r'<w:footnote w:id="(-?\d+)"', parts["word/footnotes.xml"]) == ["-1", "0", "1", "2"]
    assert parts["word/footnotes.xml"].index("one") < parts["word/footnotes.xml"].index("two")
    assert "/word/footnotes.xml" in parts["[Content_Types].xml"]
    assert "footnotes.xml" in parts["word/_rels/document.xml.rels"]


def test_the_styles_are_those_that_word_knows() -> None:
    document = Document()
    _, note = Footnotes(document).add(document.add_paragraph())
    assert note.style is not None
    names = {style.name: style.style_id for style in document.styles}
    parts = _parts(document)
    assert f'w:pStyle w:val="{names["footnote text"]}"' in parts["word/footnotes.xml"]
    assert f'w:rStyle w:val="{names["footnote reference"]}"' in parts["word/document.xml"]


def test_it_opens_again() -> None:
    document = Document()
    Footnotes(document).add(document.add_paragraph("It is so"))
    written = BytesIO()
    document.save(written)
    assert [paragraph.text for paragraph in Document(written).paragraphs] == ["It is so"]
