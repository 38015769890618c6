"""Who acts and who is acted upon."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.span import Span


@dataclass(frozen=True, slots=True)
class Party:
    """A state, organisation, office or person in one statement.

    `code` is ISO 3166-1 alpha-3 of the state or the code of an organisation, `None` if unresolved;
    `sector` the PLOVER sector; `name` the full name it was resolved to; `role` the title it bears here;
    `mention` its words in the document.
    """

    code: str | None
    name: str
    mention: Span
    sector: str | None = None
    role: str | None = None
    wikidata: str | None = None

    @property
    def key(self) -> str:
        """What tells parties apart: the code, or the lower-case name where there is none."""
        return self.code or self.name.casefold()


def is_code(key: str) -> bool:
    """Whether the key of a party is a code; names that were not resolved are kept in lower case."""
    return key != key.casefold()
