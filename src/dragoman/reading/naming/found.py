"""What is found in a sentence before it becomes a party, and the sentence in which it is looked for."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, NamedTuple

from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.gazetteer import Name
from dragoman.reading.naming.memory import Memory
from dragoman.reading.naming.roles import Role

MentionKind = Literal[
    "state", "adjective", "organisation", "person", "office", "description", "plural", "pronoun"
]  # fmt: skip


class Found(NamedTuple):
    """A mention before it becomes a party: places in the sentence, and whom it means.

    `person` tells whether "he" or "she" can stand for it.
    """

    start: int
    end: int
    bearers: tuple[Bearer, ...]
    kind: MentionKind
    person: bool = False


class Text(NamedTuple):
    """A folded sentence, the same in lower case, and the names and roles that stand in it."""

    text: str
    lower: str
    names: list[Name]
    roles: list[Role]


def is_known(seen: Text, start: int) -> bool:
    """Whether a known name or a role stands there."""
    return any(each.start <= start < each.end for each in seen.names) or any(
        role.start <= start < role.end for role in seen.roles
    )


def is_title_case(text: str) -> bool:
    """Whether most words are capitalised, as in headlines."""
    words = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.85 * len(words)


def remembered(found: Found, memory: Memory) -> Found:
    """A bearer whose surname alone is given keeps the full name that the document gave before."""
    bearer = found.bearers[0]
    known = memory.person(bearer.name) if found.kind == "person" else None
    if known is None or known.code != bearer.code:
        return found
    return found._replace(bearers=(replace(bearer, name=known.name),))
