"""The statements of a view with what reconciling finds out about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.ledger import Filters, View
from dragoman.reading.sentences import paragraphs
from dragoman.reconcile import Finding, reconcile
from dragoman.records import Entry, Span, Statement


def told(view: View, filters: Filters) -> Iterator[Entry]:
    """The entries of a view with what reconciling finds out about them; of a view of the past it is computed."""
    if view.has_derived:
        yield from view.entries(filters)
        return
    found = findings(view, list(view.entries()))
    for entry in view.entries(replace(filters, occurrence=None)):
        finding = found.get(entry.statement.id)
        if finding is not None and filters.occurrence in (None, finding.occurrence):
            yield renewed(entry, finding)
        elif finding is None and filters.occurrence is None:
            yield entry


def findings(view: View, entries: Sequence[Entry]) -> dict[str, Finding]:
    """What reconciling finds out about entries of a view, by statement id."""
    found = reconcile(entries, view.copies(), view.document, decisions=view.decisions())
    return {each.statement: each for each in found}


def stated(view: View, document: str) -> list[Statement]:
    """The statements of a document, by its full id."""
    return [entry.statement for entry in view.entries(Filters(document=document))]


def renewed(entry: Entry, finding: Finding) -> Entry:
    """An entry with what was found out about it."""
    return replace(
        entry,
        occurrence=finding.occurrence,
        origins=finding.origins,
        origin=finding.origin,
        original_source=finding.original_source,
    )


def reports(view: View, entry: Entry) -> list[Entry]:
    """All reports of the event or tie that an entry is about, itself if nothing is known of others."""
    occurrence = entry.occurrence
    if not view.has_derived:
        finding = findings(view, list(view.entries())).get(entry.statement.id)
        occurrence = finding.occurrence if finding is not None else None
    listed = list(told(view, Filters(occurrence=occurrence))) if occurrence is not None else []
    return listed or [entry]


def paragraph(entry: Entry) -> Span:
    """The paragraph of its document that the evidence of an entry stands in."""
    text, evidence = entry.document.text, entry.statement.evidence
    for start, end in paragraphs(text):
        if start <= evidence.start and evidence.end <= end:
            return Span.of(text, start, end)
    return evidence
