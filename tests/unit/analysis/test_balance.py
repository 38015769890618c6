from __future__ import annotations

import networkx
import pytest
from hypothesis import given

from dragoman.analysis import balance, network
from tests.unit.analysis.nets import entries
from tests.unit.analysis.test_network import TIES


@pytest.mark.parametrize(
    ("ties", "state"),
    [
        (["A -> B alliance", "B -> C alliance", "A -> C alliance"], "balanced"),
        (["A -> B alliance", "B -> C hostility", "A -> C hostility"], "balanced"),
        (["A -> B alliance", "B -> C alliance", "A -> C hostility"], "strained"),
        (["A -> B hostility", "B -> C hostility", "A -> C hostility"], "strained"),
        (["A -> B alliance", "B -> C alliance", "A -> C trade", "A -> C hostility"], "open"),
    ],
)
def test_the_states_of_a_triad(ties: list[str], state: str) -> None:
    (triad,) = balance(network(entries(*ties))).triads
    assert triad.state == state


def test_neighbours_are_neither_friends_nor_foes() -> None:
    assert not balance(network(entries("A -> B geography", "B -> C alliance", "A -> C alliance"))).triads


def test_which_one_change_would_settle_or_upset_most() -> None:
    """Four parties, all friends but A and B: both triads of that pair are strained."""
    friends = ["A -> C", "A -> D", "B -> C", "B -> D", "C -> D"]
    found = balance(network(entries("A -> B hostility", *(f"{each} alliance" for each in friends))))
    assert [triad.state for triad in found.triads] == ["strained", "strained", "balanced", "balanced"]
    assert found.settles is not None
    assert (found.settles.between, found.settles.settled, found.settles.upset) == (("A", "B"), 2, 0)
    assert found.upsets is None or found.upsets.net < 0
    assert found.share == 0.5


def test_a_row_names_the_statements_behind_each_sign() -> None:
    told = entries("A -> B alliance", "B -> C hostility", "A -> C arms", "A -> C trade")
    found = balance(network(told))
    (row,) = found.table()
    assert (row["ab"], row["ac"], row["bc"]) == ("+", "+", "-")
    ab, bc, *ac = (entry.statement.id for entry in told)
    assert (row["ab_statements"], row["bc_statements"]) == (ab, bc)
    assert {*str(row["ac_statements"]).split("; ")} == {*ac}
    assert found.statements.keys() == {("A", "B"), ("A", "C"), ("B", "C")}


@given(TIES)
def test_triads_are_the_triangles_that_networkx_finds(ties: list[str]) -> None:
    of = network(entries(*ties))
    graph = networkx.Graph(key for key, sign in of.signs.items() if sign != "0")
    assert len(balance(of).triads) == sum(networkx.triangles(graph).values()) / 3


@given(TIES)
def test_a_turnabout_turns_each_settled_triad_that_it_is_a_side_of(ties: list[str]) -> None:
    found = balance(network(entries(*ties)))
    for each in found.turnabouts:
        touched = [triad for triad in found.triads if each.between in triad.sides and triad.state != "open"]
        assert each.settled == sum(triad.state == "strained" for triad in touched)
        assert each.upset == sum(triad.state == "balanced" for triad in touched)


def test_what_each_change_of_a_sign_would_do_is_a_frame() -> None:
    told = entries("KEN -> UGA alliance", "RWA -> UGA alliance", "RWA -> KEN hostility", "NOR -> KEN;RWA mediation")
    frame = balance(network(told)).frames["turnabouts"]
    # Both triads are strained by the hostility: without it both are balanced, any other change settles its own.
    assert frame.rows == (
        ("KEN", "NOR", "+", 1, 0, 1),
        ("KEN", "RWA", "-", 2, 0, 2),
        ("KEN", "UGA", "+", 1, 0, 1),
        ("NOR", "RWA", "+", 1, 0, 1),
        ("RWA", "UGA", "+", 1, 0, 1),
    )
