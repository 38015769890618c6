"""The page of all figures."""

from __future__ import annotations

from markupsafe import Markup

from dragoman import Frame, Measured, Quantities, Reported
from dragoman.codebook.units import UNITS
from dragoman.later import Later
from dragoman.sorting import FIGURES
from dragoman.web.described import described
from dragoman.web.drawings import ranges
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, choice, codes, flag, sort, text
from dragoman.web.visit import Visit

_SHARES = (0.0, 100.0)
_KINDS = tuple(sorted({each.kind for each in UNITS.values()}))


@described(
    codes("party", "Whom figures are about."),
    text("type", "The type of the event or tie that they measure."),
    choice("kind", "The kind of their unit.", _KINDS),
    flag("conflicts", "Only those in conflict."),
    sort(FIGURES),
    *LISTED,
    tables={"quantities": Quantities.columns},
)
def quantities(visit: Visit) -> Page:
    """All figures side by side; of parties, a type, a kind of unit or only those in conflict if asked for."""
    asked = visit.asked
    parties = asked.codes("party")
    type_, kind, by = asked.text("type"), asked.one_of("kind", _KINDS), asked.text("sort")
    conflicts = asked.one_of("conflicts", ("1",)) is not None
    found = visit.recall(visit.workspace.measures, *parties, type=type_, kind=kind, conflicts=conflicts, sort=by)
    listed = visit.cut(found.figures)
    shown = {
        "listed": listed,
        "figures": [
            (each, against := each.against, _drawing(each.measured, each.report, is_apart=bool(against)))
            for each in listed.items
        ],
        "types": found.types,
        "kinds": found.kinds,
        "asked": {"parties": parties, "type": type_, "kind": kind, "conflicts": conflicts, "sort": by},
    }
    tables = Later(quantities=lambda: Frame(Quantities.columns, tuple(each.row for each in listed.items)))
    return Page("quantities.html", "Quantities", tables, shown, {"parties": parties})


def _drawing(measured: Measured, report: Reported, *, is_apart: bool) -> Markup | None:
    """The range of a figure on the scale of all that measure the same, in its own unit."""
    quantity = report.quantity
    unit = "percent" if measured.unit_kind == "share" else quantity.unit
    return ranges.draw(quantity.low, quantity.high, _whole(measured, unit), unit=unit, is_apart=is_apart)


def _whole(measured: Measured, unit: str) -> tuple[float, float]:
    if measured.unit_kind == "share":
        return _SHARES
    own = UNITS[unit]
    return ranges.scale(
        [
            bound * UNITS[each.quantity.unit].factor / own.factor
            for each in measured.reports
            if UNITS[each.quantity.unit].base == own.base
            for bound in (each.quantity.low, each.quantity.high)
            if bound is not None
        ]
    )
