from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis import Cut, Range, Scenario, changes, network, whatif
from dragoman.errors import InvalidValue, UnknownName
from tests.factories import an_article, an_entry
from tests.unit.analysis.nets import entries, names
from tests.unit.analysis.test_network import CODES, TIES

OIL = (
    "AZE -> ISR energy [30-40 oil imports]",
    "KAZ -> ISR energy [22 oil imports]",
    "RUS -> TUR energy",
    "IRN -> ISR hostility",
    "IRN -> AZE hostility",
    "AZE -> ISR alliance",
)


def test_a_tie_is_cut_in_one_channel() -> None:
    found = whatif(network(entries(*OIL)), Scenario().cut("Azerbaijan->Israel:energy"))
    assert [(*each.link.key, each.why) for each in found.fallen] == [("AZE", "ISR", "energy", "AZE->ISR:energy is cut")]
    (lost,) = found.replacements
    assert lost.shares == (("oil imports", Range(30, 40)),)
    assert (lost.others, lost.elsewhere) == (("KAZ",), ("RUS",))
    assert found.exposures[1][0].unexplained == Range(78, 78)


def test_a_row_names_the_statements_behind_what_falls() -> None:
    told = entries(*OIL)
    (row,) = whatif(network(told), Scenario().cut("Kazakhstan->Israel:energy")).table()
    assert (row["becomes"], row["statements"]) == ("falls", told[1].statement.id)


def test_both_ways_and_all_channels() -> None:
    told = entries("AZE -> ISR energy", "ISR -> AZE arms", "ISR -> AZE alliance", "TUR -> AZE alliance")
    assert [*names(whatif(network(told), Scenario().cut("AZE--ISR")).after.links)] == ["AZE TUR alliance"]
    assert [*names(whatif(network(told), Scenario().cut("ISR->AZE")).after.links)] == [
        "AZE ISR energy",
        "AZE TUR alliance",
    ]


def test_a_party_is_gone_and_with_it_a_common_foe() -> None:
    found = whatif(network(entries(*OIL)), Scenario().remove("Iran"))
    assert [*names(each.link for each in found.fallen)] == ["IRN AZE hostility", "IRN ISR hostility"]
    assert found.common_foes == (("AZE", "ISR", "IRN"),)
    ((before, after),) = found.turned
    assert (before and before.state, after) == ("balanced", None)


def test_a_route_is_closed_and_what_rests_on_it_is_at_risk() -> None:
    document = an_article("Paper", "2024", "Kazakh oil reaches Israel through Russia.", "Azerbaijan sells to Israel.")
    both = "Kazakh oil reaches Israel through Russia."
    told = [
        an_entry(document, both, actor="KAZ"),
        an_entry(document, both, "transit", actor="RUS", recipient="KAZ"),
        an_entry(document, "Azerbaijan sells to Israel."),
    ]
    found = whatif(network(told), Scenario().close("Russia"))
    assert [*names(each.link for each in found.fallen)] == ["RUS KAZ transit"]
    assert [(*each.link.key, each.together) for each in found.at_risk] == [("KAZ", "ISR", "energy", True)]


def test_a_route_of_one_side_puts_oil_at_risk_and_not_arms() -> None:
    told = entries("AZE -> ISR energy", "AZE -> ISR arms", "GEO -> AZE transit")
    found = whatif(network(told), Scenario().close("Georgia"))
    assert [(*each.link.key, each.together) for each in found.at_risk] == [("AZE", "ISR", "energy", False)]


def test_who_no_longer_holds_together() -> None:
    told = entries("A -> B alliance", "B -> C alliance", "A -> C alliance", "C -> D alliance", "D -> E alliance")
    assert whatif(network(told), Scenario(without=("C",))).apart == (("D", "E"),)
    assert whatif(network(told), Scenario(without=("D",))).apart == (("E",),)
    assert whatif(network(told), Scenario(without=("A",))).apart == ()


def test_a_membership_ends() -> None:
    found = whatif(network(entries("TUR -> OTS membership", "TUR -> OTS aid")), Scenario().leave("Türkiye", "OTS"))
    assert [*names(found.after.links)] == ["TUR OTS aid"]


