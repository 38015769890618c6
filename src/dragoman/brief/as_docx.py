"""A brief as a Word document; with `docx_drawings` and `docx_footnotes` the only place here that knows python-docx."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from dragoman.brief.as_markdown import remark
from dragoman.brief.brief import Brief, Footnote, Item, Sentence
from dragoman.brief.docx_drawings import Drawings
from dragoman.brief.docx_footnotes import Footnotes

#: Word's archive has to say when each part was written; the same brief is the same bytes.
_WRITTEN = (1980, 1, 1, 0, 0, 0)
_LINK = RGBColor(0x1F, 0x4E, 0x79)


def docx(brief: Brief) -> bytes:
    """The brief as the bytes of a .docx file with live footnotes, each where it is first called.

    Its drawings are vectors; programs that show none are shown pictures, which are white if Typst is not installed."""
    return _Document(brief).content()


class _Document:
    """Writes each footnote where it is first called, and refers to that call from there on."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._document: Any = Document()
        self._footnotes = Footnotes(self._document)
        self._notes = {note.number: note for note in brief.footnotes}
        self._called: dict[int, int] = {}

    def content(self) -> bytes:
        self._document.core_properties.title = _plain(self._brief.title)
        self._document.core_properties.author = ""
        if self._brief.mark is not None:
            self._document.core_properties.keywords = str(self._brief.mark)
        self._document.styles["Normal"].font.size = Pt(10.5)
        self._document.add_heading(_plain(self._brief.title), 0)
        self._sentence(self._document.add_paragraph(), self._brief.summary)
        drawings = Drawings(self._document)
        for drawing in self._brief.drawings:
            drawings.add(drawing)
        for section in self._brief.sections:
            self._document.add_heading(section.heading, 1)
            self._sentence(self._document.add_paragraph(), section.lead)
            for item in section.items:
                self._item(item)
        return _frozen(self._document)

    def _item(self, item: Item) -> None:
        paragraph = self._document.add_paragraph(style="List Bullet")
        if item.under:
            paragraph.add_run(f"{_plain(item.under)}: ").bold = True
        self._sentence(paragraph, item.sentence)
        if item.url:
            paragraph.add_run(_plain(f" {item.url}"))
        for sentence in item.more:
            self._sentence(self._document.add_paragraph(style="List Bullet 2"), sentence)

    def _sentence(self, paragraph: Any, sentence: Sentence) -> None:
        for part in sentence.parts:
            paragraph.add_run(_plain(part.text))
            for place, note in enumerate(part.notes):
                if place:
                    paragraph.add_run(", ").font.superscript = True
                self._call(paragraph, note)

    def _call(self, paragraph: Any, number: int) -> None:
        if number in self._called:
            _link(paragraph, str(self._called[number]), f"call_{number}")
            return
        call, footnote = self._footnotes.add(paragraph)
        self._called[number] = self._footnotes.count
        _mark(call, self._footnotes.count, f"call_{number}")
        for words, italic in _told(self._notes[number]):
            footnote.add_run(_plain(words)).italic = italic or None


def _link(paragraph: Any, words: str, to: str) -> None:
    """Words above the line that lead to a bookmark."""
    run = paragraph.add_run(words)
    run.font.color.rgb = _LINK
    run.font.superscript = True
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), to)
    run._element.addprevious(link)
    link.append(run._element)


def _mark(run: Any, number: int, name: str) -> None:
    """Make a run a bookmark."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), str(number))
    run._element.addprevious(start)
    run._element.addnext(end)


def _told(note: Footnote) -> Iterator[tuple[str, bool]]:
    """What a footnote says, with whether it is set apart."""
    yield f"{note.voices}, {note.published}", False
    if note.title:
        yield ", ", False
        yield note.title, True
    yield ": “" + " […] ".join(note.pieces) + "” ", False
    yield ", ".join(f"{each.id}{remark(each)}" for each in note.statements), False


def _plain(text: str) -> str:
    """Text without signs that XML cannot hold, on one line."""
    kept = "".join(sign if sign.isprintable() or sign.isspace() else "\ufffd" for sign in text)
    return kept.replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _frozen(document: Any) -> bytes:
    """The document with the same bytes whenever it is written."""
    written, frozen = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as read, ZipFile(frozen, "w") as archive:
        for info in read.infolist():
            entry = ZipInfo(info.filename, _WRITTEN)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, read.read(info))
    return frozen.getvalue()
