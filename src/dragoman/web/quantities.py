"""The page of all figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dragoman import Frame, Measured, Quantities, Reported
from dragoman.codebook.units import UNITS
from dragoman.web.described import described
from dragoman.web.drawings import ranges
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, choice, codes, flag, sort, text
from dragoman.web.sorting import Key, ranked
from dragoman.web.visit import Visit

_SHARES = (0.0, 100.0)
_KINDS = tuple(sorted({each.kind for each in UNITS.values()}))


@dataclass(frozen=True, slots=True)
class Figure:
    """One reported number: what it measures, how it is drawn, the statements it conflicts with, and its row as data."""

    measured: Measured
    report: Reported
    whole: tuple[float, float]
    against: tuple[str, ...]
    row: tuple[object, ...]

    @property
    def drawing(self) -> Markup | None:
        """Its range on the scale of all that measure the same."""
        quantity = self.report.quantity
        return ranges.draw(quantity.low, quantity.high, self.whole, is_apart=bool(self.against))


_KEYS: dict[str, Key[Figure]] = {
    "what": lambda each: (each.measured.type, each.measured.actor, each.measured.recipient, each.measured.unit_kind),
    "low": lambda each: each.report.quantity.low,
    "high": lambda each: each.report.quantity.high,
    "of": lambda each: each.report.quantity.of and each.report.quantity.of.casefold(),
    "time": lambda each: each.report.period.start or each.report.period.end,
    "publisher": lambda each: each.report.entry.document.publisher,
    "published": lambda each: each.report.entry.document.published and each.report.entry.document.published.start,
}


@described(
    codes("party", "Whom figures are about."),
    text("type", "The type of the event or tie that they measure."),
    choice("kind", "The kind of their unit.", _KINDS),
    flag("conflicts", "Only those in conflict."),
    sort(_KEYS),
    *LISTED,
    tables={"quantities": Quantities.columns},
)
def quantities(visit: Visit) -> Page:
    """All figures side by side; of parties, a type, a kind of unit or only those in conflict if asked for."""
    asked = visit.asked
    parties = asked.codes("party")
    found = visit.recall(visit.workspace.quantities, *parties)
    type_, kind = asked.text("type"), asked.one_of("kind", _KINDS)
    conflicts = asked.one_of("conflicts", ("1",)) is not None
    kept = [
        each
        for each in _figures(found)
        if type_ in (None, each.measured.type) and kind in (None, each.measured.unit_kind)
        if each.against or not conflicts
    ]
    listed = visit.cut(ranked(kept, asked.text("sort"), _KEYS))
    shown = {
        "listed": listed,
        "types": sorted({each.type for each in found}),
        "kinds": [each for each in _KINDS if any(one.unit_kind == each for one in found)],
        "asked": {"parties": parties, "type": type_, "kind": kind, "conflicts": conflicts, "sort": asked.text("sort")},
    }
    frame = Frame(Quantities.columns, tuple(each.row for each in listed.items))
    return Page("quantities.html", "Quantities", {"quantities": frame}, shown, {"parties": parties})


def _figures(found: Quantities) -> Iterator[Figure]:
    rows = iter(found.table().rows)
    for measured in found:
        against, whole = measured.against, _whole(measured)
        for report in measured.reports:
            ids = tuple(dict.fromkeys(against.get(report.entry.statement.id, ())))
            yield Figure(measured, report, whole, ids, next(rows))


def _whole(measured: Measured) -> tuple[float, float]:
    if measured.unit_kind == "share":
        return _SHARES
    bounds = (bound for report in measured.reports for bound in (report.quantity.low, report.quantity.high))
    return ranges.scale([bound for bound in bounds if bound is not None])
