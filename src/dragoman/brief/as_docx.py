"""A brief as a Word document; the only place here that knows python-docx."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from dragoman.brief.as_markdown import remark
from dragoman.brief.brief import Brief, Footnote, Item, Sentence

#: Word's archive has to say when each part was written; the same brief is the same bytes.
_WRITTEN = (1980, 1, 1, 0, 0, 0)
_LINK = RGBColor(0x1F, 0x4E, 0x79)


def docx(brief: Brief) -> bytes:
    """The brief as the bytes of a .docx file. Footnotes stand at the end; calls link to them and they link back."""
    return _Document(brief).content()


class _Document:
    """Counts calls and bookmarks, which Word wants numbered."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._document: Any = Document()
        self._calls: Counter[int] = Counter()
        self._bookmarks = count(1)

    def content(self) -> bytes:
        self._document.core_properties.title = self._brief.title
        self._document.core_properties.author = ""
        self._document.styles["Normal"].font.size = Pt(10.5)
        self._document.add_heading(self._brief.title, 0)
        self._sentence(self._document.add_paragraph(), self._brief.summary)
        for section in self._brief.sections:
            self._document.add_heading(section.heading, 1)
            self._sentence(self._document.add_paragraph(), section.lead)
            for item in section.items:
                self._item(item)
        if self._brief.footnotes:
            self._document.add_heading("Footnotes", 1)
        for note in self._brief.footnotes:
            self._footnote(note)
        return _frozen(self._document)

    def _item(self, item: Item) -> None:
        paragraph = self._document.add_paragraph(style="List Bullet")
        if item.under:
            paragraph.add_run(f"{item.under}: ").bold = True
        self._sentence(paragraph, item.sentence)
        if item.url:
            paragraph.add_run(f" {item.url}")
        for sentence in item.more:
            self._sentence(self._document.add_paragraph(style="List Bullet 2"), sentence)

    def _sentence(self, paragraph: Any, sentence: Sentence) -> None:
        for part in sentence.parts:
            paragraph.add_run(_plain(part.text))
            for note in part.notes:
                self._calls[note] += 1
                self._link(paragraph, f"[{note}]", f"note_{note}", name=f"call_{note}_{self._calls[note]}")

    def _footnote(self, note: Footnote) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(3)
        self._mark(paragraph, paragraph.add_run(f"{note.number}. "), f"note_{note.number}")
        for words, italic in _told(note):
            paragraph.add_run(_plain(words)).italic = italic
        for call in range(1, self._calls[note.number] + 1):
            self._link(paragraph, " ↩", f"call_{note.number}_{call}")
        for run in paragraph.runs:
            run.font.size = Pt(8.5)

    def _link(self, paragraph: Any, words: str, to: str, *, name: str | None = None) -> None:
        """Words that lead to a bookmark, and are one themselves if they have a name."""
        run = paragraph.add_run(words)
        run.font.color.rgb = _LINK
        run.font.superscript = name is not None
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), to)
        run._element.addprevious(link)
        link.append(run._element)
        if name is not None:
            self._mark(paragraph, link, name)

    def _mark(self, paragraph: Any, of: Any, name: str) -> None:
        element = getattr(of, "_element", of)
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        number = str(next(self._bookmarks))
        start.set(qn("w:id"), number)
        start.set(qn("w:name"), name)
        end.set(qn("w:id"), number)
        element.addprevious(start)
        element.addnext(end)


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
