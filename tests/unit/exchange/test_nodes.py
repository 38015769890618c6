from __future__ import annotations

from dragoman.exchange.nodes import kind, node
from dragoman.exchange.policy import Policy


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
