"""Printed lines joined into paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from dragoman.intake.furniture import is_prose


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


#: How many lines at the top and foot of a page may be its header and footer.
_EDGE: Final = 2
_HYPHENS: Final = "-\u2010\u00ad\u0002\uffff"
_NUMBERED: Final = re.compile(
    r"(?:page|seite|p\.|стр\.|səhifə|sayfa)?\s*[-–—]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:(?:of|/|von|sur)\s*\d{1,4})?\s*[-–—]?",
    re.I,
)
_ITEM: Final = re.compile(r"(?:[-–—•▪●◦*]|\(?\d{1,3}[.)]|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+\S", re.I)
#: A line of so many stretches is the row of a table.
_ROW: Final = 3
_ENDED: Final = re.compile(r"[.!?…:;։。؟][\"'”’»)\]]*\d{0,3}$")
_KEPT: Final = _words("""
    all anti co counter cross ex half high inter intra long low mid multi non post pre pro quasi self semi short so sub
    trans ultra vice well
""")
_KEPT_AFTER: Final = _words("based led backed made born owned run sponsored brokered wide term range level")


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of a page: its left and right ends, bottom and height in points; all 0 where they are not known. `cells`
    are the stretches of words in it that wide gaps part, as in the rows of tables.
    """

    text: str
    left: float
    right: float
    bottom: float
    height: float
    cells: int = 1


def joined(pages: Sequence[Sequence[PrintedLine]]) -> str:
    """The text of the pages, a paragraph a line: headers and footers left out, words divided at line ends mended."""
    lines = [line for page in _without_running_titles(pages) for line in page]
    # Pages that hold nothing but the same few lines have no other text.
    lines = lines or [line for page in pages for line in page]
    if not lines:
        return ""
    known = {word.casefold() for line in lines for word in re.findall(r"[\w-]+", line.text)}
    paragraphs = [lines[0].text]
    spacing, width = _spacing(lines), max(line.right for line in lines)
    for before, line in pairwise(lines):
        if _starts(before, line, spacing, width):
            paragraphs.append(line.text)
        else:
            paragraphs[-1] = _mended(paragraphs[-1], line.text, known)
    return "\n".join(each.translate({ord(mark): None for mark in _HYPHENS[2:]}) for each in paragraphs)


def _without_running_titles(pages: Sequence[Sequence[PrintedLine]]) -> Iterator[list[PrintedLine]]:
    counts = Counter(key for page in pages for key in {_running(line) for line in _edges(page)})
    often = max(2, len(pages) // 3) if len(pages) < 9 else max(3, len(pages) // 5)
    for page in pages:
        edges = {id(line) for line in _edges(page)}
        yield [line for line in page if id(line) not in edges or not _is_running(line, counts, often, len(pages))]


def _edges(page: Sequence[PrintedLine]) -> Sequence[PrintedLine]:
    return page if len(page) <= 2 * _EDGE else (*page[:_EDGE], *page[-_EDGE:])


def _is_running(line: PrintedLine, counts: Counter[str], often: int, pages: int) -> bool:
    if _NUMBERED.fullmatch(line.text):
        return True
    return pages > 1 and not is_prose(line.text) and counts[_running(line)] >= often


def _running(line: PrintedLine) -> str:
    """The line with its numbers made equal, as page numbers and dates in headers are."""
    return re.sub(r"\d+", "#", line.text.casefold())


def _spacing(lines: Sequence[PrintedLine]) -> float:
    """The usual distance between the bottoms of two lines, in points; 0 if unknown."""
    gaps = [before.bottom - line.bottom for before, line in pairwise(lines)]
    downward = [gap for gap in gaps if 0 < gap < 60]
    return median(downward) if downward else 0.0


def _starts(before: PrintedLine, line: PrintedLine, spacing: float, width: float) -> bool:
    """Whether the line starts a paragraph."""
    if _ITEM.match(line.text) and not before.text.endswith(tuple(_HYPHENS)):
        return True
    if before.cells >= _ROW or line.cells >= _ROW:
        return True
    ended = _ENDED.search(before.text) is not None
    if not spacing or not line.height:
        return ended and len(before.text) < 60
    gap = before.bottom - line.bottom
    if 0 < gap < 60:
        if gap > 1.45 * spacing or abs(line.height - before.height) > 0.2 * before.height:
            return True
        if line.left > before.left + 0.8 * line.height and ended:
            return True
    short = before.right < before.left + 0.8 * (width - before.left)
    return short and (ended or line.text[0].isupper())


def _mended(paragraph: str, line: str, known: set[str]) -> str:
    """The paragraph and the line as one, the word divided between them made whole."""
    if paragraph[-1] not in _HYPHENS or len(paragraph) < 2 or not paragraph[-2].isalpha() or not line[0].isalpha():
        return f"{paragraph} {line}"
    head, tail = re.split(r"[\s(]", paragraph[:-1])[-1], re.match(r"\w+", line)
    rest = tail[0] if tail else ""
    if not line[0].islower() or _keeps_hyphen(head.casefold(), rest.casefold(), known):
        return f"{paragraph[:-1]}-{line}"
    return paragraph[:-1] + line


def _keeps_hyphen(head: str, rest: str, known: set[str]) -> bool:
    if head + rest in known:
        return False
    return f"{head}-{rest}" in known or head in _KEPT or rest in _KEPT_AFTER
