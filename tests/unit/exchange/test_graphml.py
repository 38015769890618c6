from __future__ import annotations

from pathlib import Path

import networkx
import pytest

from dragoman.exchange import graphml
from tests.factories import an_article, an_entry
from tests.unit.exchange.exports import exported, some


def graph(path: Path) -> networkx.MultiDiGraph:
    graphml.write(exported(), path)
    return networkx.read_graphml(path, force_multigraph=True)


def test_networkx_opens_it_with_types(tmp_path: Path) -> None:
    found = graph(tmp_path / "graph.graphml")
    assert sorted(found.nodes) == ["AZE", "CHL", "CUB", "GHA", "ISR", "PER", "the =association"]
    assert found.nodes["AZE"] == {
        "label": "Azerbaijan",
        "kind": "state",
        "iso2": "az",
        "iso_numeric": "031",
        "cow": 373,
        "place": "Baku",
        "latitude": 40.41,
        "longitude": 49.87,
    }
    assert found.nodes["the =association"] == {"label": "the =association", "kind": "unresolved"}
    assert sorted((one, other, values["label"]) for one, other, values in found.edges(data=True)) == [
        ("AZE", "ISR", "energy"),
        ("ISR", "AZE", "CONSULT.visit"),
        ("PER", "CHL", "CONSULT"),
        ("PER", "CUB", "CONSULT"),
        ("the =association", "GHA", "aid"),
    ]
    assert found.graph["ledger"] == "sha256:0"


def test_an_edge_says_how_much_stands_behind_it(tmp_path: Path) -> None:
    values = graph(tmp_path / "graph.graphml").edges["AZE", "ISR", "o1:oil/AZE/ISR"]
    assert (values["reports"], values["denied"], values["origins"], values["certainty"]) == (2, 0, 2, 0.9)
    assert (values["sign"], values["mutual"], values["standing"]) == (1, False, "asserted")
    # One report speaks of 2019, the other of its own time, 2020 or later.
    assert (values["start"], values.get("end")) == ("2019-01-01", None)
    assert "quad" not in values
    assert sorted(values["statements"].split("; ")) == sorted(
        each.statement.id for each in some() if each.occurrence == "o1:oil"
    )


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path) -> None:
    document = an_article("Paper", "2024", 'Peru aids \x0b<Chile> & \ud800"Cuba"\n.')
    entry = an_entry(document, document.text, "aid", actor="PER", recipient="CHL", occurrence="o1:a")
    path = tmp_path / "graph.graphml"
    graphml.write(exported(entry), path)
    ((_, _, values),) = networkx.read_graphml(path).edges(data=True)
    assert values["quote"] == 'Peru aids \ufffd<Chile> & \ufffd"Cuba"\n.'


def test_the_same_entries_give_the_same_bytes() -> None:
    assert "".join(graphml.lines(exported())) == "".join(graphml.lines(exported()))


def test_igraph_opens_it(tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    path = tmp_path / "graph.graphml"
    graphml.write(exported(), path)
    found = igraph.Graph.Read_GraphML(str(path))
    assert (found.vcount(), found.ecount(), found.is_directed()) == (7, 5, True)
    assert set(found.es["label"]) == {"energy", "CONSULT.visit", "CONSULT", "aid"}
