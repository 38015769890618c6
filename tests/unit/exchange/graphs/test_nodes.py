from __future__ import annotations

from dragoman.exchange.gathering import gathered
from dragoman.exchange.graphs.nodes import identity, joined, kind, node
from dragoman.exchange.manifest import Manifest
from dragoman.exchange.policy import Policy
from tests.factories import an_article, an_entry
from tests.unit.exchange.exports import exported


def test_what_the_codebook_takes_a_party_for() -> None:
    assert [kind(key) for key in ("AZE", "SUN", "UNO", "NATO", "ABRAHAM", "SUEZ", "the association")] == [
        "state",
        "state",
        "igo",
        "bloc",
        "accord",
        "route",
        "unresolved",
    ]


def test_a_territory_keeps_its_name_beside_what_the_policy_writes() -> None:
    found = node("XSL", Policy.of())
    assert (found.label, found.code, found.sector, found.iso2) == ("Somaliland", "SOM", "PRE", None)
    nobody = node("the association", Policy.of())
    assert (nobody.label, nobody.code, nobody.sector, nobody.place) == ("the association", None, None, None)


def test_ids_are_those_that_xml_lets_ids_be() -> None:
    assert identity("AZE") == "AZE"
    assert identity("the =association")[:-8] == "the__association-"
    assert len({identity(each) for each in ("a b", "a_b", "a=b")}) == 3


def test_what_is_of_a_single_party_joins_nothing_and_is_counted() -> None:
    document = an_article("Paper", "2024", "Peru protested.")
    entry = an_entry(document, document.text, "PROTEST", actor="PER", recipient="")
    manifest = Manifest("graphml")
    (of,) = gathered(exported(entry))
    assert [*joined(of, manifest)] == []
    assert (manifest.written["edges"], manifest.left_out["of a single party"]) == (0, 1)
