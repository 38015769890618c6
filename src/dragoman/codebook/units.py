"""Units of quantities, and the words that go with their numbers, from `units.toml`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.codebook.rows import table

#: The periods in which a currency is told, in seconds; a month and a year are mean Gregorian ones.
_PERIODS = {"day": 86_400.0, "month": 2_629_746.0, "year": 31_556_952.0}


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its code, its words, its kind, and the factor to the base unit of that kind (1.0 if none).

    In just these letters, `before` name it before a number and `behind` behind one; `words` do so in any letters.
    """

    code: str
    words: tuple[str, ...]
    kind: str
    factor: float
    base: str
    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


def _listed(rows: Sequence[dict[str, Any]]) -> Iterator[Unit]:
    for row in rows:
        words, before, behind = (tuple(row.get(name, ())) for name in ("words", "before", "behind"))
        base = row.get("base", row["code"])
        yield Unit(row["code"], words, row["kind"], float(row.get("factor", 1.0)), base, before, behind)


def _rates(listed: Sequence[Unit]) -> Iterator[Unit]:
    """So much of a currency a day, a month, a year, of those of which it is not listed."""
    known = {each.code for each in listed}
    for currency in listed:
        for period, seconds in _PERIODS.items() if currency.kind == "currency" else ():
            code = f"{currency.code.lower()}p{period[0]}"
            words = tuple(f"{word} {a} {period}" for word in currency.words for a in ("a", "per"))
            if code not in known:
                yield Unit(code, words, "currency_rate", 1 / seconds, f"{currency.code}/s")


def _form(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*")


_TABLE = table("units.toml")
_LISTED = tuple(_listed(_TABLE["unit"]))
#: Units by their codes.
UNITS = {each.code: each for each in (*_LISTED, *_rates(_LISTED))}
#: The unit that a word or symbol names; letters in lower case.
UNIT_WORDS = {word.lower(): unit.code for unit in UNITS.values() for word in unit.words}
#: The words of those that stand in the table: rates of currencies are told by what stands behind them.
LISTED_WORDS = tuple(word for unit in _LISTED for word in unit.words)
#: The unit that a sign names before a number, and behind one; as they are written.
BEFORE = {sign: unit.code for unit in _LISTED for sign in unit.before}
BEHIND = {sign: unit.code for unit in _LISTED for sign in unit.behind}
#: What multiplies a number: whole words, and abbreviations.
SCALE_WORDS: dict[str, float] = {word: float(by) for word, by in _TABLE["scales"]["words"].items()}
SCALE_SIGNS: dict[str, float] = {sign: float(by) for sign, by in _TABLE["scales"]["short"].items()}
#: The currency of each state of those that share a name of money, by that name as it is written.
MONEY: dict[str, dict[str, str]] = {word: row["of"] for row in _TABLE["money"] for word in row["words"]}
#: Patterns of the verbs that "over" belongs to, of words that tell of a change, and of those that tell of a range.
OVER_VERBS = "|".join(map(_form, _TABLE["over"]["behind"]))
CHANGES = "|".join(map(_form, _TABLE["change"]["words"]))
RANGES = "|".join(map(_form, _TABLE["change"]["within"]))
