"""A dyad in prose and footnotes, for somebody who has to rely on it."""

from dragoman.brief.as_html import html
from dragoman.brief.as_markdown import markdown
from dragoman.brief.brief import Brief, Footnote, Item, Part, Section, Sentence
from dragoman.brief.composing import compose
from dragoman.brief.differences import differences

__all__ = ["Brief", "Footnote", "Item", "Part", "Section", "Sentence", "compose", "differences", "html", "markdown"]
