"""Which schema of followthemoney a party is of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from dragoman.codebook.names import label
from dragoman.codebook.organisations import Organisation, organisations
from dragoman.codebook.people import people
from dragoman.codebook.states import states
from dragoman.exchange.graphs.nodes import kind
from dragoman.exchange.policy import Policy
from dragoman.records import Party
from dragoman.records.identity import content_id
from dragoman.records.party import is_code

#: Schema and topic by what the codebook takes a party for. A route is no legal entity.
_SCHEMATA: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "state": ("PublicBody", ("gov.national",)),
    "igo": ("Organization", ("gov.igo",)),
    "bloc": ("Organization", ("gov.igo",)),
    "service": ("PublicBody", ("gov",)),
    "company": ("Company", ()),
    "route": ("Asset", ()),
    "unresolved": ("LegalEntity", ()),
}
#: What followthemoney calls states that have no ISO 3166-1 alpha-2 code (any more).
_COUNTRIES: Final[Mapping[str, str]] = {
    "CSK": "cshh",
    "DDR": "dd",
    "SCG": "csxx",
    "SUN": "suhh",
    "XAB": "ge-ab",
    "XNC": "cy-trnc",
    "XNK": "az-nk",
    "XSL": "so-som",
    "XSO": "x-so",
    "XTN": "md-pmr",
    "YUG": "yucs",
}


@dataclass(slots=True)
class Body:
    """A party as an entity, of the state of a code; `positions` are those that a person bears in reports."""

    id: str
    schema: str
    name: str
    state: str | None = None
    topics: tuple[str, ...] = ()
    positions: set[str] = field(default_factory=set)


def body_of(key: str, name: str | None = None) -> Body:
    """The state or organisation of a code, or whoever is the `name` of a key that is no code."""
    schema, topics = _SCHEMATA.get(kind(key), ("Organization", ()))
    of = _by_code().get(key)
    state = key if key in states() else of.state if of is not None else None
    if of is not None and "gov.igo" in topics and of.sector != "IGO":
        topics = ()
    if not is_code(key):
        return Body(_hashed(key), schema, name or key)
    return Body(key, schema, label(key), state, topics)


def named(party: Party) -> Body | None:
    """The person or body that a party is, where it is not just the state or organisation whose code it bears."""
    if not party.code or party.name in (party.code, label(party.code)):
        return None
    if party.name in people():
        return Body(_hashed(party.code, party.name), "Person", party.name, party.code)
    organisation = _by_name().get(party.name)
    schema, topics = _SCHEMATA.get(organisation.kind, ("Organization", ())) if organisation else ("LegalEntity", ())
    return None if schema == "Asset" else Body(_hashed(party.code, party.name), schema, party.name, party.code, topics)


def country(code: str | None, policy: Policy) -> str | None:
    """Followthemoney's code of a state, of the one that the policy writes if that is one; `None` if it has none."""
    written = policy.code(code or "")
    state = states().get(written if written in states() else code or "")
    return None if state is None else state.iso2 or _COUNTRIES.get(state.code)


def _hashed(*parts: str) -> str:
    return content_id("p1", list(parts)).replace(":", "-")


@cache
def _by_code() -> dict[str, Organisation]:
    return {each.code: each for each in reversed(organisations())}


@cache
def _by_name() -> dict[str, Organisation]:
    return {each.name: each for each in organisations()}
