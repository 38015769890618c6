"""The codebook's tables as data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import pytest

from dragoman.codebook.events import CONTEXTS, EVENT_TYPES
from dragoman.codebook.organisations import organisations
from dragoman.codebook.rows import listed, rows, table
from dragoman.codebook.states import states
from dragoman.codebook.ties import CHANNELS
from dragoman.codebook.units import UNITS

SECTORS = {row["code"] for row in table("sectors.toml")["sector"]}
KNOWN = {*states(), *(each.code for each in organisations())}
DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
KINDS = {"igo", "bloc", "accord", "armed_group", "service", "company", "route", "institute", "ngo"}
#: Modes that the PLOVER manual gives each type; types without modes are left out.
PLOVER = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
    " heavy-weapons crowd-control unconventional",
}


def twice(values: Iterable[object]) -> list[object]:
    return [value for value, number in Counter(values).items() if number > 1]


def claims(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The names that more than one owner claims."""
    found: dict[str, set[str]] = {}
    for name, owner in pairs:
        found.setdefault(name, set()).add(owner)
    return {name: owners for name, owners in found.items() if len(owners) > 1}


@pytest.mark.parametrize("column", ["code", "iso2", "iso_numeric", "name", "official"])
def test_states_share_no_code_and_no_name(column: str) -> None:
    assert twice(row[column] for row in rows("states.csv") if row[column]) == []


@pytest.mark.parametrize("column", ["adjectives", "people"])
def test_states_share_no_word(column: str) -> None:
    assert claims((word, state.code) for state in states().values() for word in getattr(state, column)) == {}


@pytest.mark.parametrize("column", ["capitals", "seats"])
def test_states_of_one_time_share_no_capital(column: str) -> None:
    """Moscow was the Soviet Union's before it was Russia's."""
    today = [state for state in states().values() if not state.until]

    assert claims((word, state.code) for state in today for word in getattr(state, column)) == {}
    assert all(state.since for state in states().values() if state.until)


def test_no_name_is_claimed_by_two_states() -> None:
    names = ((name, state) for state in states().values() for name in (state.name, state.official, *state.aliases))

    assert claims((name.casefold(), state.code) for name, state in names) == {}


def test_codes_of_states_have_the_shape_of_their_standard() -> None:
    for state in states().values():
        assert re.fullmatch(r"[A-Z]{3}", state.code)
        assert re.fullmatch(r"(?:[a-z]{2})?", state.iso2)
        assert re.fullmatch(r"(?:\d{3})?", state.iso_numeric)
        assert re.fullmatch(r"\d{0,3}", state.cow)


def test_years_of_states_are_in_order() -> None:
    for state in states().values():
        assert all(re.fullmatch(r"(?:\d{4})?", year) for year in (state.since, state.until))
        assert not state.until or state.since < state.until


def test_organisations_share_no_name_and_no_alias() -> None:
    assert twice(each.name for each in organisations()) == []
    assert claims((name, each.name) for each in organisations() for name in (each.name, *each.aliases)) == {}


def test_organisations_of_their_own_share_no_code() -> None:
    own = [each.code for each in organisations() if each.kind not in ("service", "company")]

    assert twice(own) == []
    assert set(own).isdisjoint(states())


def test_services_and_companies_bear_the_code_of_their_state() -> None:
    for each in organisations():
        assert each.kind not in ("service", "company") or each.code == each.state


def test_organisations_are_of_known_kinds_sectors_and_states() -> None:
    for each in organisations():
        assert each.kind in KINDS, each
        assert each.sector is None or each.sector in SECTORS, each
        assert each.state is None or each.state in states(), each


def test_members_are_states_and_parties_of_accords_are_known() -> None:
    for each in organisations():
        assert set(each.members) <= (set(states()) if each.kind == "igo" else KNOWN), each
        assert twice(each.members) == []


def test_offices_are_of_known_parties_and_sectors() -> None:
    for row in rows("people.csv"):
        assert row["code"] in KNOWN, row
        assert row["sector"] in SECTORS, row
        assert row["role"], row


def test_dates_of_offices_parse_and_are_in_order() -> None:
    for row in rows("people.csv"):
        assert DATE.fullmatch(row["from"]), row
        assert not row["to"] or (DATE.fullmatch(row["to"]) and row["from"][:4] <= row["to"][:4]), row


def test_no_spelling_is_claimed_by_two_people() -> None:
    people = list(rows("people.csv"))

    spelt = [(name, row) for row in people for name in (row["name"], *listed(row["aliases"]))]
    shared = claims((name, row["name"]) for name, row in spelt)
    # "King Abdullah" is the one of the two whose state a text speaks of.
    assert set(shared) == {"King Abdullah"}
    assert all(len({row["code"] for name, row in spelt if name == one}) > 1 for one in shared)
    assert twice((row["name"], row["code"], row["role"], row["from"]) for row in people) == []


