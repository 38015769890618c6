"""After reading: which documents have their text from which, and what their statements add up to.

Only what is new is compared and reconciled, and what it changes; the result is that of doing all of it at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from itertools import combinations

from dragoman import reconcile
from dragoman.analysis import Occurrence, gathered, outline
from dragoman.analysis.disputes import figure_disputes
from dragoman.codebook.turns import may_turn
from dragoman.deriving.comparing import compare
from dragoman.deriving.listed import lists
from dragoman.deriving.tied import reported, tied
from dragoman.errors import InvalidValue, UnknownId
from dragoman.ledger import Derived, Filters, Ledger, Support, View, Writer
from dragoman.records import Copy, Decision, Entry, Standing
from dragoman.records.outline import first_two
from dragoman.uncollected import uncollected

#: As many statements as are noted, and about as many as are reconciled, at once.
_TOGETHER = 50_000
#: As many ties as are outlined at once.
_TIES = 4_000
#: So many new statements, and matters and ties that wait, are little.
_LITTLE = 20_000
_REMEDY = "`dragoman reconcile LEDGER` derives all of it anew."


def derive(writer: Writer, *, recorded: str) -> tuple[Copy, ...]:
    """Compare the documents, reconcile the statements that are not yet, and outline the ties that this touches; returns
    the copies that were not known.

    A run that is killed leaves nothing undone that the next does not do.
    """
    with uncollected(), _at_once(writer):
        return _derive(writer, recorded)


@contextmanager
def _at_once(writer: Writer) -> Iterator[None]:
    """What follows from little that is new is seen all at once: whoever reads meanwhile is answered from what followed
    before. From much it is kept step by step, which a run that is killed need not do again.
    """
    with writer.view() as view:
        is_little = view.is_little_new(_LITTLE)
    with writer.together() if is_little else nullcontext():
        yield


def _derive(writer: Writer, recorded: str) -> tuple[Copy, ...]:
    with writer.view() as view:
        if view.reconciled():
            return ()
        new = compare(view, writer, recorded=recorded)
    writer.prepare_derived()
    _note(writer)
    _retract_copies(writer, recorded)
    while _reconcile(writer):
        pass
    while _outline(writer):
        pass
    writer.renew_tallies()
    return new


def differences(ledger: Ledger, *, recorded: str) -> list[str]:
    """How what is derived in a ledger differs from what is derived anew, in a copy of it, of all that is stored; as
    sentences. Raises `LedgerError`.
    """
    with ledger.copied() as copied:
        with copied.view() as view:
            if not view.reconciled():
                return ["Not all that was read has been reconciled.", _REMEDY]
        with copied.writer() as writer:
            writer.set_derived_aside()
            writer.prepare_derived()
            derive(writer, recorded=recorded)
            found = writer.differing()
    return [*found, _REMEDY] if found else []


@contextmanager
def deriving(writer: Writer, *, recorded: str) -> Iterator[None]:
    """What is judged inside, and then what follows from it.

    What is refused because it was judged already may have been judged by a run that was killed before it derived.
    """
    try:
        yield
    except (InvalidValue, UnknownId):
        derive(writer, recorded=recorded)
        raise
    derive(writer, recorded=recorded)


def retracted(decision: Decision, entries: Sequence[Entry], view: View) -> list[str]:
    """The ids of the statements among entries that fall with what a decision retracts: its own, and those that others
    have from it.
    """
    root = reconcile.roots(entries, view.copies({entry.document.id for entry in entries}), view.document)
    return [
        entry.statement.id
        for entry in entries
        if decision.covers(entry.statement, entry.document) or decision.covers_document(root[entry.statement.id])
    ]


def _note(writer: Writer) -> None:
    """Write down on which matter each new statement is."""
    last, more = 0, True
    while more:
        with writer.view() as view:
            fresh, last = view.fresh(last, _TOGETHER)
        more = len(fresh) == _TOGETHER
        if fresh:
            matters = ((entry.statement.id, reconcile.matter(entry.statement)) for entry in fresh)
            writer.note_matters(matters, upto=last)
    writer.note_matters((), upto=None)


def _reconcile(writer: Writer) -> bool:
    """Reconcile what is to be, some matters at once; what is found out on one does not rest on the others.

    Returns whether there was anything: what was brought together with something else before is to be looked at again.
    """
    with writer.view() as view:
        waiting = view.pending()
        taken = view.decisions() if waiting else []
        tied_together = [*bound(view, taken), *_beside(view, waiting)] if waiting else []
    for share in _shares(waiting):
        matters = with_bound(share, tied_together)
        with writer.view() as view:
            entries = list(view.on(matters))
            copies = view.copies({entry.document.id for entry in entries})
            found = reconcile.reconcile(entries, copies, view.document, decisions=taken)
        turns = {entry.statement.id: turned_pairs(entry) for entry in entries if entry.statement.kind == "event"}
        derived = (
            Derived(
                *(each.statement, each.occurrence, each.origins, each.matter, turns.get(each.statement, ())),
                *(each.origin, each.original_source),
            )
            for each in found
        )
        told = _told(entries, found)
        occurrences = gathered(told)
        listed = lists(told, occurrences, {each.statement: each.matter for each in found})
        writer.renew_derived(derived, matters=matters, support=_support(occurrences), lists=listed)
    return bool(waiting)


def _beside(view: View, waiting: Iterable[tuple[str, int]]) -> list[frozenset[str]]:
    """The matters that only tell apart whether somebody visits whom he meets: a forecast of one is settled by the
    other.
    """
    groups: dict[tuple[str, ...], set[str]] = {}
    for matter in (*view.matters(reconcile.VISITS), *(matter for matter, _ in waiting)):
        topic = reconcile.meeting(matter)
        if topic is not None:
            groups.setdefault(topic, set()).update((matter, reconcile.meeting_matter(topic)))
    return [frozenset(each) for each in groups.values() if len(each) > 1]


def _told(entries: Sequence[Entry], found: Sequence[reconcile.Finding]) -> list[Entry]:
    """The entries with what was found out about them."""
    of = {each.statement: each for each in found}
    return [
        replace(entry, occurrence=of[entry.statement.id].occurrence, origins=of[entry.statement.id].origins)
        for entry in entries
    ]


def _support(occurrences: Iterable[Occurrence]) -> Iterator[Support]:
    """How well each event and tie is supported, by standing."""
    for each in occurrences:
        for standing in {entry.statement.standing for entry in each.entries}:
            reports = each.reports(standing)
            has_figures = standing is Standing.ASSERTED and any(entry.statement.quantities for entry in reports)
            conflicts = len(figure_disputes([each])) if has_figures else 0
            yield Support(each.id, each.kind, standing.value, len(reports), each.origins(standing), conflicts)


def _shares(waiting: Iterable[tuple[str, int]]) -> Iterator[set[str]]:
    """Matters by as many as have about `_TOGETHER` statements."""
    share, size = set[str](), 0
    for matter, count in waiting:
        share.add(matter)
        size += count
        if size >= _TOGETHER:
            yield share
            share, size = set(), 0
    if share:
        yield share


def turned_pairs(event: Entry) -> tuple[tuple[str, str], ...]:
    """The pairs of parties ties between which a report of an event may begin or end."""
    statement = event.statement
    if statement.standing is not Standing.ASSERTED or not may_turn(statement.type, statement.words):
        return ()
    return tuple(combinations(sorted({party.key for party in statement.parties}), 2))


def _outline(writer: Writer) -> bool:
    """Outline some of the ties that are not as they were; returns whether there were any."""
    with writer.view() as view:
        stale = view.stale(_TIES)
        listed = reported(view, stale)
        found = [outline(tie) for tie in tied(view, listed)]
    known = {each.id for each in found}
    untold = [(each.id, *first_two(each.actor, each.recipient)) for each in listed if each.id not in known]
    writer.renew_outlines(found, of=stale, untold=untold)
    return bool(stale)


def bound(view: View, taken: Sequence[Decision]) -> list[frozenset[str]]:
    """The matters that decisions bind together."""
    same = [each for each in taken if each.verdict == "same"]
    documents = {anchor.document for each in same for anchor in each.anchors}
    entries = [entry for each in sorted(documents) for entry in view.entries(Filters(document=each))]
    return reconcile.linked(entries, same)


def with_bound(matters: set[str], together: Sequence[frozenset[str]]) -> set[str]:
    """The matters with those that decisions bind to them."""
    found = set(matters)
    while more := [each for each in together if each & found and each - found]:
        found = found.union(*more)
    return found


def _retract_copies(writer: Writer, recorded: str) -> None:
    """Set aside what is copied from something that was retracted, among all on the matters that are to be reconciled:
    what is new, and what has its words from elsewhere than before.
    """
    with writer.view() as view:
        retractions = [each for each in view.decisions() if each.scope is not None]
        touched = list(view.on(matter for matter, _ in view.pending())) if retractions else []
        fallen = [(each, retracted(each, touched, view)) for each in retractions]
    for decision, statements in fallen:
        if statements:
            writer.carry_on(decision, statements, recorded=recorded)
    if any(statements for _, statements in fallen):
        writer.prepare_derived()
