"""What changed between two days of knowledge, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.analysis import Change, Occurrence
from dragoman.analysis.times import exact
from dragoman.brief import numbers, times, verbs
from dragoman.records import Entry, Standing

_HEADS = {"gone": "No longer reported", "more": "More support", "less": "Less support"}


def differences(changes: Iterable[Change]) -> Iterator[tuple[Change, str]]:
    """Each change with its sentence."""
    for change in changes:
        yield change, _sentence(change)


def changed(change: Change) -> str:
    """What a change is about, in the words of its standing: `Egypt to aid Chad, 2024`."""
    return _clause(change.occurrence, change.after or change.before, change.standing)


def _sentence(change: Change) -> str:
    """`More support, planned: Egypt to aid Chad (2 reports; before: 1 report).`"""
    standing = "" if change.standing is Standing.ASSERTED else f", {change.standing}"
    what = f"{_head(change)}{standing}: {changed(change)}"
    after = numbers.counts(change.after, change.origins_after)
    before = numbers.counts(change.before, change.origins_before)
    if change.quantity is not None:
        return f"{what}: {numbers.amount(change.quantity)}."
    if change.kind == "new":
        return f"{what} ({after})."
    return f"{what} (before: {before})." if change.kind == "gone" else f"{what} ({after}; before: {before})."


def _head(change: Change) -> str:
    if change.kind == "new":
        return "New" if change.is_first else "Now also"
    return "New figure" if change.quantity is not None else _HEADS[change.kind]


def _clause(occurrence: Occurrence, reports: tuple[Entry, ...], standing: Standing) -> str:
    settled = standing in (Standing.ASSERTED, Standing.DENIED)
    clause = (verbs.said if settled else verbs.to_be)(occurrence, reports)
    interval = exact(reports)
    when = f", {times.at(interval)}" if interval.known and interval.basis != "assumed" else ""
    return f"{'that ' if standing is Standing.DENIED else ''}{clause}{when}"
