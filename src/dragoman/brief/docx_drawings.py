"""Drawings in a Word document: vectors for programs that show them, a picture for those that do not.

The vector hangs on the picture as Office does it ([MS-ODRAWXML] 2.1.1, `svgBlip`).
"""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from typing import Any, Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor

from dragoman.brief.brief import Drawing
from dragoman.brief.typesetting import string, typeset
from dragoman.errors import MissingExtra

_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_MAIN: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: The picture is as wide as the page of a brief has room for; Typst is asked for so many centimetres.
_WIDE: Final = 15.2
_BOX: Final = re.compile(r'viewBox="\S+ \S+ (\S+) (\S+)"')
_PNG: Final = b"\x89PNG\r\n\x1a\n"


class Drawings:
    """The drawings of a document, numbered from 1 in the order in which they are added."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._count = 0
        font = document.styles["Caption"].font
        font.size, font.bold, font.color.rgb = Pt(8.5), False, RGBColor(0x33, 0x33, 0x33)

    def add(self, drawing: Drawing) -> None:
        """Put a drawing at the end of the document, the words under it below."""
        self._count += 1
        section = self._document.sections[0]
        width = Emu(section.page_width - section.left_margin - section.right_margin)
        shape = self._document.add_picture(BytesIO(_picture(drawing)), width=width)
        told = shape._inline.docPr
        told.set("title", drawing.title)
        told.set("descr", drawing.caption)
        shape._inline.graphic.graphicData.pic.blipFill.find(qn("a:blip")).append(self._vector(drawing))
        self._document.add_paragraph(drawing.caption, style="Caption")

    def _vector(self, drawing: Drawing) -> Any:
        main = self._document.part
        name = PackURI(f"/word/media/drawing{self._count}.svg")
        part = Part(name, "image/svg+xml", drawing.svg.encode(), main.package)
        relation = main.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
        return parse_xml(
            f'<a:extLst xmlns:a="{_MAIN}" xmlns:r="{_RELATIONS}"><a:ext uri="{_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{relation}"/></a:ext></a:extLst>'
        )


def _picture(drawing: Drawing) -> bytes:
    """The drawing as PNG; where Typst is not installed, white in its shape."""
    image = f'#image(bytes({string(drawing.svg)}), format: "svg", width: 100%)'
    try:
        return typeset(f"#set page(width: {_WIDE}cm, height: auto, margin: 0pt)\n{image}\n", "png")
    except MissingExtra:
        return _white(*_size(drawing.svg))


def _size(svg: str) -> tuple[int, int]:
    """The width and the height that a drawing says of itself."""
    box = _BOX.search(svg)
    return (round(float(box[1])), round(float(box[2]))) if box is not None else (1, 1)


def _white(width: int, height: int) -> bytes:
    """A white PNG of that many dots, two colours a dot (RFC 2083)."""
    row = b"\x00" + b"\xff" * ((width + 7) // 8)
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(row * height, 9)), (b"IEND", b""))
    return _PNG + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
