"""Word files."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from dragoman.errors import UnreadableFile
from dragoman.intake import archives, limits
from dragoman.intake.byline import found_in
from dragoman.intake.draft import Draft
from dragoman.intake.encoding import normalise
from dragoman.intake.metadata import Metadata, tidy

if TYPE_CHECKING:
    from docx.table import Table

_XML: Final = (".xml", ".rels")
_BODY: Final = "word/document.xml"
#: Tables inside one another that are read.
_DEEPEST: Final = 5
#: Authors that a word processor writes by itself.
_NOBODY: Final = frozenset(
    {"python-docx", "microsoft office user", "user", "admin", "administrator", "windows user", "unknown"}
)


def parse(data: bytes, path: str) -> Draft:
    """The text of a Word file, a paragraph a line, a table row a line; title and author from its properties.

    Raises `UnreadableFile` if it is damaged, encrypted or declares entities, `TooLarge` if it unpacks to too much.
    """
    _check(data, path)
    # Imported here because piles without Word files need not wait for it.
    from docx import Document as open_docx
    from docx.opc.exceptions import OpcError

    try:
        document = open_docx(io.BytesIO(data))
    except (OpcError, KeyError, ValueError, SyntaxError, AttributeError) as error:
        raise UnreadableFile(path, f"The Word file is damaged ({error}); save it again as .docx.") from error
    text = normalise("\n".join(_lines(document.iter_inner_content(), _DEEPEST)))
    return Draft(text, _metadata(document.core_properties).over(found_in(text, text)))


def _check(data: bytes, path: str) -> None:
    """Unpacks every part that is XML within bounds, before a parser that builds trees sees it."""
    file = io.BytesIO(data)
    parts = archives.members(file, path, total=limits.NESTED_BYTES)
    for part in parts:
        if part.fault:
            raise UnreadableFile(path, f"A part of the Word file cannot be read. {part.fault}")
        if part.name.lower().endswith(_XML):
            _check_xml(archives.unpack(file, part, path), path)
    if all(part.name != _BODY for part in parts):
        raise UnreadableFile(
            path, "The file is a zip archive but no Word file; save it as .docx, or rename it to .zip."
        )


def _check_xml(xml: bytes, path: str) -> None:
    plain = xml.replace(b"\x00", b"")
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise UnreadableFile(path, "The Word file declares entities, which no word processor does; it is left alone.")


def _lines(blocks: Any, depth: int) -> Iterator[str]:
    for block in blocks:
        if not hasattr(block, "rows"):
            yield block.text
        elif depth:
            yield from _rows(block, depth)


def _rows(table: Table, depth: int) -> Iterator[str]:
    """Each row as one line, its cells divided by ` | `; a cell merged over several columns is given once, one merged
    over several rows in each.

    The library's own cells of a row stand in it once for each column that they are said to span, which may be billions.
    """
    from docx.table import _Cell

    above: dict[int, str] = {}
    for row in table._tbl.tr_lst:
        cells: list[str] = []
        column = row.grid_before
        for each in row.tc_lst:
            said = " ".join(" ".join(_lines(_Cell(each, table).iter_inner_content(), depth - 1)).split())
            cells.append(above.get(column, said) if each.vMerge == "continue" else said)
            above[column] = cells[-1]
            column += each.grid_span
        yield " | ".join(cells)


def _metadata(properties: Any) -> Metadata:
    author = tidy(properties.author)
    return Metadata(title=tidy(properties.title), author=None if author and author.casefold() in _NOBODY else author)
