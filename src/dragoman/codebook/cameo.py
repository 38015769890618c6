"""CAMEO event codes and what they are in PLOVER, from `cameo.csv` and, the other way, `plover.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from dragoman.codebook.rows import listed, rows
from dragoman.errors import UnknownName

Match = Literal["exact", "approximate"]
#: Codes of states that CAMEO writes otherwise than ISO 3166-1 alpha-3.
STATES = {"ROU": "ROM", "TLS": "TMP", "XKX": "KSV", "IMN": "IMY"}
_STATES_READ = {
    **{cameo: iso for iso, cameo in STATES.items()},
    "KOS": "XKX", "XKK": "XKX", "WSB": "PSE", "GZS": "PSE", "PAL": "PSE",
}  # fmt: skip
#: PLOVER sectors that CAMEO has other roles for; those left out are the same in both.
SECTORS = {"JRN": "MED", "MED": "HLH", "PRM": "UAF", "PRE": "SEP", "SOC": "", "REL": "", "UNK": "", "ISM": "IMG"}
_SECTORS_READ = {"MED": "JRN", "HLH": "MED", "SEP": "PRE", "INS": "REB"}
#: Organisations that have a code of a group of their own.
GROUPS = {"UNO": "UNO", "NATO": "NAT", "EU": "EEC", "EUR": "EEC"}


@dataclass(frozen=True, slots=True)
class Coded:
    """A CAMEO code: its name, Goldstein score (-10 to 10), and its PLOVER type, mode and contexts, if it has a type.

    `turned`: who acts in CAMEO is acted upon in PLOVER.
    """

    code: str
    name: str
    goldstein: float
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]
    match: Match
    turned: bool


def coded(code: str) -> Coded:
    """What a CAMEO code means, or the longest beginning of it that means something; raises `UnknownName`."""
    known = codes()
    for length in range(len(code), 1, -1):
        if code[:length] in known:
            return known[code[:length]]
    raise UnknownName(code, "CAMEO code")


def to_cameo(type_: str, mode: str | None, contexts: tuple[str, ...]) -> tuple[str, Match]:
    """The CAMEO code for a PLOVER event, and how well it fits; raises `UnknownName` for a type that is none."""
    for row in choices():
        if row[0] == type_ and row[1] in ("", mode) and (not row[2] or row[2] in contexts):
            return row[3], row[4]
    raise UnknownName(type_, "event type")


def state_read(cameo: str) -> str:
    """The code of the codebook for a state as CAMEO or PLOVER writes it; itself where they agree."""
    return _STATES_READ.get(cameo, cameo)


def sector_read(role: str) -> str:
    """The PLOVER sector of a CAMEO role."""
    return _SECTORS_READ.get(role, role)


@cache
def codes() -> dict[str, Coded]:
    """All codes of the table."""
    return {
        row["code"]: Coded(
            row["code"],
            row["name"],
            float(row["goldstein"]),
            row["type"] or None,
            row["mode"] or None,
            listed(row["contexts"]),
            cast(Match, row["match"] or "exact"),
            row["turned"] == "yes",
        )
        for row in rows("cameo.csv")
    }


@cache
def choices() -> tuple[tuple[str, str, str, str, Match], ...]:
    """Type, mode, context, code and match of each row of `plover.csv`, in its order."""
    return tuple(
        (row["type"], row["mode"], row["context"], row["code"], cast(Match, row["match"])) for row in rows("plover.csv")
    )
