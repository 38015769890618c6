"""The page of a claim: all that report it, and from whom they have it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman import Descent, Filters, Frame
from dragoman.errors import UnknownId
from dragoman.records import Standing
from dragoman.web.described import described
from dragoman.web.page import Page
from dragoman.web.pages.deciding import FAULTS
from dragoman.web.pages.pairing import likely
from dragoman.web.parameters import place
from dragoman.web.shown import who
from dragoman.web.visit import Visit

_COLUMNS = (
    *("standing", "origin", "how", "of", "likeness", "publisher", "published", "occurred", "recorded", "chain"),
    *("certainty", "evidence", "statement", "document"),
)


@described(place("id", "The id of a statement, or of a claim."), tables={"reports": _COLUMNS})
def claim(visit: Visit) -> Page:
    """A statement, by its id or that of its claim, with all reports of the same event or tie by origin."""
    passage = visit.workspace.show(_statement(visit, visit.asked.path["id"]))
    entry, statement = passage.entry, passage.entry.statement
    descents = visit.recall(visit.workspace.lineage, statement.id)
    asserted = [each for each in descents if each.standing is Standing.ASSERTED]
    reports = [heard for each in descents for origin in each.origins for heard in origin.reports]
    shown = {
        "passage": passage,
        "entry": entry,
        "descents": descents,
        "reports": sum(each.reports for each in descents),
        "asserted": sum(each.reports for each in asserted),
        "faults": FAULTS,
        "together": [heard.entry for heard in reports if heard.entry.statement.id != statement.id],
        "likely": likely(visit, entry, {heard.entry.statement.id for heard in reports} | {statement.id}),
        "taken": [each for each in visit.workspace.decisions() if any(at.holds(statement) for at in each.anchors)],
        "origins": sum(len(each.origins) for each in asserted),
    }
    about = {"statement": statement.id, "claim": statement.claim, "occurrence": entry.occurrence}
    frame = Frame(_COLUMNS, tuple(row for each in descents for row in _rows(each)))
    return Page("claim.html", who(statement), {"reports": frame}, shown, about)


def _statement(visit: Visit, identity: str) -> str:
    """The id of a statement: the one given, or of the first that makes the claim given."""
    if not identity.startswith("c1:"):
        return identity
    first = next(visit.workspace.statements(Filters(claim=identity)), None)
    if first is None:
        raise UnknownId(f"No statement in this ledger makes the claim {identity!r}; give the whole id of one.")
    return first.statement.id


def _rows(descent: Descent) -> Iterator[tuple[object, ...]]:
    for number, origin in enumerate(descent.origins, 1):
        for heard in origin.reports:
            entry, statement = heard.entry, heard.entry.statement
            published = entry.document.published
            yield (
                *(descent.standing.value, number, heard.how, heard.of, heard.likeness, entry.document.publisher),
                *(published.iso() if published else None, statement.occurred.iso(), entry.recorded),
                "; ".join(link.source.name for link in statement.chain),
                *(statement.certainty, statement.evidence.text, statement.id, entry.document.id),
            )
