"""Web pages."""

from __future__ import annotations

import logging
import re
from typing import Final

from dragoman.intake.byline import found_in
from dragoman.intake.draft import Draft
from dragoman.intake.encoding import decode, lines_checked, normalise
from dragoman.intake.furniture import clean, is_prose
from dragoman.intake.markup import date_in_address, dated_elements, said_by
from dragoman.intake.metadata import Metadata
from dragoman.intake.page import Page, scan

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.I)
#: A tag whose attributes are pictures or made to exhaust a parser: it is read without them.
_LONG_TAG: Final = re.compile(r"(<[A-Za-z][\w-]{0,20})[^<>]{200000,}")
_PRUNED: Final = [
    "//figcaption",
    "//*[contains(@class, 'cookie') or contains(@id, 'cookie') or contains(@class, 'newsletter')]",
    "//*[contains(@class, 'share-') or contains(@class, 'social-') or contains(@class, 'related-')]",
]
#: The share of the page's paragraphs that the main text must hold, or all of them are taken.
_ENOUGH: Final = 0.3

for _name in ("trafilatura", "htmldate", "courlan"):
    # What they log is about their own workings and would appear on standard error.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def parse(data: bytes, path: str, *, charset: str | None = None) -> Draft:
    """The main text of a page, a paragraph a line, and what the page says of its publication.

    `charset` is the encoding that whoever sent the page gave it, which counts for more than what the page says.
    Raises `UnreadableFile` if the bytes are no text and `TooLarge` if the page is built to exhaust its reader.
    """
    declared = _CHARSET.search(data[:4096])
    said = charset or (declared[1].decode("ascii") if declared else None)
    html = normalise(decode(data, path, declared=said))
    html = _LONG_TAG.sub(r"\1", html)
    page = scan(html, path)
    text = lines_checked(normalise(_main_text(html, page)), path)
    cleaned = clean(text)
    return Draft(cleaned, _metadata(page, text, cleaned))


def _metadata(page: Page, text: str, cleaned: str) -> Metadata:
    said = said_by(page)
    written = found_in(text, cleaned)
    around = found_in("\n".join(page.lines), cleaned)
    last_resort = Metadata(
        author=written.author or around.author,
        publisher=written.publisher or around.publisher,
        published=dated_elements(page) or written.published or around.published or date_in_address(said.url),
    )
    return said.over(last_resort).over(Metadata(title=written.title))


def _main_text(html: str, page: Page) -> str:
    """What trafilatura takes for the article, unless it finds too little or the page is too heavy for a tree."""
    everything = "\n".join(page.lines)
    if page.heavy:
        return everything
    main = _extract(html)
    paragraphs = sum(len(line) for line in page.lines if is_prose(line))
    kept = sum(len(line) for line in main.split("\n") if is_prose(line))
    return main if main and kept >= _ENOUGH * paragraphs else everything


def _extract(html: str) -> str:
    # Imported here because it takes half a second, which piles without web pages need not wait.
    from trafilatura import bare_extraction

    found = bare_extraction(html, favor_recall=True, include_comments=False, include_tables=True, prune_xpath=_PRUNED)
    return str(getattr(found, "text", None) or "")
