"""The statements of a view with what reconciling finds out about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import Self

from dragoman.deriving.derive import bound, with_bound
from dragoman.ledger import Filters, View
from dragoman.ledger.clock import end_of
from dragoman.reading.sentences import paragraphs
from dragoman.reconcile import Finding, matter, reconcile
from dragoman.records import Entry, Span, Statement

#: The share of statements that are new, or gone, from which on all are reconciled as they were.
_MUCH = 0.25


def told(view: View, filters: Filters) -> Iterator[Entry]:
    """The entries of a view with what reconciling finds out about them; of a view of the past it is computed where
    something changed since.
    """
    if view.has_derived:
        yield from view.entries(filters)
        return
    past = Past.of(view)
    if past is not None:
        yield from past.told(filters)
        return
    found = findings(view, list(view.entries()))
    for entry in view.entries(replace(filters, occurrence=None)):
        finding = found.get(entry.statement.id)
        if finding is not None and filters.occurrence in (None, finding.occurrence):
            yield renewed(entry, finding)
        elif finding is None and filters.occurrence is None:
            yield entry


def has_changed_little(view: View) -> bool:
    """Whether what is derived now tells most of what was so at the moment of a view."""
    return view.now.has_outlines and view.now.changed_share(view.moment) <= _MUCH


@dataclass(frozen=True)
class Touched:
    """The matters on which a statement, a copy or a judgement is new or gone between two views of one ledger: on all
    others reconciling finds out the same. `after` are the statements on them now, `ever` these and all that were there
    since.
    """

    matters: Set[str]
    after: Sequence[Entry]
    ever: Sequence[Entry]

    @classmethod
    def between(cls, then: View, now: View) -> Touched:
        """Those between a moment of the past and now."""
        anew = list(now.changed(then.moment))
        matters = {matter(entry.statement) for entry in anew} | _judged_anew(now, then)
        matters = with_bound(with_bound(matters, bound(now, now.decisions())), bound(then, then.decisions()))
        after = list(now.on(matters))
        return cls(matters, after, [*after, *anew])

    def at(self, view: View) -> list[Entry]:
        """The statements on these matters as a view has them, which is of the first moment or of a later one, with what
        reconciling finds out about them.
        """
        there = {
            each.statement.id: replace(each, superseded=None) for each in self.ever if _is_there(each, view.moment)
        }
        found = findings(view, list(there.values()))
        return [renewed(each, found[identity]) for identity, each in there.items()]


class Past:
    """What reconciling finds out about a ledger as it was: what is derived now, but where something changed since."""

    def __init__(self, view: View, touched: Touched) -> None:
        self._view = view
        self._matters = touched.matters
        #: The statements on matters on which something changed, as they were and as they are.
        self.before, self.after = touched.at(view), touched.after
        self._found = {each.statement.id: each for each in self.before}

    @classmethod
    def of(cls, view: View) -> Self | None:
        """The past that a view tells of; `None` if what is derived now tells little of it."""
        return cls(view, Touched.between(view, view.now)) if has_changed_little(view) else None

    def told(self, filters: Filters) -> Iterator[Entry]:
        """The entries that the filters let through."""
        if filters.occurrence is None:
            return map(self._renewed, self._view.recalled(filters))
        wanted = [self._view.recalled(filters)]
        for document in self._documents(filters.occurrence):
            if filters.document in (None, document):
                wanted.append(self._view.recalled(replace(filters, occurrence=None, document=document)))
        entries = {(each.statement.id, each.recorded): each for some in wanted for each in map(self._renewed, some)}
        return iter(sorted((each for each in entries.values() if each.occurrence == filters.occurrence), key=_place))

    def _documents(self, occurrence: str) -> set[str]:
        """The ids of the documents of reports of an event or tie, of those that are on matters that changed."""
        return {each.document.id for each in self.before if each.occurrence == occurrence}

    def _renewed(self, entry: Entry) -> Entry:
        if matter(entry.statement) not in self._matters:
            return entry
        found = self._found.get(entry.statement.id)
        if found is None:
            return replace(entry, occurrence=None, origins=None, origin=None, original_source=None)
        return replace(found, recorded=entry.recorded, superseded=entry.superseded)


def _judged_anew(now: View, then: View) -> set[str]:
    """The matters of statements of which pairs are judged otherwise than before."""
    judged = {each.id: each for view in (now, then) for each in view.decisions() if each.is_pairing}
    known = [{each.id for each in view.decisions()} for view in (now, then)]
    anew = [each for identity, each in judged.items() if (identity in known[0]) != (identity in known[1])]
    documents = {anchor.document for each in anew for anchor in each.anchors}
    entries = [entry for each in sorted(documents) for entry in now.entries(Filters(document=each))]
    return {
        matter(entry.statement)
        for entry in entries
        if any(each.covers(entry.statement, entry.document) for each in anew)
    }


def _is_there(entry: Entry, moment: str) -> bool:
    return end_of(entry.recorded) <= moment and (entry.superseded is None or end_of(entry.superseded) > moment)


def _place(entry: Entry) -> tuple[str, int, str, str]:
    return entry.document.id, entry.statement.evidence.start, entry.statement.id, entry.recorded


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
        document = Filters(document=entry.document.id)
        occurrence = {each.statement.id: each.occurrence for each in told(view, document)}.get(entry.statement.id)
    listed = list(told(view, Filters(occurrence=occurrence))) if occurrence is not None else []
    return listed or [entry]


def paragraph(entry: Entry) -> Span:
    """The paragraph of its document that the evidence of an entry stands in."""
    text, evidence = entry.document.text, entry.statement.evidence
    for start, end in paragraphs(text):
        if start <= evidence.start and evidence.end <= end:
            return Span.of(text, start, end)
    return evidence
