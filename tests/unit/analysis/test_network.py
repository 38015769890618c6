from __future__ import annotations

from datetime import date

import networkx
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis import network
from dragoman.analysis.occurrences import ordered
from tests.factories import an_article, an_entry
from tests.unit.analysis.nets import entries, names

CODES = ["AZE", "ISR", "IRN", "TUR", "RUS", "KAZ"]
TIES = st.lists(
    st.tuples(st.sampled_from(CODES), st.sampled_from(CODES), st.sampled_from(["energy", "hostility", "alliance"])),
    max_size=12,
).map(lambda listed: [f"{one} -> {other} {channel}" for one, other, channel in listed if one != other])


def test_a_tie_of_several_parties_is_a_link_between_each_two_of_its_sides() -> None:
    found = network(entries("AZE;KAZ -> ISR energy", "TUR -> AZE;ISR alliance"))
    assert [*names(found.links)] == [
        "AZE ISR alliance",
        "AZE ISR energy",
        "AZE TUR alliance",
        "ISR TUR alliance",
        "KAZ ISR energy",
    ]
    assert found.parties == ("AZE", "ISR", "KAZ", "TUR")


def test_two_parties_may_be_friends_in_one_channel_and_foes_in_another() -> None:
    found = network(
        entries("AZE -> IRN society", "IRN -> AZE hostility", "ISR -> IRN hostility", "ISR -> JOR geography")
    )
    assert found.signs == {("AZE", "IRN"): "±", ("IRN", "ISR"): "-", ("ISR", "JOR"): "0"}
    assert [*names(found.between("IRN", "AZE"))] == ["AZE IRN society", "IRN AZE hostility"]


def test_what_stood_on_a_day() -> None:
    document = an_article("Paper", "2024", "Peru supplied Chile with gas in 2019. Peru and Chile are partners.")
    gas = an_entry(document, "Peru supplied Chile with gas in 2019.", actor="PER", recipient="CHL", when="2019")
    friends = an_entry(document, "Peru and Chile are partners.", "alliance", actor="PER", recipient="CHL")
    of = [gas, friends]
    assert [*names(network(of, as_of=date(2019, 6, 1)).links)] == ["PER CHL energy"]
    assert [*names(network(of, as_of=date(2024, 12, 31)).links)] == ["CHL PER alliance"]
    assert [*names(network(of).gained(network(of, as_of=date(2019, 6, 1))))] == ["CHL PER alliance"]


def test_a_party_without_a_code_is_counted_and_left_out() -> None:
    document = an_article("Paper", "2024", "The association backs Ghana.")
    named = an_entry(document, "The association backs Ghana.", "aid", actor=":the association", recipient="GHA")
    found = network([named])
    assert (found.links, found.nameless) == ((), 1)


def test_who_mediates_between_whom() -> None:
    found = network(entries("QAT -> CHN;IND mediation", "QAT -> CHN;IND mediation", "OMN -> IRN mediation"))
    (broker,) = found.brokers
    assert (broker.mediator, broker.between) == ("QAT", ("CHN", "IND"))
    assert len(broker.ties) == 1
    assert len(broker.ties[0].reports) == 2


def test_only_what_lies_between_some() -> None:
    found = network(entries("AZE -> ISR energy", "ISR -> AZE arms", "AZE -> TUR energy"))
    assert [*names(found.only("AZE", "ISR").links)] == ["AZE ISR energy", "ISR AZE arms"]
    assert [*names(found.only("AZE", channel="energy").links)] == ["AZE ISR energy", "AZE TUR energy"]


def test_a_row_names_the_statements_behind_a_link() -> None:
    told = entries("AZE -> ISR energy", "AZE -> ISR energy")
    (row,) = network(told).table()
    assert (row["reports"], row["figures"]) == (2, "")
    assert str(row["statements"]).split("; ") == [entry.statement.id for entry in ordered(told)]


def test_a_row_has_each_figure_on_record_once() -> None:
    told = entries(*["AZE -> ISR energy [30-40 oil imports]"] * 2, "AZE -> ISR energy [22 oil imports]")
    (row,) = network(told).table()
    assert row["figures"] == "30–40 percent; 22 percent"


@given(TIES)
def test_groups_are_those_that_networkx_finds(ties: list[str]) -> None:
    found = network(entries(*ties))
    graph = networkx.Graph()
    graph.add_nodes_from(found.parties)
    graph.add_edges_from((link.giver, link.taker) for link in found.links if link.sign > 0)
    assert {frozenset(group) for group in found.components} == {*map(frozenset, networkx.connected_components(graph))}


@given(TIES, st.randoms())
def test_the_order_of_the_entries_means_nothing(ties: list[str], chance: object) -> None:
    told = entries(*ties)
    turned = [*told]
    chance.shuffle(turned)  # type: ignore[attr-defined]
    assert network(told) == network(turned)


def test_mediators_and_groups_are_there_as_frames() -> None:
    told = entries("NOR -> KEN;RWA mediation", "UGA -> RWA alliance", "PER -> CHL hostility")
    frames = network(told).frames
    assert frames["mediators"].rows == (("NOR", "KEN", "RWA", told[0].statement.id),)
    groups: dict[object, list[object]] = {}
    for row in frames["together"]:
        groups.setdefault(row["group"], []).append(row["party"])
    assert [*groups.values()] == [["KEN", "NOR", "RWA", "UGA"], ["CHL"], ["PER"]]
    assert len(frames["links"]) == 4
