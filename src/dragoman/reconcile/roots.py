"""Which document of several copies of one text came first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from dragoman.records import Copy, Document, Entry


def documents(entries: Iterable[Entry]) -> dict[str, Document]:
    """The documents of the entries, by id."""
    return {entry.document.id: entry.document for entry in entries}


def roots(known: dict[str, Document], copies: Sequence[Copy]) -> dict[str, str]:
    """The root of each document, by id: of all copies of one text the earliest published, then the smallest id.

    `known` are the documents of the pile that say something. A document without copies is its own root; so is the only
    known one among copies. Which of two copies was called the original does not matter.
    """
    groups = _groups(copies)
    found = {identity: identity for identity in known}
    for group in groups:
        members = [known[identity] for identity in group if identity in known]
        if members:
            root = min(members, key=_age).id
            found.update((member.id, root) for member in members)
    return found


def _age(document: Document) -> tuple[date, str]:
    start = document.published.start if document.published is not None else None
    return (start or date.max, document.id)


def _groups(copies: Sequence[Copy]) -> list[list[str]]:
    """The documents that hang together by being copies of each other."""
    leader: dict[str, str] = {}
    for copy in copies:
        first, second = _leader(leader, copy.document), _leader(leader, copy.of)
        leader[max(first, second)] = min(first, second)
    groups: dict[str, list[str]] = {}
    for identity in sorted(leader):
        groups.setdefault(_leader(leader, identity), []).append(identity)
    return list(groups.values())


def _leader(leader: dict[str, str], identity: str) -> str:
    leader.setdefault(identity, identity)
    while leader[identity] != identity:
        leader[identity] = leader[leader[identity]]
        identity = leader[identity]
    return identity
