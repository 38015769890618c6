"""An account in prose and footnotes, for somebody who has to rely on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dragoman.brief.as_html import html
from dragoman.brief.as_markdown import markdown
from dragoman.brief.as_pdf import pdf
from dragoman.brief.brief import Brief, Footnote, Item, Part, Section, Sentence
from dragoman.brief.composing import compose
from dragoman.brief.differences import changed, differences
from dragoman.brief.mark import MOST, Mark

if TYPE_CHECKING:
    from dragoman.brief.as_docx import docx

__all__ = [
    "MOST",
    "Brief",
    "Footnote",
    "Item",
    "Mark",
    "Part",
    "Section",
    "Sentence",
    "changed",
    "compose",
    "differences",
    "docx",
    "html",
    "markdown",
    "pdf",
]


def __getattr__(name: str) -> Any:
    # Word's library takes its time to load, and few briefs want it.
    if name != "docx":
        raise AttributeError(f"module 'dragoman.brief' has no attribute {name!r}")
    from dragoman.brief.as_docx import docx

    return docx
