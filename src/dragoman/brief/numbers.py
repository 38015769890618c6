"""Numbers and counts in words."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.analysis import Figure, Reported
from dragoman.brief import times
from dragoman.brief.names import called
from dragoman.codebook.units import UNITS
from dragoman.records import Entry, Quantity
from dragoman.words import counted

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """40, 33.3, 1.6 billion, 23,000."""
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{_plain(value / scale)} {word}"
    return _plain(value)


def amount(quantity: Quantity) -> str:
    """The number with its bounds, unit and base: "around 40 % of Israel's oil imports"."""
    return f"{bounded(quantity)}{_of(quantity.of, quantity.whose)}"


def span(figure: Figure) -> str:
    """From which to which number the reports of a figure reach: "from 30 % to 40 %"."""
    low, high = (None if bound is None else measured(bound, figure.unit) for bound in (figure.low, figure.high))
    if low is None:
        return "without a lower bound" + (f" up to {high}" if high else "")
    return f"from {low} to {high}" if high else f"from {low} upwards"


def subject(figure: Figure) -> str:
    """What a figure is of: "Israel's oil imports"."""
    return _of(figure.base, figure.owner).removeprefix(" of ").removeprefix(" for ") or "this"


def alike(reports: Sequence[Reported]) -> dict[tuple[str, str], list[Reported]]:
    """The reports that give one number of one time, by the number and the time in words, "" where none is given."""
    found: dict[tuple[str, str], list[Reported]] = {}
    for report in reports:
        period = times.at(report.period, by="until") if report.period.known else ""
        found.setdefault((amount(report.quantity), period), []).append(report)
    return found


def counts(reports: Sequence[Entry], origins: int | None) -> str:
    """1 report; 3 reports in 2 documents, 2 independent origins."""
    if len(reports) == 1:
        return "1 report"
    documents = len({entry.document.id for entry in reports})
    words = f"{counted(len(reports), 'report')} in {counted(documents, 'document')}"
    return words if origins is None else f"{words}, {counted(origins, 'independent origin')}"


def listed(words: Sequence[str]) -> str:
    """A, B and C."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def capital(words: str) -> str:
    """Words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def _plain(value: float) -> str:
    return f"{round(value, 2):,.2f}".rstrip("0").rstrip(".")


def bounded(quantity: Quantity) -> str:
    """The number with its bounds and unit: "around 40 %", "over 2 days", "60–69 %"."""
    low, high = quantity.low, quantity.high
    unit = quantity.counted or quantity.unit
    about = "around " if quantity.approximate else ""
    if low is not None and high is not None:
        words = number(low) if low == high else f"{number(low)}–{number(high)}"
        return about + _measured(words, unit)
    if low is not None:
        return f"over {_measured(number(low), unit)}"
    return f"up to {_measured(number(high), unit)}" if high is not None else quantity.mention.text


def measured(value: float, unit: str) -> str:
    """A number with its unit: "40 %", "1.6 billion USD"."""
    return _measured(number(value), unit)


def _measured(words: str, unit: str) -> str:
    if unit == "percent":
        return f"{words} %"
    known = UNITS.get(unit)
    if known is None or known.kind == "currency":
        return f"{words} {unit}"
    return f"{words} {next((word for word in known.words if len(word) > 2), unit)}"


def _of(base: str | None, owner: str | None) -> str:
    """The base may name its owner already ("Israel's oil imports", "its oil")."""
    if base is None:
        return f" for {called(owner)}" if owner else ""
    words = base.removeprefix("the ").removeprefix("its ")
    if owner is None or "’s " in words or "'s " in words:
        return f" of {words}"
    return f" of {_possessive(called(owner))} {words}"


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"
