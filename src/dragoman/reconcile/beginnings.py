"""Where the news of whole documents began."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reconcile.citing import citations
from dragoman.reconcile.copying import age
from dragoman.records import Copy, Document

#: What a document is taken to depend on first, if on several.
_ORDER = ("exact", "near", "excerpt")


def beginnings(documents: Sequence[Document], copies: Sequence[Copy]) -> dict[str, str]:
    """For each document the one in which its news began, by their ids: the end of the chain of those that it copies,
    has excerpts of, or cites. Of several it follows what it is most like.
    """
    known = {each.id: each for each in documents}
    above: dict[str, str] = {each.document: each.of for each in citations(documents)}
    ranked = sorted(copies, key=lambda copy: (_ORDER.index(copy.kind), -copy.likeness, age(known[copy.of])))
    above |= {copy.document: copy.of for copy in reversed(ranked)}
    return {identity: _end(identity, above) for identity in known}


def _end(identity: str, above: dict[str, str]) -> str:
    path = [identity]
    while (further := above.get(path[-1])) is not None:
        if further in path:
            return min(path[path.index(further) :])
        path.append(further)
    return path[-1]
