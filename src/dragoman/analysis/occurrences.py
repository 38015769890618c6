"""The reports of one event or tie, brought together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.times import publication
from dragoman.records import Entry, Standing, Statement
from dragoman.records.statement import Kind


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event or tie with all its reports, whatever their standing, in the order of `ordered`.

    `actor` and `recipient` are the keys of the parties of each side: codes, or names where there is no code. In mutual
    ties all parties are on the actor's side.
    """

    id: str
    kind: Kind
    type: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    entries: tuple[Entry, ...]

    def reports(self, standing: Standing) -> tuple[Entry, ...]:
        """The reports of one standing."""
        return tuple(entry for entry in self.entries if entry.statement.standing is standing)

    @property
    def asserted(self) -> tuple[Entry, ...]:
        """The reports that say it is or was so."""
        return self.reports(Standing.ASSERTED)

    @property
    def denied(self) -> tuple[Entry, ...]:
        """The reports that say it is or was not so."""
        return self.reports(Standing.DENIED)

    def origins(self, standing: Standing) -> int | None:
        """On how many independent origins the reports of one standing rest; `None` if not reconciled yet."""
        return independent(self.reports(standing))


def independent(reports: Sequence[Entry]) -> int | None:
    """How many independent origins reports of one standing of one occurrence have; `None` if not reconciled yet.

    No more than there are reports: what was reconciled may have been more than what is looked at here.
    """
    if len(reports) < 2:
        return len(reports)
    counts = [entry.origins for entry in reports if entry.origins is not None]
    return min(max(counts), len(reports)) if counts else None


def ordered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries by publication, then by document and place in it; each statement once, whatever order they came in."""
    unique = {entry.statement.id: entry for entry in sorted(entries, key=lambda each: each.recorded)}
    return tuple(sorted(unique.values(), key=_place))


def gathered(entries: Iterable[Entry]) -> tuple[Occurrence, ...]:
    """The entries by occurrence, those of the earliest publication first.

    Before reconciling, ties come together by their channel and sides, and each event stands alone.
    """
    groups: dict[str, list[Entry]] = {}
    for entry in ordered(entries):
        groups.setdefault(entry.occurrence or _own(entry.statement), []).append(entry)
    return tuple(_occurrence(identity, group) for identity, group in groups.items())


def _occurrence(identity: str, entries: list[Entry]) -> Occurrence:
    first = min(
        (entry.statement for entry in entries), key=lambda each: (each.standing is not Standing.ASSERTED, each.id)
    )
    return Occurrence(identity, first.kind, first.type, *first.sides, tuple(entries))


def _own(statement: Statement) -> str:
    if statement.kind == "event":
        return statement.id
    actor, recipient = statement.sides
    return f"{statement.type}|{';'.join(actor)}|{';'.join(recipient)}"


def _place(entry: Entry) -> tuple[date, date, str, int, str]:
    published = publication(entry.document)
    start = published.start or date.max
    return (start, published.end or date.max, entry.document.id, entry.statement.evidence.start, entry.statement.id)
