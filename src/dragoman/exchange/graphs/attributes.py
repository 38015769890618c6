"""What graphs say of parties and of what joins them, with types."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Final, Literal

from dragoman.exchange.gathering import Gathered, Spell
from dragoman.exchange.graphs.nodes import Node

#: The types of attributes, as GraphML names them; GEXF has the same names.
Type = Literal["string", "int", "double", "boolean"]
Value = str | int | float | bool | None

#: Of parties, with their types.
OF_NODES: Final[Mapping[str, Type]] = {
    "kind": "string",
    "code": "string",
    "sector": "string",
    "iso2": "string",
    "iso_numeric": "string",
    "cow": "int",
    "place": "string",
    "latitude": "double",
    "longitude": "double",
}
#: Of what joins two parties, with their types.
OF_EDGES: Final[Mapping[str, Type]] = {
    "occurrence": "string",
    "kind": "string",
    "type": "string",
    "mode": "string",
    "sign": "int",
    "quad": "int",
    "score": "double",
    "mutual": "boolean",
    "standing": "string",
    "start": "string",
    "end": "string",
    "reports": "int",
    "denied": "int",
    "origins": "int",
    "certainty": "double",
    "quote": "string",
    "statements": "string",
    "documents": "string",
}


def of_node(node: Node) -> dict[str, Value]:
    """The values of a party, by the names of `OF_NODES`."""
    values = asdict(node)
    return {name: values[name] for name in OF_NODES}


def of_edge(of: Gathered) -> dict[str, Value]:
    """The values of an event or tie, by the names of `OF_EDGES`; several ids are parted by `; `."""
    start, end = around(of.spells)
    return {
        "occurrence": of.id,
        "kind": of.kind,
        "type": of.type,
        "mode": of.mode,
        "sign": of.sign,
        "quad": of.quad,
        "score": of.score,
        "mutual": of.is_mutual,
        "standing": of.standing.value,
        "start": start.isoformat() if start is not None else None,
        "end": end.isoformat() if end is not None else None,
        "reports": len(of.said.statements),
        "denied": of.denials,
        "origins": of.said.independent,
        "certainty": of.said.certainty,
        "quote": of.said.quotes[0],
        "statements": "; ".join(of.said.statements),
        "documents": "; ".join(of.said.documents),
    }


def around(spells: tuple[Spell, ...]) -> Spell:
    """From the first day to the last of several spells; open where one is."""
    firsts, lasts = [first for first, _ in spells], [last for _, last in spells]
    return (
        min((each for each in firsts if each is not None), default=None) if None not in firsts else None,
        max((each for each in lasts if each is not None), default=None) if None not in lasts else None,
    )


def written(value: Value | date) -> str:
    """A value as XML has it."""
    return str(value).lower() if isinstance(value, bool) else str(value)
