"""From whom each report of one event or tie has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman import reconcile
from dragoman.analysis.occurrences import ordered
from dragoman.records import Copy, Document, Entry, Standing

How = Literal["itself", "quotes", "exact", "near", "excerpt"]


@dataclass(frozen=True, slots=True)
class Heard:
    """How one report has its news.

    `how`: `itself`, in the document's own voice; `quotes` a source; or its words are a copy or an excerpt of another
    document's. `of` is the id of that document, or the source's name, the innermost of several; `document` is that
    document, `likeness` the share of the document's words that go back to it, 0 to 1.
    """

    entry: Entry
    how: How
    of: str | None = None
    likeness: float | None = None
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent beginning of a claim, with all reports that go back to it, the earliest first.

    `document` is the document in which it began; `None` if that is a source that is only quoted. `name` is what that
    source is called.
    """

    key: str
    name: str | None
    document: Document | None
    reports: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Descent:
    """The origins of what reports of one standing say of one event or tie, those with the earliest report first."""

    standing: Standing
    origins: tuple[Origin, ...]

    @property
    def reports(self) -> int:
        """How many reports there are."""
        return sum(len(origin.reports) for origin in self.origins)


def descents(entries: Sequence[Entry], copies: Sequence[Copy], documents: reconcile.Documents) -> tuple[Descent, ...]:
    """The descent of the reports of one occurrence, by standing in the order of `Standing`.

    `entries` are all its reports, `copies` those of the whole pile, `documents` gives documents by id.
    """
    root = reconcile.roots(entries, copies, documents)
    origins = reconcile.origins(entries, dict.fromkeys((each.statement.id for each in entries), ""), root)
    found = []
    for standing in Standing:
        reports = [entry for entry in ordered(entries) if entry.statement.standing is standing]
        if reports:
            heard = [_heard(each, root, copies, documents) for each in reports]
            found.append(Descent(standing, _origins(reports, origins, heard, documents)))
    return tuple(found)


def _origins(
    reports: Sequence[Entry], origins: Mapping[str, str], heard: Sequence[Heard], documents: reconcile.Documents
) -> tuple[Origin, ...]:
    groups: dict[str, list[Heard]] = {}
    for entry, each in zip(reports, heard, strict=True):
        groups.setdefault(origins[entry.statement.id], []).append(each)
    return tuple(_origin(key, each, documents) for key, each in groups.items())


def _origin(key: str, reports: Sequence[Heard], documents: reconcile.Documents) -> Origin:
    if key.startswith("d1:"):
        return Origin(key, None, documents(key), tuple(reports))
    quoted = (each.of for each in reports if each.how == "quotes")
    return Origin(key, next(quoted, None), None, tuple(reports))


def _heard(entry: Entry, root: Mapping[str, Document], copies: Sequence[Copy], documents: reconcile.Documents) -> Heard:
    if root[entry.statement.id].id != entry.document.id:
        nearest = min((copy for copy in copies if copy.document == entry.document.id), key=Copy.nearness)
        return Heard(entry, nearest.kind, nearest.of, nearest.likeness, documents(nearest.of))
    if entry.statement.chain:
        return Heard(entry, "quotes", entry.statement.chain[-1].source.name)
    return Heard(entry, "itself")
