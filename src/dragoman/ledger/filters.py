"""Which statements are wanted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dragoman.codebook.ties import LASTING
from dragoman.ledger import words
from dragoman.records import Standing

_AS_OF = (
    "(s.occurred_from IS NULL OR s.occurred_from <= :as_of) AND (s.kind = 'event' OR s.occurred_to IS NULL "
    "OR s.occurred_to >= :as_of OR (substr(s.occurred_from, 1, 4) = substr(s.occurred_to, 1, 4) AND s.type IN ("
    + ", ".join(f"'{name}'" for name in sorted(LASTING))
    + ")))"
)


@dataclass(frozen=True, slots=True)
class Filters:
    """What a statement must be to be shown; everything left out is no condition.

    `parties`: codes, each on either side of the statement. `actor`, `recipient`: a code on that side. `kind`: `event`
    or `tie`. `types`, `standings`: any of them. `publisher`: as the document names it, in whatever case of a to z.
    `document`: a full document id. `since`, `until`: days that `occurred` may overlap, an open side reaching as far as
    needed.
    `as_of`: a day by which an event had begun, or on which a tie stood by its own dates, lasting ones from their
    beginning on. `certainty`: at least. `claim`, `occurrence`: full ids. `words`: all stand in the evidence, case and
    diacritics aside; "in quotes" they are a phrase. `figures`: gives one at least. `superseded`: show superseded
    statements too.
    """

    parties: tuple[str, ...] = ()
    actor: str | None = None
    recipient: str | None = None
    kind: str | None = None
    types: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()
    publisher: str | None = None
    document: str | None = None
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    certainty: float | None = None
    claim: str | None = None
    occurrence: str | None = None
    words: str | None = None
    figures: bool = False
    superseded: bool = False


def conditions(filters: Filters) -> tuple[list[str], dict[str, object]]:
    """The filters as SQL conditions on `s` (statements), `d` (documents), `o` (occurrences), with their values."""
    clauses: list[str] = []
    values: dict[str, object] = {}
    for clause, name, value in _single(filters):
        if value is not None:
            clauses.append(clause)
            values[name] = value
    if filters.figures:
        clauses.append("s.key IN (SELECT statement FROM quantities)")
    for number, code in enumerate(filters.parties):
        clauses.append(f"s.key IN (SELECT statement FROM parties WHERE code = :party{number})")
        values[f"party{number}"] = code
    for column, wanted in (("type", filters.types), ("standing", filters.standings)):
        if wanted:
            names = [f"{column}{number}" for number in range(len(wanted))]
            clauses.append(f"s.{column} IN ({', '.join(f':{name}' for name in names)})")
            values |= zip(names, map(str, wanted), strict=True)
    return clauses, values


def _single(filters: Filters) -> tuple[tuple[str, str, object], ...]:
    side = "s.key IN (SELECT statement FROM parties WHERE code = :{side} AND side = '{side}')"
    match = words.matching(filters.words) if filters.words is not None else None
    return (
        (side.format(side="actor"), "actor", filters.actor),
        (side.format(side="recipient"), "recipient", filters.recipient),
        ("s.kind = :kind", "kind", filters.kind),
        ("d.publisher = :publisher COLLATE NOCASE", "publisher", filters.publisher),
        ("d.id = :document", "document", filters.document),
        ("(s.occurred_to IS NULL OR s.occurred_to >= :since)", "since", _day(filters.since)),
        ("(s.occurred_from IS NULL OR s.occurred_from <= :until)", "until", _day(filters.until)),
        (_AS_OF, "as_of", _day(filters.as_of)),
        ("s.certainty >= :certainty", "certainty", filters.certainty),
        ("s.claim = :claim", "claim", filters.claim),
        ("o.occurrence = :occurrence", "occurrence", filters.occurrence),
        ("d.key IN (SELECT rowid FROM search WHERE search MATCH :words)", "words", match),
    )


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
