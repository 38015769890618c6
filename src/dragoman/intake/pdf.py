"""PDF files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Final

from dragoman.errors import UnreadableFile
from dragoman.intake import limits
from dragoman.intake.byline import found_in
from dragoman.intake.draft import Draft
from dragoman.intake.encoding import normalise
from dragoman.intake.metadata import Metadata, tidy
from dragoman.intake.paragraphs import PrintedLine, joined

#: What stands in PDFium's text for the hyphen and the line end inside a divided word.
_DIVIDED: Final = "\ufffe"
#: Between the cells of a table are gaps wider than this many heights of a letter.
_GAP: Final = 1.2
#: Bytes at the end in which the end mark must stand.
_TAIL: Final = 4096


def parse(data: bytes, path: str) -> Draft:
    """The text of a PDF, a paragraph a line, without headers and footers; title and author from its information.

    Its creation date is that of a file, not of a publication, and is not taken. Raises `UnreadableFile` if it is
    encrypted, truncated or holds no text.
    """
    # Imported here because piles without PDF files need not wait for it.
    import pypdfium2

    if b"%%EOF" not in data.rstrip(b"\x00\r\n\t ")[-_TAIL:]:
        raise UnreadableFile(path, "The PDF is truncated: its end mark is missing; fetch it again.")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(path, _refusal(str(error))) from error
    try:
        return _draft(document, path)
    finally:
        document.close()


def _refusal(said: str) -> str:
    if "password" in said.lower() or "security" in said.lower():
        return "The PDF is encrypted; save it without its password."
    return f"The PDF is damaged ({said}); fetch it again."


def _draft(document: Any, path: str) -> Draft:
    pages, notes = _pages(document)
    text = normalise(joined(pages))
    if not text.strip():
        raise UnreadableFile(
            path, "The PDF holds pictures of pages and no text; run character recognition on it first."
        )
    info = document.get_metadata_dict(skip_empty=True)
    own = Metadata(title=_title(info.get("Title")), author=tidy(info.get("Author")))
    return Draft(text, own.over(found_in(text, text)), notes)


def _title(said: object) -> str | None:
    """The title, unless it is the name of a file that a word processor left there."""
    title = tidy(said)
    if title is None or title.lower().endswith((".doc", ".docx", ".indd", ".pdf", ".qxd", ".rtf", ".tmp")):
        return None
    return None if title.lower().startswith(("microsoft word", "untitled", "microsoft powerpoint")) else title


def _pages(document: Any) -> tuple[list[list[PrintedLine]], tuple[str, ...]]:
    pages: list[list[PrintedLine]] = []
    characters = 0
    for number in range(len(document)):
        if number >= limits.PDF_PAGES or characters > limits.DOCUMENT_CHARACTERS:
            return pages, (f"Only the first {number:,} of its {len(document):,} pages were read; split the file.",)
        pages.append(list(_lines(document, number)))
        characters += sum(len(line.text) for line in pages[-1])
    return pages, ()


def _lines(document: Any, number: int) -> Iterator[PrintedLine]:
    page = document.get_page(number)
    try:
        words = page.get_textpage()
        try:
            yield from _printed(words)
        finally:
            words.close()
    finally:
        page.close()


def _printed(words: Any) -> Iterator[PrintedLine]:
    """The lines of a page with the place and height of their first letter, in points from the lower left corner."""
    start = 0
    count = words.count_chars()
    text = words.get_text_range() if count else ""
    # Places can be told only while the count of characters and of code points is the same.
    placed = len(text) == count
    for line, mark in re.findall(f"([^\n{_DIVIDED}]*)([\n{_DIVIDED}]?)", text):
        shown = line.strip("\r \t") + ("-" if mark == _DIVIDED else "")
        if shown and line.strip():
            first = start + len(line) - len(line.lstrip())
            left, bottom, right, top = words.get_charbox(first, loose=True) if placed else (0.0, 0.0, 0.0, 0.0)
            end = words.get_charbox(start + len(line.rstrip()) - 1, loose=True)[2] if placed else right
            cells = _cells(words, start, len(line.rstrip()), top - bottom) if placed else 1
            yield PrintedLine(shown, left, end, bottom, top - bottom, cells)
        start += len(line) + 1


def _cells(words: Any, start: int, length: int, height: float) -> int:
    """Into how many stretches gaps wider than a letter is high part a line."""
    places = sorted(words.get_rect(number) for number in range(words.count_rects(start, length)))
    return 1 + sum(1 for left, right in pairwise(places) if right[0] - left[2] > _GAP * height)