def test_who_is_not_believed_takes_what_nothing_else_supports() -> None:
    told = entries("AZE -> ISR energy", "AZE -> ISR energy", "KAZ -> ISR energy")
    found = whatif(
        network(told), Scenario().discount("Paper 0"), believed=network(told[1:2]), claims=changes(told, told[1:2])
    )
    assert [(*each.link.key, each.why) for each in found.fallen] == [
        ("KAZ", "ISR", "energy", "nothing else supports it")
    ]
    ((before, after),) = found.weakened
    assert (len(before.reports), len(after.reports)) == (2, 1)
    assert {change.kind for change in found.claims} == {"less", "gone"}


def test_it_rests_on_the_statements_of_what_it_touches() -> None:
    told = entries(*OIL)
    assert whatif(network(told), Scenario().remove("IRN")).rests_on == tuple(
        sorted(entry.statement.id for entry in told if entry.statement.type == "hostility")
    )


@pytest.mark.parametrize("text", ["AZE", "AZE->", "->ISR:energy", "AZE->ISR:", "AZE-ISR"])
def test_a_tie_is_written_in_one_way(text: str) -> None:
    with pytest.raises(InvalidValue, match="is no tie"):
        Cut.of(text)


def test_names_and_channels_must_be_known() -> None:
    with pytest.raises(UnknownName, match="channel"):
        Cut.of("AZE->ISR:oil")
    with pytest.raises(UnknownName, match="Atlantis"):
        Cut.of("Atlantis->ISR")
    with pytest.raises(InvalidValue, match="from 50 to 40"):
        Scenario().take("AZE->ISR:energy", 50, 40)


@given(TIES)
def test_a_scenario_that_supposes_nothing_changes_nothing(ties: list[str]) -> None:
    told = entries(*ties)
    found = whatif(network(told), Scenario(name="Nothing"))
    assert found.before == found.after == network(told)
    touched = (found.fallen, found.weakened, found.at_risk, found.turned, found.rests_on)
    assert not any(touched)
    assert found.exposures[0] == found.exposures[1]


@given(TIES, st.sampled_from(CODES), st.sampled_from(CODES))
def test_what_is_supposed_at_once_is_supposed_in_any_order(ties: list[str], one: str, other: str) -> None:
    told = entries(*ties)
    found = whatif(network(told), Scenario().remove(one).remove(other)).after
    assert found == whatif(network(told), Scenario().remove(other).remove(one)).after
    assert found.links == tuple(link for link in network(told).links if not {one, other} & {link.giver, link.taker})


def test_all_that_follows_is_there_as_frames() -> None:
    told = entries(*OIL)
    frames = whatif(network(told), Scenario().cut("Azerbaijan->Israel:energy").remove("Iran")).frames
    assert [*frames] == ["becomes", "exposures", "supplies", "triads", "foes", "apart", "support"]
    assert [(row["giver"], row["taker"]) for row in frames["becomes"]] == [
        ("AZE", "ISR"),
        ("IRN", "AZE"),
        ("IRN", "ISR"),
    ]
    assert frames["supplies"].rows == (("AZE", "ISR", "energy", "oil imports", 30.0, 40.0, "KAZ", "RUS"),)
    assert frames["triads"].rows == (("AZE", "IRN", "ISR", "balanced", None),)
    assert frames["foes"].rows == (("AZE", "ISR", "IRN"),)
    shares = {(row["supposed"], row["partner"]): (row["low"], row["high"]) for row in frames["exposures"]}
    assert shares[False, "AZE"] == (30.0, 40.0)
    assert shares[False, None] == (38.0, 48.0)
    assert shares[True, None] == (78.0, 78.0)
    assert (True, "AZE") not in shares


def test_a_supply_without_a_share_and_a_group_that_falls_apart_have_rows() -> None:
    frames = whatif(network(entries("KEN -> UGA energy", "UGA -> RWA alliance")), Scenario().cut("KEN->UGA")).frames
    assert frames["supplies"].rows == (("KEN", "UGA", "energy", None, None, None, "", ""),)
    assert frames["apart"].rows == ((1, "KEN"),)
