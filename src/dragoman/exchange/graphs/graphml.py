"""The events and ties between parties as GraphML, for networkx, igraph, yEd and Maltego.

A multigraph: an edge for each event or tie and each two parties that it is between.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from dragoman.exchange.exported import Exported
from dragoman.exchange.gathering import gathered
from dragoman.exchange.graphs.attributes import OF_EDGES, OF_NODES, Type, Value, of_edge, of_node, written
from dragoman.exchange.graphs.markup import tag, text
from dragoman.exchange.graphs.nodes import identity, joined, nodes
from dragoman.exchange.manifest import Manifest

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write(exported: Exported, target: Path) -> None:
    """Write the graph into a file, and the policy on disputed territories beside it."""
    manifest = Manifest("graphml")
    with open(target, "x", encoding="utf-8", newline="\n") as file:
        file.writelines(lines(exported, manifest))
    manifest.write(exported, target)


def lines(exported: Exported, manifest: Manifest) -> Iterator[str]:
    """The graph line by line: its attributes, the parties by their keys, then the edges by occurrence."""
    found = gathered(exported, manifest)
    yield _HEAD
    yield from _keys("graph", {"ledger": "string"})
    yield from _keys("node", {"label": "string", **OF_NODES})
    yield from _keys("edge", {"label": "string", **OF_EDGES})
    yield '<graph id="dragoman" edgedefault="directed">\n'
    yield f"{_data('graph', {'ledger': exported.digest})}\n"
    for each in nodes(found, exported.policy):
        manifest.written["parties"] += 1
        data = _data("node", {"label": each.label, **of_node(each)})
        yield f"{tag('node', {'id': identity(each.key)}, data)}\n"
    for of in found:
        data = _data("edge", {"label": of.label, **of_edge(of)})
        for ends in joined(of, manifest):
            yield f"{tag('edge', ends, data)}\n"
    yield "</graph>\n</graphml>\n"


def _keys(of: str, attributes: Mapping[str, Type]) -> Iterator[str]:
    for name, type_ in attributes.items():
        about = {"id": f"{of}.{name}", "for": of, "attr.name": name, "attr.type": type_}
        yield f"{tag('key', about)}\n"


def _data(of: str, values: Mapping[str, Value]) -> str:
    return "".join(
        tag("data", {"key": f"{of}.{name}"}, text(written(value)))
        for name, value in values.items()
        if value is not None
    )
