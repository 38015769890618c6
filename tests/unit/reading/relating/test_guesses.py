from __future__ import annotations

from dragoman.reading.reader import read
from dragoman.records import Document
from dragoman.records.dates import from_iso


def told(text: str) -> list[tuple[str, list[str | None], list[str | None]]]:
    found = read(Document(text, published=from_iso("2024-05-10"))).statements
    return [(each.type, [one.code for one in each.actor], [one.code for one in each.recipient]) for each in found]


def test_the_neighbours_that_a_word_means_are_no_others() -> None:
    text = (
        "Somalia and Ethiopia quarrelled. Relations between the two Horn of Africa neighbours soured in January when"
        " Addis Ababa agreed to lease 20 km of coastline from Somaliland."
    )
    assert not [each for each in told(text) if each[0] == "geography" and "XSL" in each[2]]


def test_a_state_is_no_member_of_another() -> None:
    found = told("South Africa, which last year withdrew from the DRC, is unlikely to return.")
    assert "membership" not in [each[0] for each in found]


def test_a_territory_may_be_part_of_a_state() -> None:
    text = "While Puerto Rico is a commonwealth of the United States, it is not a state."
    assert ("membership", ["PRI"], ["USA"]) in told(text)


def test_nobody_resigns_from_another_state() -> None:
    text = "On the same day, Kurt Volker, the United States special envoy for Ukraine negotiations, resigned."
    assert "RETREAT" not in [each[0] for each in told(text)]


def test_whose_neighbour_acts_has_no_part_in_it() -> None:
    text = "Australia, Indonesia's neighbour to the south, gives Papua New Guinea about $637 million in aid a year."
    assert sorted(told(text)) == [("aid", ["AUS"], ["PNG"]), ("geography", ["IDN"], ["AUS"])]


def test_who_mediates_with_others_does_not_mediate_between_them() -> None:
    text = "Washington is trying to broker a humanitarian truce together with Saudi Arabia, Egypt and the UAE."
    assert not [each for each in told(text) if each[0] == "mediation"]


def test_the_parties_of_a_mediation_stay_beside_who_mediates_as_well() -> None:
    text = "Qatar is mediating, together with Egypt and the United States, between Israel and Hamas."
    assert told(text) == [("mediation", ["QAT", "EGY", "USA"], ["ISR", "HAMAS"])]


def test_nobody_does_to_a_companion_what_both_do() -> None:
    text = "South Africa, together with Botswana and Zimbabwe, negotiated the return of the government of Lesotho."
    assert not [each for each in told(text) if each[0] == "mediation" and "ZAF" in each[2]]


def test_who_gives_so_much_is_not_given_it_by_another_who_does() -> None:
    assert told("Saudi Arabia deposited $2 billion and the UAE $1 billion.") == []
    assert ("aid", ["IMF"], ["CHL"]) in told("The IMF lent Peru $2 billion and Chile $1 billion.")


def test_a_quarrel_is_not_with_what_it_is_over() -> None:
    text = "Trump and Bolton have been at odds over the president's handling of issues with North Korea and Iran."
    assert [each for each in told(text) if each[0] == "hostility"] == []
    assert ("hostility", ["TUR"], ["GRC"]) in told("Turkey has long been at odds over the islands with Greece.")


def test_companions_may_do_something_with_each_other() -> None:
    assert ("COOPERATE", ["KEN"], ["QAT"]) in told("Kenya held drills together with Qatar.")


def test_peoples_by_birth_act_for_no_state_and_tie_two() -> None:
    found = told("Ethnic Albanians attacked a North Macedonian police post, the ministry in Skopje said.")
    assert not [each for each in found if ["ALB"] in each[1:]]
    ties = told("Ethnic Azerbaijanis, Iran's largest minority, comprise approximately 20% of Iran's population.")
    assert [each[0] for each in ties] == ["society"]
