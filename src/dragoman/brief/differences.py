"""What changed between two days of knowledge, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.analysis import Change, Occurrence
from dragoman.analysis.times import exact
from dragoman.brief import numbers, times, verbs
from dragoman.codebook.ties import LASTING
from dragoman.records import Entry, Interval, Standing

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
    interval = _time(occurrence, reports)
    is_over = occurrence.kind == "tie" and interval.end is not None and occurrence.type not in LASTING
    clause = (verbs.to_be if not settled else verbs.was if is_over else verbs.said)(occurrence, reports)
    when = f", {times.at(interval)}" if interval.known else ""
    return f"{'that ' if standing is Standing.DENIED else ''}{clause}{when}"


def _time(occurrence: Occurrence, reports: tuple[Entry, ...]) -> Interval:
    """When an event was, most exactly; of a tie, which may have stood at many times, the one that all reports give."""
    told = [entry for entry in reports if entry.statement.occurred.known]
    told = [entry for entry in told if entry.statement.occurred.basis != "assumed"]
    if occurrence.kind == "tie" and (len(told) < len(reports) or len({_days(entry) for entry in told}) > 1):
        return Interval()
    return exact(told)


def _days(entry: Entry) -> str | None:
    return entry.statement.occurred.iso()
