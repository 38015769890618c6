from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import networkx

from dragoman.exchange.graphs import gexf
from dragoman.exchange.graphs.nodes import identity
from dragoman.exchange.manifest import Manifest
from tests.factories import an_article, an_entry
from tests.unit.exchange.exports import exported

NAMES = {"": "http://gexf.net/1.3"}

#: What the one without a code goes by.
NAMED = identity("the =association")


def test_networkx_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "graph.gexf"
    gexf.write(exported(), path)
    found = networkx.read_gexf(path)
    assert sorted(found.nodes) == ["AZE", "CHL", "CUB", "GHA", "ISR", "PER", NAMED]
    assert (found.nodes["AZE"]["cow"], found.nodes["AZE"]["latitude"]) == (373, 40.41)
    ((_, _, values),) = [each for each in found.edges(data=True) if each[2]["label"] == "energy"]
    assert (values["reports"], values["mutual"], values["weight"]) == (2, False, 2.0)


def test_an_edge_is_there_on_the_days_on_which_its_tie_stands() -> None:
    document = an_article("Paper", "2024", "Peru aided Chile in 2019. Peru aided Chile in 2021. Peru aided Chile.")
    reports = [
        an_entry(
            document, f"Peru aided Chile in {year}.", "aid", actor="PER", recipient="CHL", when=year, occurrence="o1"
        )
        for year in ("2019", "2021")
    ]
    root = ElementTree.fromstring("".join(gexf.lines(exported(*reports), Manifest("gexf"))))
    assert [each.attrib for each in root.iterfind(".//spell", NAMES)] == [
        {"start": "2019-01-01", "end": "2019-12-31"},
        {"start": "2021-01-01", "end": "2021-12-31"},
    ]
    (graph,) = root.iterfind("graph", NAMES)
    assert graph.attrib["mode"] == "dynamic"


def test_what_has_no_days_is_always_there() -> None:
    document = an_article("Paper", None, "Peru hit Chile.")
    entry = an_entry(document, document.text, "ASSAULT", actor="PER", recipient="CHL", occurrence="o1:a")
    assert "spell" not in "".join(gexf.lines(exported(entry), Manifest("gexf")))