def test_pronouns_of_people_are_the_same_in_all_their_offices() -> None:
    assert claims((row["name"], row["pronoun"]) for row in rows("people.csv")) == {}
    assert {row["pronoun"] for row in rows("people.csv")} == {"", "she"}


def test_unfit_surnames_are_somebodys() -> None:
    names = (name for row in rows("people.csv") for name in (row["name"], *listed(row["aliases"])))
    borne = {word for name in names for word in surname_words(name)}

    for words in table("surnames.toml").values():
        assert set(words.split()) <= borne


def surname_words(name: str) -> set[str]:
    return {name.split()[-1], name.split()[0], name.split()[-1].removeprefix("al-")}


def test_traits_are_of_known_states_and_their_words_stand_once() -> None:
    listed_ = table("traits.toml")["trait"]

    assert twice(word for row in listed_ for word in row["words"]) == []
    assert {code for row in listed_ for code in (*row["states"].split(), *row.get("group", "").split())} <= set(
        states()
    )
    assert all(row["states"].split() == sorted(set(row["states"].split())) for row in listed_)
    assert all(set(row.get("group", "").split()) <= set(row["states"].split()) for row in listed_)


def test_nicknames_are_of_known_organisations() -> None:
    assert {code for codes in table("traits.toml")["nicknames"].values() for code in codes.split()} <= KNOWN


def test_former_rulers_and_ruled_are_states() -> None:
    former = table("traits.toml")["former"]

    assert set(former) | {code for codes in former.values() for code in codes.split()} <= set(states())


def test_borders_are_between_two_states_and_stand_once() -> None:
    borders = list(rows("borders.csv"))

    assert {row[side] for row in borders for side in ("one", "other")} <= set(states())
    assert twice(frozenset((row["one"], row["other"])) for row in borders) == []
    assert all(re.fullmatch(r"(?=.)[NS]?[EW]?", row["lies"]) and row["by"] in ("land", "sea") for row in borders)


def test_publishers_share_no_name_and_no_domain() -> None:
    publishers = list(rows("publishers.csv"))

    assert twice(row["name"] for row in publishers) == []
    assert twice(row["domain"] for row in publishers if row["domain"]) == []
    assert claims((name, row["name"]) for row in publishers for name in (row["name"], *listed(row["aliases"]))) == {}


def test_publishers_have_a_known_home() -> None:
    for row in rows("publishers.csv"):
        assert row["code"] in KNOWN, row
        assert row["kind"], row


def test_signs_are_of_known_publishers_that_go_by_no_such_name() -> None:
    names = {row["name"]: {row["name"], *listed(row["aliases"])} for row in rows("publishers.csv")}

    assert twice(tuple(row.values()) for row in rows("signs.csv")) == []
    assert [row for row in rows("signs.csv") if row["sign"] in names[row["publisher"]]] == []


def test_sectors_share_no_word() -> None:
    listed_ = table("sectors.toml")["sector"]
    words = [word for row in listed_ for word in row.get("words", ())]

    assert twice(row["code"] for row in listed_) == []
    assert twice(words) == []
    assert [word for word in words if word != word.lower()] == []


def test_units_share_no_code_and_no_word() -> None:
    assert twice(row["code"] for row in table("units.toml")["unit"]) == []
    assert claims((word.lower(), unit.code) for unit in UNITS.values() for word in unit.words) == {}


def test_units_have_words_and_a_factor() -> None:
    for unit in UNITS.values():
        assert unit.words, unit
        assert unit.factor > 0, unit


def test_ambiguous_names_stand_once_and_mean_something_known() -> None:
    doubts = table("ambiguous.toml")["name"]

    assert twice(row["text"] for row in doubts) == []
    assert {row["code"] for row in doubts} <= KNOWN
    assert {row["or_code"] for row in doubts if "or_code" in row} <= KNOWN


def test_modes_are_plovers() -> None:
    assert len(EVENT_TYPES) == 16
    for event in EVENT_TYPES.values():
        assert set(event.modes) == set(PLOVER.get(event.name, "").split()), event.name


def test_scores_have_the_sign_of_their_quad() -> None:
    for event in EVENT_TYPES.values():
        scores = [event.score, *event.modes.values()]
        assert all(-10 <= score <= 10 for score in scores), event
        assert all(score > 0 for score in scores) if event.quad <= 2 else event.score <= 0, event


@pytest.mark.parametrize("verb", [each.verb for each in (*EVENT_TYPES.values(), *CHANNELS.values())])
def test_verbs_name_both_sides_once(verb: str) -> None:
    assert (verb.count("{a}"), verb.count("{b}")) == (1, 1)


def test_channels_are_fourteen_with_a_sign() -> None:
    assert len(CHANNELS) == 14
    assert {each.sign for each in CHANNELS.values()} == {-1, 0, 1}


def test_every_context_has_words_in_lower_case() -> None:
    words = table("contexts.toml")

    assert set(words) == set(CONTEXTS)
    assert all(words[name] for name in CONTEXTS)
    assert [word for name in CONTEXTS for word in words[name] if word != word.lower()] == []
