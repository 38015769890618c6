"""How things are put in words on the pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup, escape

from dragoman import Change, Figure, Link, Occurrence, brief, words
from dragoman.brief import numbers, times, verbs
from dragoman.codebook.names import label
from dragoman.plain import one_line, plain, shortened
from dragoman.records import Entry, Interval, Quantity, Statement
from dragoman.web import addresses, slider

_CODE = re.compile(r"\b[A-Z]{3,}\b")
_ADDED = re.compile(r"^.*\.added/\d{4,}/")
SIGNS = {1: "cooperative", -1: "conflictual", 0: "neutral"}


def clause(occurrence: Occurrence, reports: Sequence[Entry] = ()) -> str:
    """The event or tie as a clause: "Azerbaijan supplies energy to Israel"."""
    return one_line(verbs.said(occurrence, reports or occurrence.entries))


def changed(change: Change) -> str:
    """What a change is about, in the words of its standing: "Egypt to aid Chad"."""
    return one_line(brief.changed(change))


def who(statement: Statement) -> str:
    """Who does it to whom, in words."""
    return one_line(words.who(statement))


@lru_cache(maxsize=10_000)
def party(code: str) -> Markup:
    """The name of a party, leading to its page; what has no code is only named."""
    name = one_line(label(code))
    if code == code.casefold():
        return escape(name)
    return Markup('<a href="{}">{}</a>').format(addresses.party(code), name)


def sides(link: Link) -> Markup:
    """The two parties of a link, with an arrow between them that leads to their page."""
    arrow = Markup('<a href="{}" class="arrow" aria-label="{}">{}</a>').format(
        addresses.dyad(link.giver, link.taker),
        f"{label(link.giver)} and {label(link.taker)}",
        "↔" if link.mutual else "→",
    )
    return Markup("{} {} {}").format(party(link.giver), arrow, party(link.taker))


def when(interval: Interval) -> str:
    """`2023-05-30`, `2016/2020`, `from 1995`, `by 2023-05-30`, `undated`."""
    if interval.start is not None and interval.end is None:
        return f"from {first_day(interval.start)}"
    return words.when(interval)


def first_day(day: date) -> str:
    """A day from which on something is told to stand, no closer than it may have been told: `1995`, `2022-11`.

    The first day of a year or month stands for all of it, since "since 1995" is kept as that day.
    """
    return f"{day.year:04}" if (day.month, day.day) == (1, 1) else f"{day:%Y-%m}" if day.day == 1 else str(day)


def measure(quantity: Quantity) -> str:
    """A number as it was understood: `around 40 %`."""
    return one_line(numbers.bounded(quantity))


def merged(figures: Iterable[Figure]) -> list[tuple[str, str, str, int]]:
    """The numbers of figures, those that say the same once: number, what of and when, a statement, how many say so."""
    found: dict[tuple[str, str], list[str]] = {}
    for figure in figures:
        for report in figure.reports:
            period = words.when(report.period) if report.period.known else ""
            of = ", ".join(filter(None, (f"of {figure.base}" if figure.base else "", period)))
            found.setdefault((measure(report.quantity), one_line(of)), []).append(report.entry.statement.id)
    return [(*key, ids[0], len(ids)) for key, ids in found.items()]


def named(text: str) -> str:
    """A text with the names of the parties whose codes it holds."""
    return _CODE.sub(lambda found: label(found[0]), one_line(text))


def placed(path: str) -> str:
    """A path as whoever added the file knows it: without the folder beside the ledger in which it is kept."""
    return _ADDED.sub("", one_line(path))


def told_by(entry: Entry) -> str:
    """Who publishes it, when, and whom it quotes."""
    chain = words.chain(entry.statement.chain)
    return one_line(", ".join(part for part in (words.origin(entry.document), chain) if part))


def told_apart(entries: Iterable[Entry], most: int) -> list[Entry]:
    """The first of them that differ in who publishes them, when, and whom they quote."""
    found: dict[str, Entry] = {}
    for entry in entries:
        if len(found) == most:
            break
        found.setdefault(told_by(entry).lower(), entry)
    return list(found.values())


def quoted(entry: Entry, longest: int) -> str:
    """The evidence as it stands between quotation marks, its own outermost ones left out."""
    return shortened(entry.statement.evidence.text.strip().strip('“”"„'), longest)


def percent(share: float) -> str:
    """A number from 0 to 1 as per cent."""
    return f"{share:.0%}"


def short(identity: str) -> str:
    """The beginning of an id."""
    return identity[:11]


FILTERS: dict[str, Callable[..., Any]] = {
    "clause": clause,
    "changed": changed,
    "who": who,
    "party": party,
    "sides": sides,
    "measure": measure,
    "told_by": told_by,
    "told_apart": told_apart,
    "long_before": words.long_before,
    "merged": merged,
    "named": named,
    "placed": placed,
    "quoted": quoted,
    "counted": words.counted,
    "percent": percent,
    "short": short,
    "name": label,
    "when": when,
    "first_day": first_day,
    "in_words": times.day,
    "turning": slider.told,
    "chain": words.chain,
    "kind": verbs.noun,
    "plain": plain,
    "one_line": one_line,
    "shortened": shortened,
    "sign": SIGNS.__getitem__,
}
