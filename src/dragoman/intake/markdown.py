"""Markdown: front matter and the text without its marks."""

from __future__ import annotations

import html
import re
from typing import Final

from dragoman.intake.byline import found_in
from dragoman.intake.dateline import said_date
from dragoman.intake.draft import Draft
from dragoman.intake.encoding import decode, normalise
from dragoman.intake.metadata import Metadata, tidy, web_address

_FRONT: Final = re.compile(r"(?P<mark>---|\+\+\+)\n(?P<body>.*?)\n(?:(?P=mark)|\.\.\.)(?:\n|\Z)", re.S)
_FRONT_LENGTH: Final = 20_000
_KEY: Final = re.compile(r"(?P<key>[A-Za-z_-]+)\s*[:=]\s*(?P<value>.*)")
_FENCE: Final = re.compile(r"\s{0,3}(?:```|~~~)")
_RULE: Final = re.compile(r"\s{0,3}(?:(?:[-*_]\s*){3,}|=+|-+)")
_TABLE_RULE: Final = frozenset(" \t|:-")
_DEFINITION: Final = re.compile(r"\s{0,3}\[[^\]\n]{1,200}\]:\s*\S+.*")
_HEADING: Final = re.compile(r"\s{0,3}#{1,6}\s+(?P<text>.*)")
_ITEM: Final = re.compile(r"(?P<mark>\s*(?:[-*+]|\d{1,9}[.)])\s+)(?P<text>.*)")
_INLINE: Final = (
    (re.compile(r"!\[([^\[\]\n]{0,500})\](?:\([^()\n]{0,2000}\)|\[[^\]\n]{0,200}\])"), ""),
    (re.compile(r"\[([^\[\]\n]{0,500})\]\([^()\n]{0,2000}(?:\([^()\n]{0,500}\))?[^()\n]{0,500}\)"), r"\1"),
    (re.compile(r"\[\^[^\[\]\n]{1,80}\]"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,1000}>"), ""),
    (re.compile(r"(?<!\\)`+([^`\n]{1,1000})`+"), r"\1"),
    (re.compile(r"(?<![\\*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\w\\_])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\w_])"), r"\2"),
    (re.compile(r"~~(?=\S)([^~\n]{1,2000}?)(?<=\S)~~"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~-])"), r"\1"),
)


def parse(data: bytes, path: str) -> Draft:
    """The text of a Markdown file, a paragraph a line; raises `UnreadableFile` if the bytes are no text."""
    saved = normalise(decode(data, path))
    match = _FRONT.match(saved[:_FRONT_LENGTH])
    front = _front_matter(match["body"]) if match else Metadata()
    text = plain(saved[match.end() :] if match else saved)
    return Draft(text, front.over(found_in(text, text)))


def plain(marked: str) -> str:
    """The text without marks: paragraphs joined to one line each, list items and table rows on lines of their own."""
    paragraphs: list[list[str]] = []
    joins = False
    fenced = False
    for line in marked.split("\n"):
        if _FENCE.match(line):
            fenced, joins = not fenced, False
            continue
        text, starts, ends = (line, True, True) if fenced else _line(line)
        if text is None:
            joins = False
        elif joins and not starts:
            paragraphs[-1].append(text.strip())
            joins = not ends
        else:
            paragraphs.append([text.rstrip()])
            joins = bool(text.strip()) and not ends
    whole = "\n".join(html.unescape(_unmarked(" ".join(each))) for each in paragraphs)
    return normalise(re.sub(r"\n{3,}", "\n\n", whole))


def _line(line: str) -> tuple[str | None, bool, bool]:
    """The text of a line (`None` for mere marks), whether it starts a paragraph, and whether it ends one."""
    line = re.sub(r"^\s{0,3}(?:>\s?)+", "", line)
    if not line.strip():
        return "", True, True
    if _RULE.fullmatch(line) or _DEFINITION.fullmatch(line) or ("-" in line and _TABLE_RULE.issuperset(line)):
        return None, True, True
    heading = _HEADING.fullmatch(line)
    if heading:
        return _unclosed(heading["text"]), True, True
    if line.lstrip().startswith("|"):
        return " | ".join(cell.strip() for cell in line.strip().strip("|").split("|")), True, True
    item = _ITEM.fullmatch(line)
    if item:
        return re.sub(r"[*+]", "-", item["mark"]) + item["text"], True, False
    return line, False, line.endswith(("  ", "\\"))


def _unclosed(heading: str) -> str:
    """The words of a heading without the marks that may close it, too."""
    bare = heading.rstrip("#")
    return bare.rstrip() if bare[-1:].isspace() else heading


def _unmarked(text: str) -> str:
    text = _without_comments(text)
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text


def _without_comments(text: str) -> str:
    """The text without comments; one that nothing closes stays, and is not looked for twice."""
    kept, start = [], 0
    while (begun := text.find("<!--", start)) >= 0 and (ended := text.find("-->", begun + 4)) >= 0:
        kept.append(text[start:begun])
        start = ended + 3
    return "".join([*kept, text[start:]])


def _front_matter(body: str) -> Metadata:
    values: dict[str, str] = {}
    for line in body.split("\n"):
        match = _KEY.fullmatch(line)
        if match:
            values.setdefault(match["key"].lower(), _unquoted(match["value"]))
    return Metadata(
        title=tidy(values.get("title")),
        publisher=tidy(values.get("publisher") or values.get("site") or values.get("source")),
        author=tidy(values.get("author") or values.get("authors")),
        published=said_date(values.get("date") or values.get("published") or ""),
        url=web_address(values.get("url") or values.get("link")),
        transport=tidy(values.get("transport") or values.get("via")),
    )


def _unquoted(value: str) -> str:
    value = value.strip().strip("[]").strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
