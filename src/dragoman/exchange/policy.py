"""How disputed territories are written: a table that can be read, changed, and given back."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.codebook.disputed import territories
from dragoman.codebook.names import code
from dragoman.codebook.sectors import sectors
from dragoman.codebook.states import cow_number
from dragoman.errors import InvalidValue, UnknownName

_CODE = re.compile("[A-Z]{3}")
_KEYS = frozenset({"name", "code", "sector"})


@dataclass(frozen=True, slots=True)
class Written:
    """What is written for a territory; `sector` is `None` where the party keeps its own."""

    name: str
    code: str
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """What is written for each territory, by its code in the codebook; whatever is not in it is written as it is."""

    territories: Mapping[str, Written]

    @classmethod
    def of(cls, text: str | None = None) -> Policy:
        """The policy of the codebook, changed by one in TOML; raises `InvalidValue` or `UnknownName`."""
        found = {code_: _written(code_, row) for code_, row in territories().items()}
        if text is not None:
            found |= {code(name): _written(name, row) for name, row in _parsed(text).items()}
        return cls(dict(sorted(found.items())))

    @classmethod
    def own(cls) -> Policy:
        """That of a format in which each territory keeps the code that the ledger has for it."""
        return cls({code_: Written(name, code_) for code_, name in sorted(_names())})

    def code(self, party: str) -> str:
        """The code that is written for a party's."""
        return self.territories[party].code if party in self.territories else party

    def sector(self, party: str | None, own: str | None) -> str | None:
        """The sector that is written for a party that has one of its own, or none."""
        told = self.territories.get(party or "")
        return told.sector if told is not None and told.sector is not None else own

    def cow(self, party: str) -> int | None:
        """The Correlates of War number that goes with the code that is written."""
        own = cow_number(self.code(party))
        return own if own is not None or self.sector(party, None) is not None else cow_number(party)

    def changes(self, party: str) -> bool:
        """Whether something else is written for a code."""
        return party in self.territories and (self.code(party) != party or self.sector(party, None) is not None)

    def lines(self) -> Iterator[str]:
        """As a file of the form that `of` takes."""
        for territory, told in self.territories.items():
            yield f"\n[territory.{territory}]\n"
            about = {"name": told.name, "code": told.code, "sector": told.sector}
            # What JSON writes for a text is TOML too.
            given = ((key, value) for key, value in about.items() if value is not None)
            yield from (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in given)


def _names() -> Iterator[tuple[str, str]]:
    return ((code_, _written(code_, row).name) for code_, row in territories().items())


def _parsed(text: str) -> dict[str, object]:
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InvalidValue(f"The policy is not TOML: {error}.") from error
    rows = found.get("territory", {})
    if not isinstance(rows, dict) or not found.keys() <= {"territory", "export"}:
        raise InvalidValue('A policy has tables such as [territory.XNK] with `code = "AZE"`, and nothing else.')
    return rows


def _written(territory: str, row: object) -> Written:
    if not isinstance(row, dict) or not {"code"} <= row.keys() <= _KEYS:
        raise InvalidValue(f"[territory.{territory}] of the policy must have `code`, and may have `name` and `sector`.")
    if not isinstance(row["code"], str) or not _CODE.fullmatch(row["code"]):
        raise InvalidValue(f"[territory.{territory}] is written as a code of three capitals, not {row['code']!r}.")
    if row.get("sector") not in (None, *sectors()):
        raise UnknownName(str(row["sector"]), "sector", sorted(sectors()))
    if not isinstance(row.get("name", ""), str) or '"' in row.get("name", ""):
        raise InvalidValue(f"The name of [territory.{territory}] must be a text without quotation marks.")
    return Written(row.get("name", territory), row["code"], row.get("sector"))
