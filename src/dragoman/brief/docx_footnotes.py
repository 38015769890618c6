"""Footnotes of a Word document, which python-docx has no words for: a part of its own, to which calls refer by number.

ECMA-376, part 1, 17.11.
"""

from __future__ import annotations

from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

#: The lines between text and footnotes are footnotes, too; Word looks for these.
_SEPARATORS: Final = {-1: "separator", 0: "continuationSeparator"}


class Footnotes:
    """The footnotes of a document, numbered from 1 in the order in which they are added."""

    def __init__(self, document: Any) -> None:
        self.count = 0
        self._root = parse_xml(f"<w:footnotes {nsdecls('w')}/>")
        for number, kind in _SEPARATORS.items():
            note, run = self._note(number), OxmlElement("w:r")
            note.set(qn("w:type"), kind)
            run.append(OxmlElement(f"w:{kind}"))
            note[0].append(run)
        self._text = _style(document, "footnote text", WD_STYLE_TYPE.PARAGRAPH)
        self._text.font.size = Pt(8.5)
        self._text.paragraph_format.space_after = Pt(3)
        self._call = _style(document, "footnote reference", WD_STYLE_TYPE.CHARACTER)
        self._call.font.superscript = True
        _declare(document.settings.element)
        main = document.part
        part = XmlPart(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, self._root, main.package)
        main.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    def add(self, paragraph: Any) -> tuple[Any, Any]:
        """Call a new footnote at the end of a paragraph: the run of the call, and the paragraph of the footnote."""
        self.count += 1
        call = paragraph.add_run(style=self._call)
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(self.count))
        call._element.append(reference)
        note: Any = Paragraph(self._note(self.count)[0], paragraph.part)
        note.style = self._text
        note.add_run(style=self._call)._element.append(OxmlElement("w:footnoteRef"))
        note.add_run(" ")
        return call, note

    def _note(self, number: int) -> Any:
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), str(number))
        note.append(OxmlElement("w:p"))
        self._root.append(note)
        return note


def _style(document: Any, name: str, kind: WD_STYLE_TYPE) -> Any:
    known = document.styles
    return known[name] if name in known else known.add_style(name, kind, builtin=True)


def _declare(settings: Any) -> None:
    """Name the separators in the settings, at the place that the schema has for them."""
    declared = OxmlElement("w:footnotePr")
    for number in _SEPARATORS:
        declared.append(OxmlElement("w:footnote", {qn("w:id"): str(number)}))
    settings.find(qn("w:compat")).addprevious(declared)
