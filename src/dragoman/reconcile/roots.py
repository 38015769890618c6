"""In which of several documents that share a passage it came first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence, Set
from functools import cache

from dragoman.reconcile.copying import age
from dragoman.reconcile.occurrences import matter
from dragoman.reconcile.passages import passages
from dragoman.records import Copy, Document, Entry

_Claim = tuple[str, str]
#: Gives a document by its id, or `None` if there is none.
Documents = Callable[[str], Document | None]


def roots(entries: Sequence[Entry], copies: Sequence[Copy], documents: Documents | None = None) -> dict[str, Document]:
    """The document in which the words of each statement came first, by statement id.

    A statement of a document that copies others, or has excerpts of them, goes back to the one of them in which its
    evidence stands, and from there on; so does one of a copy that the original makes in other words. What a copy has of
    its own is its own. Neither the order of entries nor that of
    copies matters. `documents` gives the documents by id; left out, those of the entries are known.
    """
    own = {entry.document.id: entry.document for entry in entries}
    copied = {copy.of for copy in copies}
    said = {(entry.document.id, _claim(entry)) for entry in entries if entry.document.id in copied}
    above = _Above(documents if documents is not None else own.get, copies, said)
    return {entry.statement.id: above.root(entry) for entry in entries}


class _Above:
    """Where each document has its text from."""

    def __init__(self, documents: Documents, copies: Sequence[Copy], said: Set[tuple[str, _Claim]]) -> None:
        self._document = cache(documents)
        self._said = said
        self._sources: defaultdict[str, list[Copy]] = defaultdict(list)
        for copy in copies:
            self._sources[copy.document].append(copy)

    def root(self, entry: Entry) -> Document:
        """The document in which a statement's evidence came first: of several, the oldest."""
        if entry.document.id not in self._sources:
            return entry.document
        reached, ends = {entry.document.id}, set[str]()
        ahead = [entry.document.id]
        while ahead:
            here = ahead.pop()
            further = [copy.of for copy in self._sources.get(here, ()) if self._has(copy, entry)]
            if not further:
                ends.add(here)
            ahead += [each for each in dict.fromkeys(further) if each not in reached]
            reached.update(further)
        # Those that have it from each other are taken together.
        known = [self._document(identity) for identity in ends or reached]
        return min((each for each in known if each is not None), key=age, default=entry.document)

    def _has(self, copy: Copy, entry: Entry) -> bool:
        """Whether what a copy says stands in the document that it is a copy of."""
        document, evidence = self._document(copy.of), entry.statement.evidence.text
        if document is None or copy.kind == "exact":
            return document is not None
        source = passages(document.text)
        if copy.kind == "excerpt":
            return source.hold_whole(evidence)
        return source.hold(evidence) or (copy.of, _claim(entry)) in self._said


def _claim(entry: Entry) -> _Claim:
    """What a statement says of whom; two of a document and its copy that say it are one."""
    return matter(entry.statement), entry.statement.standing
