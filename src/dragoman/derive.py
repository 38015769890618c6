"""After reading: which documents have their text from which, and what their statements add up to.

Only what is new is compared and reconciled, and what it changes; the result is that of doing all of it at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from dragoman import reconcile
from dragoman.ledger import Derived, Filters, Ledger, View, Writer
from dragoman.records import Copy, Decision, Entry
from dragoman.task import packed, unpacked


def derive(ledger: Ledger, writer: Writer, *, recorded: str) -> tuple[Copy, ...]:
    """Compare the documents and reconcile the statements that are not yet; returns the copies that were not known."""
    with ledger.view() as view:
        if view.reconciled():
            return ()
        current = view.all_compared() and all(map(_is_current, view.signatures().values()))
        new = () if current else _compare(view, writer, recorded)
    _retract_copies(ledger, writer, recorded)
    with ledger.view() as view:
        fresh, stale = view.unreconciled()
        matters = stale | {reconcile.matter(entry.statement) for entry in fresh}
        taken = view.decisions()
        matters = _with_linked(matters, view, taken)
        entries = {entry.statement.id: entry for entry in (*view.on(matters), *fresh)}
        found = reconcile.reconcile(list(entries.values()), view.copies(), view.document, decisions=taken)
    derived = (Derived(each.statement, each.occurrence, each.origins, each.matter) for each in found)
    writer.renew_derived(derived, matters=matters)
    return new


def retracted(decision: Decision, entries: Sequence[Entry], view: View) -> list[str]:
    """The ids of the statements among entries that fall with what a decision retracts: its own, and those that others
    have from it.
    """
    root = reconcile.roots(entries, view.copies(), view.document)
    return [
        entry.statement.id
        for entry in entries
        if decision.covers(entry.statement, entry.document) or decision.covers_document(root[entry.statement.id])
    ]


def _with_linked(matters: set[str], view: View, taken: Sequence[Decision]) -> set[str]:
    """The matters with those that decisions bind to them."""
    same = [each for each in taken if each.verdict == "same"]
    documents = {anchor.document for each in same for anchor in each.anchors}
    entries = [entry for each in sorted(documents) for entry in view.entries(Filters(document=each))]
    links, found = reconcile.linked(entries, same), set(matters)
    while more := [each for each in links if each & found and each - found]:
        found = found.union(*more)
    return found


def _retract_copies(ledger: Ledger, writer: Writer, recorded: str) -> None:
    """Set aside what is new and was copied from something that was retracted."""
    with ledger.view() as view:
        retractions = [each for each in view.decisions() if each.scope is not None]
        fresh = view.unreconciled()[0] if retractions else []
        fallen = [(each, retracted(each, fresh, view)) for each in retractions]
    for decision, statements in fallen:
        if statements:
            writer.carry_on(decision, statements, recorded=recorded)


def _compare(view: View, writer: Writer, recorded: str) -> tuple[Copy, ...]:
    """Find the copies and excerpts among all documents, and write them down; returns those that were not known."""
    stored = view.signatures()
    # Those that an earlier version of this program made cannot be compared with today's.
    renewed = {
        identity: packed(view.document(identity).text) for identity, each in stored.items() if not _is_current(each)
    }
    if renewed:
        writer.add_signatures(renewed, recorded=recorded)
    prints = _by_age(view, stored | renewed)
    compared = view.compared()
    # Without a document that was there, other pairs may be worth comparing; then all of them are compared again.
    known = compared if compared <= prints.keys() and not renewed else set[str]()
    now, before = _pairs(prints), _pairs({identity: each for identity, each in prints.items() if identity in known})
    kept = [copy for copy in view.copies() if {(copy.document, copy.of), (copy.of, copy.document)} & now & before]
    found = tuple(reconcile.copies(now - before, view.document))
    writer.replace_copies([*kept, *found], compared=prints, recorded=recorded)
    return found


def _is_current(stored: bytes) -> bool:
    return reconcile.is_current(unpacked(stored)[0])


def _by_age(view: View, stored: Mapping[str, bytes]) -> dict[str, bytes]:
    """The signatures in the order in which the documents were published."""
    heads = sorted(view.heads(), key=lambda head: (head.published or date.max, head.id))
    return {head.id: stored[head.id] for head in heads if head.id in stored}


def _pairs(prints: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """The pairs of documents that are worth comparing: they share passages, or all their words."""
    parts = {identity: unpacked(each) for identity, each in prints.items()}
    pairs = reconcile.candidates({identity: reconcile.hashes_of(sketch) for identity, (sketch, _) in parts.items()})
    return pairs | set(_same((identity, print_) for identity, (_, print_) in parts.items()))


def _same(prints: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    first: dict[str, str] = {}
    for identity, print_ in prints:
        if first.setdefault(print_, identity) != identity:
            yield first[print_], identity
