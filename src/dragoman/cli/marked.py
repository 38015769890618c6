"""Words marked where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from dragoman.cli.output import styled
from dragoman.plain import one_line, plain
from dragoman.records import Span

#: Characters shown on either side of words found.
CONTEXT = 80
_STYLE = "bold underline"


def marked(before: str, words: str, after: str) -> Text:
    """Words between what stands before and after them: bold and underlined, or `[[so]]` where no style is seen."""
    text = Text(plain(before))
    _append(text, plain(words))
    return text.append(plain(after))


def passages(text: str, spans: Sequence[Span]) -> list[Text]:
    """The surroundings of the spans, each on one line, those that touch in one."""
    return [_passage(text, group) for group in _groups(spans)]


def _groups(spans: Sequence[Span]) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for span in spans:
        if groups and span.start - groups[-1][-1].end <= 2 * CONTEXT:
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _passage(text: str, group: Sequence[Span]) -> Text:
    start, end = _widened(text, group[0].start, group[-1].end)
    line, last = Text("…" if start else ""), start
    for span in group:
        line.append(_flowing(text[last : span.start]))
        _append(line, one_line(span.text))
        last = span.end
    return line.append(_flowing(text[last:end])).append("…" if end < len(text) else "")


def _widened(text: str, start: int, end: int) -> tuple[int, int]:
    """The range with `CONTEXT` characters on either side, cut between words."""
    first, last = max(0, start - CONTEXT), min(len(text), end + CONTEXT)
    if first and (space := text.find(" ", first, start)) >= 0:
        first = space + 1
    if last < len(text) and (space := text.rfind(" ", end, last)) >= 0:
        last = space
    return first, last


def _flowing(text: str) -> str:
    """The text on one line with a space wherever it began or ended with one."""
    line = one_line(text)
    if not line:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{line}{' ' if text[-1].isspace() else ''}"


def _append(text: Text, words: str) -> None:
    text.append(words, _STYLE) if styled() else text.append(f"[[{words}]]")
