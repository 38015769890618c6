from __future__ import annotations

import json

import pytest

from dragoman.errors import InvalidValue
from dragoman.exchange.graphs import nomenklatura
from dragoman.exchange.graphs.nomenklatura import Pair, is_edge, lines, read

A, B, C, D = (f"s1:{letter * 24}" for letter in "abcd")


def edge(one: str, other: str, judgement: str = "positive", *more: object) -> str:
    return json.dumps([one, other, judgement, None, *(more or ("u", "2026-01-01"))])


def entity(statement: str) -> str:
    return "dragoman-" + statement.replace(":", "-")


def test_pairs_go_out_as_edges_and_come_back() -> None:
    pairs = [Pair(A, B, "same", "A. Analyst", "2026-01-01T00:00:00Z"), Pair(C, D, "not the same", "B", None)]
    written = [*lines(pairs)]
    assert json.loads(written[0]) == [
        entity(B), entity(A), "positive", None, "A. Analyst", "2026-01-01T00:00:00Z",
    ]  # fmt: skip
    assert [(each.verdict, each.who, {each.one, each.other}) for each in read(written)] == [
        ("same", "A. Analyst", {A, B}),
        ("not the same", "B", {C, D}),
    ]


def test_what_is_joined_by_an_id_of_theirs_is_paired_with_the_first() -> None:
    given = [edge("NK-xyz", entity(B)), edge("NK-xyz", entity(A) + "-2"), edge("NK-xyz", entity(C))]
    assert read(given) == [Pair(A, B, "same", "u"), Pair(A, C, "same", "u")]
    apart = [*given, edge("NK-xyz", entity(D), "negative", "v", None)]
    assert read(apart)[2:] == [Pair(A, D, "not the same", "v")]


def test_parties_what_is_deleted_and_what_is_not_judged_say_nothing() -> None:
    assert not read([
        edge("dragoman-AZE", "Q227"),
        edge("dragoman-AZE", entity(A), "negative"),
        edge(entity(A), entity(B), "unsure"),
        edge(entity(A), entity(B), "no_judgement"),
        edge(entity(A), entity(B), "positive", "u", "2026", "2027"),
        "\n",
    ])  # fmt: skip


@pytest.mark.parametrize("line", ["[1, 2]", "[", '[1, 2, "positive", null, null]', "7"])
def test_a_line_that_is_none_is_told_by_its_number(line: str) -> None:
    with pytest.raises(InvalidValue, match="Line 2 is no edge"):
        read([edge(entity(A), entity(B)), line])


def test_an_edge_is_told_from_a_decision() -> None:
    assert is_edge(' ["a"')
    assert not is_edge('{"id"')


def test_nomenklatura_reads_it() -> None:
    edge_of = pytest.importorskip("nomenklatura.resolver.edge").Edge
    (line,) = nomenklatura.lines([Pair(A, B, "not the same", "u", "2026-01-01")])
    found = edge_of.from_line(line)
    assert (found.judgement.value, found.user, found.to_line()) == ("negative", "u", line)
