"""Where a claim began: who copies whom, and who says it according to whom."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.codebook.publishers import publisher
from dragoman.codebook.states import State, states
from dragoman.records import Attribution, Document, Entry, Source, Standing

_Matter = tuple[str, str, Standing]


@dataclass(frozen=True, slots=True)
class _Beginning:
    """Where a statement leads: a key, and the publisher whose own document may lead further."""

    key: str
    publisher: str | None = None


def origins(entries: Sequence[Entry], occurrence: Mapping[str, str], root: Mapping[str, Document]) -> dict[str, str]:
    """The key of the origin of each statement, by statement id; equal keys are one origin.

    A document's own voice begins where its words were first printed: a passage of a copy or an excerpt in the document
    that it is from, a passage that a copy has of its own in that copy. What is said according to a named source begins
    there; where the pile holds that source's own document on the same occurrence, it begins where that document has it
    from. Unnamed sources ("officials") are one origin for each publisher that quotes them and each state they are of.
    `occurrence` and `root`, by statement id, are what `occurrences` and `roots` give.
    """
    beginnings = {entry.statement.id: _beginning(entry.statement.chain, root[entry.statement.id]) for entry in entries}
    own = _own(entries, occurrence)
    return {entry.statement.id: _followed(entry, occurrence, beginnings, own) for entry in entries}


def normalised(name: str) -> str:
    """A source's name without case, spaces, "the" and possessive; publishers of the codebook by their proper name."""
    known = publisher(name)
    words = " ".join((known.name if known is not None else name).casefold().split())
    return re.sub(r"['’]s?$", "", words.removeprefix("the "))


def _beginning(chain: Sequence[Attribution], root: Document) -> _Beginning:
    if not chain:
        return _Beginning(root.id)
    innermost = chain[-1].source
    if _is_named(innermost):
        return _Beginning(f"named:{_name(innermost)}", normalised(innermost.name))
    outer = next((_name(link.source) for link in reversed(chain[:-1]) if _is_named(link.source)), None)
    quoting = outer or (normalised(root.publisher) if root.publisher else root.id)
    return _Beginning(f"unnamed:{innermost.code or ''}:{quoting}")


def _is_named(source: Source) -> bool:
    if source.kind == "document":
        # "A report" can be any; "the 2009 State Department cable" is a certain one.
        words = re.sub(r"^(?:the|an?)\s+", "", source.name, flags=re.IGNORECASE)
        return any(sign.isupper() or sign.isdigit() for sign in words)
    return source.kind != "anonymous"


def _name(source: Source) -> str:
    """Two foreign ministries are two sources; a newspaper is one whatever its state is taken to be."""
    if source.kind == "office" and source.code in states() and _is_state(source.name, states()[source.code]):
        return source.code
    state = f"{source.code or ''}:" if source.kind in ("office", "document") else ""
    return state + normalised(source.name)


def _is_state(name: str, state: State) -> bool:
    """Whether the words name the state itself: "the U.S.", "Washington"."""
    return normalised(name) in {
        normalised(each) for each in (state.name, state.official, state.iso2, *state.aliases, *state.capitals)
    }


def _own(entries: Sequence[Entry], about: Mapping[str, str]) -> dict[_Matter, Entry]:
    """The first statement that each publisher's own documents make on each matter."""
    found: dict[_Matter, Entry] = {}
    for entry in entries:
        if entry.document.publisher:
            matter = _matter(normalised(entry.document.publisher), entry, about)
            found[matter] = min(found.get(matter, entry), entry, key=_age)
    return found


def _matter(name: str, entry: Entry, about: Mapping[str, str]) -> _Matter:
    return (name, about[entry.statement.id], entry.statement.standing)


def _age(entry: Entry) -> tuple[date, str, int, str]:
    published = entry.document.published
    start = (published.start if published is not None else None) or date.max
    return (start, entry.document.id, entry.statement.evidence.start, entry.statement.id)


def _followed(
    entry: Entry, about: Mapping[str, str], beginnings: Mapping[str, _Beginning], own: Mapping[_Matter, Entry]
) -> str:
    """Follow "according to A" into A's own document as far as it leads; those who quote each other are one origin."""
    path = [entry.statement.id]
    while True:
        here = beginnings[path[-1]]
        if here.publisher is None:
            return here.key
        further = own.get(_matter(here.publisher, entry, about))
        if further is None:
            return here.key
        if further.statement.id in path:
            return min(beginnings[each].key for each in path[path.index(further.statement.id) :])
        path.append(further.statement.id)
