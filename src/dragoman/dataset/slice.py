"""Which part of a dataset is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.names import code
from dragoman.codebook.ties import CHANNELS
from dragoman.errors import InvalidValue
from dragoman.records import Interval, Standing
from dragoman.records.dates import from_iso

#: What can be asked for.
KEYS = ("party", "type", "standing", "publisher", "published")
#: Columns that tell whether a statement is wanted.
COLUMNS = ("document", "item", "type", "standing", "actor", "recipient", "publisher", "published")


@dataclass(frozen=True, slots=True)
class Slice:
    """Documents of one of the `publishers`, published in `published`, with a statement on all the `parties`, by code,
    of one of the `types` and `standings`; what is empty is no condition.
    """

    parties: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    standings: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    published: Interval | None = None

    @classmethod
    def of(cls, conditions: Iterable[str]) -> Self:
        """From conditions such as `party=Kenya`, `type=energy,arms`, `published=2024-05/2024-07`.

        Commas part values of which any will do; each condition must hold. Raises `InvalidValue` or `UnknownName`.
        """
        found: dict[str, Any] = {}
        parties: set[str] = set()
        for condition in conditions:
            key, sign, value = (each.strip() for each in condition.partition("="))
            if key not in KEYS or not sign or not value:
                raise InvalidValue(f"{condition!r} is no condition; write KEY=VALUE, the key one of {', '.join(KEYS)}.")
            if key == "party":
                parties.add(code(value))
                continue
            name = key if key == "published" else f"{key}s"
            if name in found:
                raise InvalidValue(f"{key} is asked for twice; several go in one condition: {key}=A,B.")
            found[name] = _value(key, value)
        return cls(frozenset(parties), **found)

    @property
    def is_of_statements(self) -> bool:
        """Whether it is statements that decide."""
        return bool(self.parties or self.types or self.standings)

    @property
    def is_all(self) -> bool:
        """Whether everything is wanted."""
        return self == type(self)()

    def has_month(self, month: str | None) -> bool:
        """Whether documents of a month, as `2024-05` or `undated`, may be wanted."""
        if self.published is None or month is None:
            return True
        return month != "undated" and from_iso(month).overlaps(self.published)

    def has_document(self, row: Mapping[str, Any]) -> bool:
        """Whether the document of a row, of documents or statements, may be wanted."""
        publisher, published = row["publisher"], row["published"]
        if self.publishers and (publisher or "").casefold() not in self.publishers:
            return False
        if self.published is None:
            return True
        day = published["from"] if isinstance(published, Mapping) else published
        return day is not None and Interval(day, day).overlaps(self.published)

    def has_statement(self, row: Mapping[str, Any]) -> bool:
        """Whether a statement makes its document wanted."""
        codes = {party["code"] for side in ("actor", "recipient") for party in row[side]}
        return (
            self.parties <= codes
            and (not self.types or row["type"] in self.types)
            and (not self.standings or row["standing"] in self.standings)
            and self.has_document(row)
        )


def _value(key: str, text: str) -> frozenset[str] | Interval:
    if key == "published":
        first, _, last = text.partition("/")
        return Interval(from_iso(first).start, from_iso(last or first).end)
    values = [each.strip() for each in text.split(",") if each.strip()]
    if key == "publisher":
        return frozenset(each.casefold() for each in values)
    known = {*(str(each) for each in Standing)} if key == "standing" else {*EVENT_TYPES, *CHANNELS}
    by_name = {each.casefold(): each for each in known}
    unknown = [each for each in values if each.casefold() not in by_name]
    if unknown:
        raise InvalidValue(f"No {key} is called {unknown[0]!r}; there are {', '.join(sorted(known))}.")
    return frozenset(by_name[each.casefold()] for each in values)
