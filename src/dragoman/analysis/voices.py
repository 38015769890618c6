"""Who says so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.records import Entry
from dragoman.records.attribution import folded


@dataclass(frozen=True, slots=True)
class Voice:
    """A publisher, or somebody who is quoted, with all statements that go back to it.

    `kind` is `publishes` for the publisher of the documents, otherwise the kind of the quoted source.
    """

    name: str
    kind: str
    entries: tuple[Entry, ...]

    @property
    def types(self) -> tuple[tuple[str, int], ...]:
        """How many statements of which type, the most frequent first."""
        counted = Counter(entry.statement.type for entry in self.entries)
        return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0])))


def voices(entries: Iterable[Entry]) -> tuple[Voice, ...]:
    """Publishers first, then those quoted; in each, those with the most statements first."""
    groups: dict[tuple[bool, str], list[tuple[str, str, Entry]]] = {}
    for entry in entries:
        if entry.document.publisher:
            name = entry.document.publisher
            groups.setdefault((False, folded(name)), []).append((name, "publishes", entry))
        # A source that stands twice in one chain says the thing once.
        for source in {folded(link.source.name): link.source for link in entry.statement.chain}.values():
            groups.setdefault((True, folded(source.name)), []).append((source.name, source.kind, entry))
    found = [(quoted, _voice(members)) for (quoted, _), members in groups.items()]
    return tuple(voice for _, voice in sorted(found, key=lambda pair: (pair[0], -len(pair[1].entries), pair[1].name)))


def _voice(members: list[tuple[str, str, Entry]]) -> Voice:
    name = min(Counter(name for name, _, _ in members).items(), key=lambda item: (-item[1], item[0]))[0]
    kind = min(Counter(kind for _, kind, _ in members).items(), key=lambda item: (-item[1], item[0]))[0]
    return Voice(name, kind, tuple(entry for _, _, entry in members))
