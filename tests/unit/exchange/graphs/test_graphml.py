from __future__ import annotations

import tomllib
from pathlib import Path

import networkx
import pytest

from dragoman.exchange.graphs import graphml
from dragoman.exchange.graphs.nodes import identity
from dragoman.exchange.manifest import Manifest
from tests.factories import an_article, an_entry
from tests.unit.exchange.exports import exported, some

#: What the one without a code goes by.
NAMED = identity("the =association")


def graph(path: Path) -> networkx.MultiDiGraph:
    graphml.write(exported(), path)
    return networkx.read_graphml(path, force_multigraph=True)


def test_networkx_opens_it_with_types(tmp_path: Path) -> None:
    found = graph(tmp_path / "graph.graphml")
    assert sorted(found.nodes) == ["AZE", "CHL", "CUB", "GHA", "ISR", "PER", NAMED]
    assert found.nodes["AZE"] == {
        "label": "Azerbaijan",
        "kind": "state",
        "code": "AZE",
        "iso2": "az",
        "iso_numeric": "031",
        "cow": 373,
        "place": "Baku",
        "latitude": 40.41,
        "longitude": 49.87,
    }
    assert found.nodes[NAMED] == {"label": "the =association", "kind": "unresolved"}
    assert sorted((one, other, values["label"]) for one, other, values in found.edges(data=True)) == [
        ("AZE", "ISR", "energy"),
        ("ISR", "AZE", "CONSULT.visit"),
        ("PER", "CHL", "CONSULT"),
        ("PER", "CUB", "CONSULT"),
        (NAMED, "GHA", "aid"),
    ]
    assert found.graph["ledger"] == "sha256:0"


def test_an_edge_says_how_much_stands_behind_it(tmp_path: Path) -> None:
    values = graph(tmp_path / "graph.graphml").edges["AZE", "ISR", "o1:oil.AZE.ISR"]
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
    made = ["".join(graphml.lines(exported(), Manifest("graphml"))) for _ in range(2)]
    assert made[0] == made[1]


def test_the_policy_on_disputed_territories_is_told_and_so_is_what_is_left_out(tmp_path: Path) -> None:
    document = an_article("Paper", "2024", "Abkhazia aids Peru.")
    entry = an_entry(document, document.text, "aid", actor="XAB", recipient="PER", occurrence="o1:a")
    graphml.write(exported(entry, *some()), tmp_path / "graph.graphml")
    values = networkx.read_graphml(tmp_path / "graph.graphml").nodes["XAB"]
    assert (values["code"], values["sector"]) == ("GEO", "PRE")
    told = tomllib.loads((tmp_path / "graph.policy.toml").read_text(encoding="utf-8"))
    assert told["export"]["rows"] == {"edges": 6, "parties": 8}
    assert told["export"]["statements_left_out"] == {"denied": 1, "possible": 1}
    assert told["territory"]["XAB"]["code"] == "GEO"


def test_igraph_opens_it(tmp_path: Path) -> None:
    igraph = pytest.importorskip("igraph")
    path = tmp_path / "graph.graphml"
    graphml.write(exported(), path)
    found = igraph.Graph.Read_GraphML(str(path))
    assert (found.vcount(), found.ecount(), found.is_directed()) == (7, 5, True)
    assert set(found.es["label"]) == {"energy", "CONSULT.visit", "CONSULT", "aid"}
