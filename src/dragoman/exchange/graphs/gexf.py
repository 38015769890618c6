"""The events and ties between parties as GEXF 1.3 for Gephi, each on the days on which it stands or happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from dragoman.exchange.exported import Exported
from dragoman.exchange.gathering import Spell, gathered
from dragoman.exchange.graphs.attributes import OF_EDGES, OF_NODES, Type, Value, of_edge, of_node, written
from dragoman.exchange.graphs.markup import tag, text
from dragoman.exchange.graphs.nodes import identity, joined, nodes
from dragoman.exchange.manifest import Manifest

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
"""


def write(exported: Exported, target: Path) -> None:
    """Write the graph into a file, and the policy on disputed territories beside it."""
    manifest = Manifest("gexf")
    with open(target, "x", encoding="utf-8", newline="\n") as file:
        file.writelines(lines(exported, manifest))
    manifest.write(exported, target)


def lines(exported: Exported, manifest: Manifest) -> Iterator[str]:
    """The graph line by line: its attributes, the parties by their keys, then the edges by occurrence."""
    found = gathered(exported, manifest)
    yield _HEAD
    yield f"<meta><creator>Dragoman</creator><description>Ledger {text(exported.digest)}</description></meta>\n"
    yield '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n'
    yield from _attributes("node", OF_NODES)
    yield from _attributes("edge", OF_EDGES)
    yield "<nodes>\n"
    for each in nodes(found, exported.policy):
        manifest.written["parties"] += 1
        yield f"{tag('node', {'id': identity(each.key), 'label': each.label}, _values(of_node(each)))}\n"
    yield "</nodes>\n<edges>\n"
    for of in found:
        content = _values(of_edge(of)) + _spells(of.spells)
        about = {"label": of.label, "kind": of.type, "weight": f"{len(of.said.statements)}"}
        for ends in joined(of, manifest):
            yield f"{tag('edge', {**ends, **about}, content)}\n"
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(of: str, attributes: Mapping[str, Type]) -> Iterator[str]:
    each = (tag("attribute", {"id": name, "title": name, "type": _type(type_)}) for name, type_ in attributes.items())
    yield f"{tag('attributes', {'class': of, 'mode': 'static'}, ''.join(each))}\n"


def _type(type_: Type) -> str:
    return "integer" if type_ == "int" else type_


def _values(values: Mapping[str, Value]) -> str:
    given = {name: written(value) for name, value in values.items() if value is not None}
    return tag("attvalues", {}, "".join(tag("attvalue", {"for": name, "value": each}) for name, each in given.items()))


def _spells(spells: tuple[Spell, ...]) -> str:
    """The days on which an edge is there; one of which no day is known is always there."""
    if not spells:
        return ""
    return tag("spells", {}, "".join(tag("spell", _days(each)) for each in spells))


def _days(spell: Spell) -> dict[str, str | None]:
    first, last = spell
    return {
        "start": first.isoformat() if first is not None else None,
        "end": last.isoformat() if last is not None else None,
    }
