"""Units of quantities, from `units.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit: its code, its words, its kind, and the factor to the base unit of that kind (1.0 if none)."""

    code: str
    words: tuple[str, ...]
    kind: str
    factor: float


def _load() -> dict[str, Unit]:
    rows = tomllib.loads(files(__package__).joinpath("units.toml").read_text(encoding="utf-8"))["unit"]
    return {
        row["code"]: Unit(row["code"], tuple(row["words"]), row["kind"], float(row.get("factor", 1.0))) for row in rows
    }


UNITS = _load()
#: The unit that a word or symbol names; letters in lower case.
UNIT_WORDS = {word.lower(): unit.code for unit in UNITS.values() for word in unit.words}
