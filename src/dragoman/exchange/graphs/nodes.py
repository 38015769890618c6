"""What is known of a party by its key, for graphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from dragoman.codebook.names import label
from dragoman.codebook.organisations import organisations
from dragoman.codebook.places import home
from dragoman.codebook.states import cow_number, states
from dragoman.exchange.gathering import Gathered
from dragoman.exchange.manifest import Manifest
from dragoman.exchange.policy import Policy
from dragoman.records.identity import content_id
from dragoman.records.party import is_code

#: What the ids of GraphML (XML's NMTOKEN) cannot hold.
_NO_NAME: Final = re.compile(r"[^\w.-]")


@dataclass(frozen=True, slots=True)
class Node:
    """A party: its key (a code, or a name where there is none) and what the codebook knows of it.

    `kind` is `state`, a kind of organisation, or `unresolved`; `code` and `sector` are what the policy on disputed
    territories writes for it; places are in degrees.
    """

    key: str
    label: str
    kind: str
    code: str | None = None
    sector: str | None = None
    iso2: str | None = None
    iso_numeric: str | None = None
    cow: int | None = None
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None


def node(key: str, policy: Policy) -> Node:
    """The party of a key."""
    state, place = states().get(key), home(key)
    return Node(
        key,
        label(key),
        kind(key),
        policy.code(key) if is_code(key) else None,
        policy.sector(key, None),
        state.iso2 or None if state is not None else None,
        state.iso_numeric or None if state is not None else None,
        cow_number(key),
        place.name if place is not None else None,
        place.latitude if place is not None else None,
        place.longitude if place is not None else None,
    )


def identity(key: str) -> str:
    """What a party goes by in a graph: its code, or its name as XML lets ids be, and signs that tell it apart."""
    if is_code(key):
        return key
    return f"{_NO_NAME.sub('_', key)}-{content_id('p1', key).partition(':')[2][:8]}"


def nodes(of: Iterable[Gathered], policy: Policy) -> list[Node]:
    """The parties of events and ties, in order of their keys; also those that nothing joins to another."""
    return [node(key, policy) for key in sorted({key for each in of for key in (*each.actor, *each.recipient)})]


def kind(key: str) -> str:
    """`state`, a kind of organisation (`igo`, `company`, …), or `unresolved` of what has no code."""
    return "state" if key in states() else _kinds().get(key, "unresolved")


@cache
def _kinds() -> dict[str, str]:
    return {each.code: each.kind for each in reversed(organisations()) if each.code not in states()}


def joined(of: Gathered, manifest: Manifest) -> Iterator[dict[str, str]]:
    """The `id`, `source` and `target` of each edge of an event or tie; the manifest counts them, and what has none."""
    edges = [(identity(source), identity(target)) for source, target in of.ends]
    manifest.written["edges"] += len(edges)
    if not edges:
        manifest.left_out["of a single party"] += len(of.said.statements)
    for source, target in edges:
        yield {"id": f"{of.id}.{source}.{target}", "source": source, "target": target}
