"""The figures of an account side by side: each different number as a line from its least to its greatest bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from dragoman.analysis import Account, Occurrence, Reported
from dragoman.analysis.figures import figures as figures_of
from dragoman.brief import names, numbers, verbs
from dragoman.brief.brief import Drawing
from dragoman.brief.drawings.scale import LEFT, Scale
from dragoman.brief.drawings.svg import cut, drawing, told, words
from dragoman.records import Entry, Standing
from dragoman.words import counted

#: The height for which a page has room.
_ROOM: Final = 860
_ROW, _MORE, _HEAD, _FOOT, _TOP = 17, 11, 19, 24, 6
_LETTERS: Final = 72
_READING: Final = (
    "Figures that are asserted, from the least to the greatest that is told. A pale bar is what “about” may mean, a"
    " tenth either way; an arrow leads where no bound is given."
)
_MARKED: Final = " ≠ stands by numbers that contradict each other."


@dataclass(frozen=True, slots=True)
class _Line:
    """One number of one time, and all who give it; `apart` whether others contradict it."""

    amount: str
    reports: tuple[Reported, ...]
    apart: bool


@dataclass(frozen=True, slots=True)
class _Group:
    """The numbers with one unit that are told of one event or tie."""

    clause: str
    unit: str
    lines: tuple[_Line, ...]

    @property
    def reports(self) -> list[Reported]:
        """All reports of its numbers."""
        return [report for line in self.lines for report in line.reports]

    @property
    def is_shares(self) -> bool:
        """Whether it goes on the scale of all shares."""
        return Scale.of_shares(self.unit, self.reports)


def figures(account: Account) -> Drawing | None:
    """The figures of asserted ties and events, those of ties that stand first; `None` if there are none."""
    groups = list(_groups(account))
    kept = list(_fitting(groups))
    if not kept:
        return None
    shares = [group for group in kept if group.is_shares]
    others = [group for group in kept if not group.is_shares]
    marks, y = list[str](), float(_TOP)
    for block in (shares, *([group] for group in others)):
        if block:
            drawn, y = _block(block, y)
            marks += drawn
    left_out = sum(len(group.lines) for group in groups) - sum(len(group.lines) for group in kept)
    return drawing("Figures side by side", _caption(kept, left_out), y, *marks)


def _caption(groups: Sequence[_Group], left_out: int) -> str:
    marked = _MARKED if any(line.apart for group in groups for line in group.lines) else ""
    rest = f" Left out for want of room: {counted(left_out, 'more figure')}." if left_out else ""
    return f"{_READING}{marked}{rest}"


def _groups(account: Account) -> Iterator[_Group]:
    apart = {_key(report) for dispute in account.figures for report in dispute.reports}
    for occurrence, entries in _told_of(account):
        units: dict[str, list[_Line]] = {}
        for figure in figures_of(entries):
            for (amount, period), reports in numbers.alike(figure.reports).items():
                contested = any(_key(report) in apart for report in reports)
                line = _Line(f"{amount} {period}".rstrip(), tuple(reports), contested)
                units.setdefault(figure.unit, []).append(line)
        for unit, lines in units.items():
            bounded = tuple(line for line in lines if _is_bounded(line.reports[0]))
            if bounded:
                yield _Group(numbers.capital(verbs.said(occurrence, entries)), unit, bounded)


def _told_of(account: Account) -> Iterator[tuple[Occurrence, Sequence[Entry]]]:
    """The asserted ties and events with those who report them."""
    for tie in (*account.ties, *account.past):
        yield tie.occurrence, tie.reports
    for row in account.timeline:
        if row.occurrence.kind == "event" and row.standing is Standing.ASSERTED:
            yield row.occurrence, row.reports


def _key(report: Reported) -> tuple[str, int]:
    return report.entry.statement.id, report.quantity.mention.start


def _is_bounded(report: Reported) -> bool:
    return report.quantity.low is not None or report.quantity.high is not None


def _fitting(groups: Sequence[_Group]) -> Iterator[_Group]:
    room = _ROOM
    for group in groups:
        room -= _HEAD + _FOOT * (not group.is_shares)
        lines = group.lines[: max(room // (_ROW + _MORE), 0)]
        room -= (_ROW + _MORE) * len(group.lines)
        if lines:
            yield _Group(group.clause, group.unit, lines)


def _block(groups: Sequence[_Group], top: float) -> tuple[list[str], float]:
    """Groups on one scale, and where they end."""
    scale = Scale.over(groups[0].unit, [report for group in groups for report in group.reports])
    marks, y = list[str](), top
    for group in groups:
        marks.append(words(cut(group.clause, LEFT - 12), 0, y + 12, font_weight="bold"))
        y += _HEAD
        for line in group.lines:
            text = _text(line)
            marks.append(_line(line, text, y + _ROW / 2, scale))
            y += _ROW + _MORE * (len(text) - 1)
    return [*scale.grid(top, y), *marks], y + _FOOT


def _text(line: _Line) -> list[str]:
    first, *more = (names.speaker(report.entry) for report in line.reports)
    others = len({*more} - {first})
    by = f"{line.amount}, {first}" + (f" and {counted(others, 'other')}" if others else "")
    return wrap(by, _LETTERS, max_lines=2, placeholder=" …", break_on_hyphens=False)


def _line(line: _Line, text: Sequence[str], y: float, scale: Scale) -> str:
    sign = "hostile" if line.apart else "cooperative"
    mark = words("≠", LEFT - 8, y + 4, font_size=13, font_weight="bold", text_anchor="end") if line.apart else ""
    says = f"{line.amount}: {'; '.join(dict.fromkeys(names.speaker(each.entry) for each in line.reports))}"
    told_by = (words(each, 10, y + 3.5 + _MORE * place, font_size=10) for place, each in enumerate(text))
    return told(sign, says, mark, scale.bar(line.reports[0].quantity, y)) + "".join(told_by)
