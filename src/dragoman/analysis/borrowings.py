"""Which documents copy, excerpt, retell, translate or cite which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from dragoman import reconcile
from dragoman.reconcile import Shared, normalised
from dragoman.records import Attribution, Copy, Document, Entry, Span

Kind = Literal["exact", "near", "excerpt", "cites", "translates", "retells"]
#: What a document has from another first of all, if it has several things from several.
KINDS: Final[tuple[Kind, ...]] = ("exact", "near", "excerpt", "cites", "translates", "retells")
#: Statements that must all be an organisation's for the document to be a summary of its paper.
_RELAYED: Final = 3
#: How it is known which of two documents came first.
First = Literal["older", "longer", "named", "undated"]


@dataclass(frozen=True, slots=True)
class Borrowing:
    """What one document has from another, or from a publisher of whom the pile holds no such document.

    `kind`: its words are `exact`, `near` or hold an `excerpt`; it names the other's publisher and follows it (`cites`);
    it names what the other names, in its order and its language (`retells`) or in another (`translates`), which is a
    guess. `of` came first; `None` if the pile does not hold it. `chain` is whom the document names, outermost first
    ("NewsWalla", "governmental sources"), `naming` the words that name the first of them. `share`: how much of the
    document's words, or of what it names, goes back to the other, 0 to 1.
    """

    document: Document
    kind: Kind
    of: Document | None
    share: float | None = None
    chain: tuple[str, ...] = ()
    naming: Span | None = None

    @property
    def passages(self) -> tuple[Shared, ...]:
        """The passages that go back to the other document, in the order of this one."""
        if self.of is None:
            return ()
        here, there = self.document.text, self.of.text
        if self.kind in ("exact", "near", "excerpt"):
            return reconcile.copied(here, there, whole=self.kind == "excerpt")
        return reconcile.retold(here, there)

    @property
    def first(self) -> First | None:
        """How it is known that the other came first: it is older; of one day, and longer; this one names it, though it
        bears a later date; or nothing but the ids tell, one being undated, or both of one day and length. `None` if
        the pile does not hold it.
        """
        if self.of is None:
            return None
        here, there = reconcile.age(self.document), reconcile.age(self.of)
        if date.max in (here[0], there[0]) and here[0] == there[0]:
            return "undated"
        if there[0] != here[0]:
            return "older" if there[0] < here[0] else "named"
        if there > here:
            return "named"
        return "longer" if there[1] < here[1] else "undated"


def precedence(borrowing: Borrowing) -> tuple[int, float, tuple[date, int, str], tuple[str, ...]]:
    """What a document has from others is put in order by: its text before its news, the most first."""
    age = reconcile.age(borrowing.of) if borrowing.of is not None else (date.max, 0, "")
    return (KINDS.index(borrowing.kind), -(borrowing.share or 0.0), age, borrowing.chain)


def borrowings(
    documents: Sequence[Document], copies: Iterable[Copy], entries: Iterable[Entry]
) -> tuple[Borrowing, ...]:
    """What each document has from others, by the documents' age; of each its text before its news.

    `copies` are those of the whole pile; `entries` tell by their chains whom each document names.
    """
    known = {each.id: each for each in documents}
    found: dict[str, dict[str, Borrowing]] = {}
    for each in copies:
        if each.document in known and each.of in known:
            made = Borrowing(known[each.document], each.kind, known[each.of], each.likeness)
            found.setdefault(each.document, {})[each.of] = made
    for cited in reconcile.citations(documents):
        if cited.kind != "cites" and any(each.kind == "exact" for each in found.get(cited.document, {}).values()):
            # Whose words are all another's retells nobody else.
            continue
        made = Borrowing(known[cited.document], cited.kind, known[cited.of], cited.share)
        found.setdefault(cited.document, {}).setdefault(cited.of, made)
    whole = _with_chains(found, _chains(entries, known), known)
    return tuple(
        each
        for document in sorted(documents, key=reconcile.age)
        for each in sorted(whole.get(document.id, ()), key=precedence)
    )


#: By document and the names of a chain, the first words that name its first source.
_Chains = Mapping[str, Mapping[tuple[str, ...], Span]]


def _chains(entries: Iterable[Entry], known: Mapping[str, Document]) -> _Chains:
    """The chains of each document from the first publisher on: one of the codebook or the pile, or the organisation
    from which it has all that it says.
    """
    publishers = {normalised(each.publisher) for each in known.values() if each.publisher is not None}
    told: dict[str, list[Sequence[Attribution]]] = {}
    for entry in entries:
        if entry.document.id in known:
            told.setdefault(entry.document.id, []).append(entry.statement.chain)
    found: dict[str, dict[tuple[str, ...], Span]] = {}
    for document, chains in told.items():
        relayed = _relayed(chains)
        for links in (_published(chain, publishers, relayed) for chain in chains):
            if links:
                names, here = tuple(link.source.name for link in links), found.setdefault(document, {})
                here[names] = min(here.get(names, links[0].mention), links[0].mention)
    return found


def _relayed(chains: Sequence[Sequence[Attribution]]) -> str | None:
    """The organisation with which all chains of a document begin: one whose paper it sums up."""
    first = {(chain[0].source.kind, chain[0].source.name) if chain else None for chain in chains}
    only = first.pop() if len(first) == 1 and len(chains) >= _RELAYED else None
    return only[1] if only is not None and only[0] == "organisation" else None


def _published(chain: Sequence[Attribution], publishers: Set[str], relayed: str | None) -> Sequence[Attribution]:
    for place, link in enumerate(chain):
        if link.source.kind == "publisher" or normalised(link.source.name) in publishers:
            return chain if relayed is not None else chain[place:]
    return chain[:1] if relayed is not None else ()


def _with_chains(
    found: Mapping[str, Mapping[str, Borrowing]], chains: _Chains, known: Mapping[str, Document]
) -> dict[str, list[Borrowing]]:
    """What each document has from others, with the chains by which it says so, and what it says to have from those
    whose documents are not there.
    """
    whole: dict[str, list[Borrowing]] = {document: list(each.values()) for document, each in found.items()}
    for document, named in chains.items():
        here = whole.setdefault(document, [])
        originals = [each.of.id for each in here if each.of is not None and each.kind in ("exact", "near")]
        for names, span in sorted(named.items(), key=lambda each: (-len(each[0]), each[1], each[0])):
            if not any(names in chains.get(of, {}) for of in originals):
                _name(here, known[document], names, span)
    return whole


def _name(here: list[Borrowing], document: Document, names: tuple[str, ...], span: Span) -> None:
    """Put a chain to what a document has from the publisher that it begins with, or beside it if there is none."""
    first = normalised(names[0])
    if first == normalised(document.publisher or ""):
        return
    for place, each in enumerate(here):
        if each.of is None and each.chain[: len(names)] == names:
            return
        if each.of is not None and normalised(each.of.publisher or "") == first:
            if not each.chain:
                here[place] = replace(each, chain=names, naming=span)
            return
    here.append(Borrowing(document, "cites", None, chain=names, naming=span))


def of_document(found: Iterable[Borrowing], identity: str) -> tuple[Borrowing, ...]:
    """Those of all documents that are bound to one by what they have from each other, by its id."""
    listed = list(found)
    beside: dict[str, set[str]] = {}
    for each in listed:
        if each.of is not None:
            beside.setdefault(each.document.id, set()).add(each.of.id)
            beside.setdefault(each.of.id, set()).add(each.document.id)
    family, ahead = {identity}, [identity]
    while ahead:
        further = beside.get(ahead.pop(), set()) - family
        family |= further
        ahead += sorted(further)
    return tuple(each for each in listed if each.document.id in family)


def of_publisher(found: Iterable[Borrowing], name: str) -> tuple[Borrowing, ...]:
    """Those in which a publisher takes part: whose document borrows, is borrowed from, or who is named."""
    wanted = normalised(name)
    return tuple(each for each in found if wanted in {normalised(part) for part in _part(each)})


def _part(borrowing: Borrowing) -> list[str]:
    documents = [borrowing.document, *([borrowing.of] if borrowing.of is not None else [])]
    return [each.publisher for each in documents if each.publisher is not None] + list(borrowing.chain)
