"""Footnotes, numbered in the order in which they are first needed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dragoman.brief import names, times
from dragoman.brief.brief import Cited, Footnote
from dragoman.records import Entry, Span

#: Statements of which the reader is less sure than this are marked.
SURE: Final = 0.5
#: Quoted words longer than this are shortened in the middle.
LONGEST: Final = 400
#: Words quoted in a line of the brief itself, in characters.
_LINE: Final = 150
_EDGE: Final = 110
_AROUND: Final = 80
_Key = tuple[str, int, int, tuple[str, ...]]


class Notes:
    """The footnotes of one brief: the same words by the same speaker are one footnote."""

    def __init__(self) -> None:
        self._cited: dict[_Key, dict[str, Entry]] = {}
        self._numbers: dict[_Key, int] = {}

    def cite(self, entries: Iterable[Entry]) -> tuple[int, ...]:
        """The numbers of the footnotes for the entries, ascending."""
        numbers = set()
        for entry in entries:
            key = _key(entry)
            numbers.add(self._numbers.setdefault(key, len(self._numbers) + 1))
            self._cited.setdefault(key, {})[entry.statement.id] = entry
        return tuple(sorted(numbers))

    def footnotes(self) -> tuple[Footnote, ...]:
        """All footnotes, by number."""
        return tuple(_footnote(self._numbers[key], list(entries.values())) for key, entries in self._cited.items())


def uncertain(entries: Sequence[Entry]) -> bool:
    """Whether the reader was sure of none of the entries."""
    return bool(entries) and all(entry.statement.certainty < SURE for entry in entries)


def shortened(text: str, start: int, end: int) -> tuple[str, ...]:
    """The pieces of a long text to quote: its beginning, what stands around `[start, end)`, its end; all exact."""
    if len(text) <= LONGEST:
        return (text,)
    kept: list[tuple[int, int]] = []
    for low, high in ((0, _EDGE), (start - _AROUND, min(end, start + _EDGE) + _AROUND), (len(text) - _EDGE, len(text))):
        low, high = _to_words(text, max(low, 0), min(high, len(text)))
        if kept and low <= kept[-1][1] + 1:
            kept[-1] = (kept[-1][0], max(high, kept[-1][1]))
        else:
            kept.append((low, high))
    return tuple(text[low:high].strip() for low, high in kept)


def excerpt(entries: Sequence[Entry]) -> str:
    """The words of the surest of the entries in quotation marks, short enough for a line of the brief."""
    entry = max(entries, key=lambda each: (each.statement.certainty, each.statement.id))
    evidence = entry.statement.evidence
    text = " ".join(evidence.text.split())
    if len(text) <= _LINE:
        return f"“{text}”"
    parties = [party.mention for party in entry.statement.parties if evidence.covers(party.mention)]
    first = min((each.start for each in parties), default=evidence.start) - evidence.start
    last = max((each.end for each in parties), default=evidence.start) - evidence.start
    middle = max(0, min((first + last - _LINE) // 2, len(text) - _LINE))
    low, high = _to_words(text, middle, min(middle + _LINE, len(text)))
    return f"“{'… ' * (low > 0)}{text[low:high].strip()}{' …' * (high < len(text))}”"


def _to_words(text: str, low: int, high: int) -> tuple[int, int]:
    """Widen a stretch so that it cuts no word, within reason: some scripts have no spaces."""
    for _ in range(20):
        low -= low > 0 and not text[low - 1].isspace()
        high += high < len(text) and not text[high].isspace()
    return low, high


def _key(entry: Entry) -> _Key:
    evidence = entry.statement.evidence
    return (entry.document.id, evidence.start, evidence.end, names.quoting(entry))


def _footnote(number: int, entries: list[Entry]) -> Footnote:
    entry = entries[0]
    cited = sorted(entries, key=lambda each: each.statement.id)
    evidence = entry.statement.evidence
    focus = _focus(entries)
    return Footnote(
        number,
        names.publisher(entry),
        times.published(entry.document),
        " ".join(entry.document.title.split()) if entry.document.title else None,
        names.quoting(entry),
        shortened(evidence.text, focus.start - evidence.start, focus.end - evidence.start),
        tuple(Cited(each.statement.id, each.statement.standing, each.statement.certainty < SURE) for each in cited),
    )


def _focus(entries: list[Entry]) -> Span:
    """What the quoted words must show: the first number, or else the first party, inside the evidence."""
    statements = [entry.statement for entry in entries]
    figures = [quantity.mention for statement in statements for quantity in statement.quantities]
    parties = [party.mention for statement in statements for party in statement.parties]
    evidence = statements[0].evidence
    inside = [
        min(found)
        for found in ([m for m in figures if evidence.covers(m)], [m for m in parties if evidence.covers(m)])
        if found
    ]
    return inside[0] if inside else evidence
