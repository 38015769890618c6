"""A brief as Markdown with footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.brief.brief import Brief, Cited, Footnote, Item, Section, Sentence

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~^&$])")
#: What would begin a list, a heading or a quotation if a line began with it.
_OPENERS = re.compile(r"^(\d+)([.)])|^([-+=])")


def markdown(brief: Brief) -> str:
    """The brief as Markdown; footnotes in the form that GitHub, Pandoc and most editors know."""
    lines = [f"# {_plain(brief.title)}", "", _sentence(brief.summary)]
    for section in brief.sections:
        lines += ["", *_section(section)]
    if brief.footnotes:
        lines += ["", "## Footnotes", "", *(_footnote(note) for note in brief.footnotes)]
    if brief.mark is not None:
        lines += ["", f"<!-- {brief.mark} -->"]
    return "\n".join(lines) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {_plain(section.heading)}", "", _sentence(section.lead))
    if section.items:
        yield ""
    for item in section.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[str]:
    under = f"**{_plain(item.under)}**: " if item.under else ""
    words = _sentence(item.sentence)
    yield f"- {under}{words if under else _OPENERS.sub(_shielded, words)}{_address(item.url)}"
    yield from (f"  - {_OPENERS.sub(_shielded, _sentence(sentence))}" for sentence in item.more)


def _address(url: str | None) -> str:
    """An address of the web as such; anything else as words."""
    if url is None:
        return ""
    return f" <{url}>" if re.fullmatch(r"https?://[^\s<>]+", url) else f" {_plain(url)}"


def _sentence(sentence: Sentence) -> str:
    return "".join(_plain(part.text) + "".join(f"[^{note}]" for note in part.notes) for part in sentence.parts)


def _footnote(note: Footnote) -> str:
    title = f", “{_plain(note.title)}”" if note.title else ""
    quoting = "".join(f", quoting {_plain(name)}" for name in note.quoting)
    quoted = " […] ".join(_plain(piece) for piece in note.pieces)
    cited = ", ".join(f"`{each.id}`{remark(each)}" for each in note.statements)
    words = f"{_plain(note.publisher)}{quoting}, {note.published}{title}: “{quoted}” {cited}"
    return f"[^{note.number}]: {words}\n"


def remark(cited: Cited) -> str:
    """What must be known of a cited statement: its standing if it is not asserted, and doubt about its reading."""
    words = [cited.standing.value] * (cited.standing.value != "asserted") + ["uncertain"] * cited.uncertain
    return f" ({', '.join(words)})" if words else ""


def _plain(text: str) -> str:
    """Text of a document such that none of its signs means anything in Markdown."""
    return _SIGNS.sub(r"\\\1", " ".join(text.split())) if text.strip() == text else _kept(text)


def _kept(text: str) -> str:
    """The same with the spaces at both ends, which join the parts of a sentence."""
    inner = text.strip()
    before = " " * (text[:1].isspace())
    after = " " * (text[-1:].isspace() and bool(inner))
    return before + _plain(inner) + after


def _shielded(found: re.Match[str]) -> str:
    number, sign, opener = found.groups()
    return f"\\{opener}" if opener else f"{number}\\{sign}"
