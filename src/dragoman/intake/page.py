"""A web page read in one pass, without building its tree, however large or deep it is."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree  # type: ignore[import-untyped]

from dragoman.errors import TooLarge, UnreadableFile
from dragoman.intake import limits


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


_BREAKS: Final = _words("""
    address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hr li main nav ol option p pre section table td th title tr ul
""")
_SKIPPED: Final = _words("""
    script style noscript template svg nav footer aside form button select iframe figcaption head object
""")
_DATED: Final = re.compile(r"date|time|publish|posted|byline|meta\b", re.I)
_PIECE: Final = 2**16
_LONG: Final = 9_950_000
#: How many of each kind of finding are kept, and how many characters of one.
_MOST: Final = 200
_LONGEST: Final = 300
_LONGEST_SCRIPT: Final = 2**20


class Page:
    """What one pass over a page found.

    `metas` are (name, content) pairs, `scripts` the JSON-LD texts, `times` (attribute, text) of `<time>` elements,
    `dated` short texts of elements whose class speaks of dates, `headings` the `<h1>` texts, `lines` all running text
    outside menus and forms. `heavy` tells a page too deep or too large to build a tree of.
    """

    def __init__(self) -> None:
        self.metas: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self.times: list[tuple[str, str]] = []
        self.dated: list[str] = []
        self.headings: list[str] = []
        self.title = ""
        self.canonical = ""
        self.lines: list[str] = []
        self.elements = 0
        self.heavy = False


def scan(html: str, path: str) -> Page:
    """Reads the page; raises `TooLarge` if it has too many elements or they stand too deep inside one another."""
    reading = _Reading(path)
    # Past 10 MB in one comment the parser takes hours instead of failing, unless told that trees may be huge; telling
    # it so costs seconds on pages with very many attributes.
    parser = etree.HTMLParser(target=reading, huge_tree=len(html) > _LONG)
    try:
        for start in range(0, len(html), _PIECE):
            parser.feed(html[start : start + _PIECE])
        parser.close()
    except etree.LxmlError as error:
        raise UnreadableFile(path, f"The page could not be parsed ({error}); save it again as HTML or text.") from error
    reading.finish_line()
    return reading.page


class _Reading:
    """The parser's callbacks: `start`, `end`, `data`, `close`."""

    def __init__(self, path: str) -> None:
        self.page = Page()
        self._path = path
        self._open: list[tuple[str, list[str] | None, str]] = []
        self._skipping = 0
        self._line: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        page = self.page
        page.elements += 1
        depth = len(self._open) + 1
        if depth > limits.HTML_DEPTH_REFUSED:
            raise TooLarge(
                self._path, f"The page has more than {limits.HTML_DEPTH_REFUSED:,} elements inside one another."
            )
        if page.elements > limits.HTML_ELEMENTS_REFUSED:
            raise TooLarge(self._path, f"The page has more than {limits.HTML_ELEMENTS_REFUSED:,} elements.")
        if (
            depth > limits.HTML_DEPTH
            or page.elements > limits.HTML_ELEMENTS
            or len(attributes) > limits.HTML_ATTRIBUTES
        ):
            page.heavy = True
        if tag in _BREAKS:
            self.finish_line()
        self._skipping += tag in _SKIPPED
        self._note_void(tag, attributes)
        purpose, attribute = _purpose(tag, attributes)
        self._open.append((tag, [] if purpose else None, f"{purpose}:{attribute}"))

    def end(self, tag: str) -> None:
        while self._open:
            name, texts, purpose = self._open.pop()
            self._skipping -= name in _SKIPPED
            if texts is not None:
                self._keep(purpose, "".join(texts))
            if name in _BREAKS:
                self.finish_line()
            if name == tag:
                return

    def data(self, text: str) -> None:
        for _, texts, purpose in self._open[-12:]:
            if texts is not None and len(texts) < (10_000 if purpose.startswith("script") else 50):
                texts.append(text)
        if not self._skipping:
            self._line.append(text)

    def close(self) -> None:
        self.finish_line()

    def finish_line(self) -> None:
        """Ends the line of running text, if there is one."""
        text = " ".join("".join(self._line).split())
        self._line.clear()
        if text:
            self.page.lines.append(text)

    def _note_void(self, tag: str, attributes: dict[str, str]) -> None:
        page = self.page
        if tag == "meta" and len(page.metas) < _MOST:
            name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
            page.metas.append((name.strip().lower()[:_LONGEST], attributes.get("content", "")[: 4 * _LONGEST]))
        elif tag == "link" and attributes.get("rel", "").lower() == "canonical":
            page.canonical = page.canonical or attributes.get("href", "")[: 4 * _LONGEST]

    def _keep(self, purpose: str, text: str) -> None:
        page = self.page
        kind, _, attribute = purpose.partition(":")
        if kind == "script" and len(page.scripts) < 20 and len(text) <= _LONGEST_SCRIPT:
            page.scripts.append(text)
        text = " ".join(text[: 10 * _LONGEST].split())[:_LONGEST]
        if kind == "title":
            page.title = page.title or text
        elif kind == "heading" and text and len(page.headings) < _MOST:
            page.headings.append(text)
        elif kind == "time" and len(page.times) < _MOST:
            page.times.append((attribute, text))
        elif kind == "dated" and text and len(page.dated) < _MOST:
            page.dated.append(text)


def _purpose(tag: str, attributes: dict[str, str]) -> tuple[str, str]:
    """What the text of the element is wanted for, with the attribute that goes with it; empty if it is not."""
    if tag == "script":
        return ("script", "") if "ld+json" in attributes.get("type", "").lower() else ("", "")
    if tag == "title":
        return "title", ""
    if tag == "h1":
        return "heading", ""
    if tag == "time":
        first = attributes.get("itemprop", "").lower() == "datepublished" or "pubdate" in attributes
        return "time", ("!" if first else "") + attributes.get("datetime", "")[:_LONGEST]
    named = " ".join(attributes.get(each, "") for each in ("class", "id", "itemprop"))[:_LONGEST]
    return ("dated", "") if tag in {"span", "div", "p", "li", "small", "em"} and _DATED.search(named) else ("", "")
