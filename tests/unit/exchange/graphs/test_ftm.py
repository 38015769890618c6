from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

import pytest

from dragoman.exchange.exported import Exported
from dragoman.exchange.graphs import ftm
from dragoman.exchange.graphs.ftm_parties import country
from dragoman.exchange.manifest import Manifest
from dragoman.exchange.policy import Policy
from tests.factories import an_article, an_entry
from tests.unit.exchange.exports import AGAIN, OIL, exported, some

#: What followthemoney 4.11 demands of the schemata that are written, and lets them have: the required ones first.
MODEL = {
    "Article": "fileName title author publisher publishedAt sourceUrl contentHash processingAgent",
    "PublicBody": "name country topics",
    "Organization": "name country topics",
    "Company": "name country topics",
    "LegalEntity": "name country topics",
    "Asset": "name country topics",
    "Person": "name nationality position",
    "UnknownLink": "subject object role status startDate endDate description summary proof publisher sourceUrl "
    "recordId",
    "Membership": "member organization role status startDate endDate description summary proof publisher sourceUrl "
    "recordId",
    "Event": "name date startDate endDate involved keywords description summary proof publisher sourceUrl",
}
REQUIRED = {"UnknownLink": 2, "Membership": 2}
REFERENCES = ("subject", "object", "member", "organization", "involved", "proof")


def entities(of: Exported) -> dict[str, dict[str, Any]]:
    listed = [json.loads(line) for line in ftm.lines(of, Manifest("ftm"))]
    found = {each["id"]: each for each in listed}
    assert len(found) == len(listed)
    return found


def links(of: Exported, schema: str = "UnknownLink") -> list[dict[str, list[str]]]:
    return [each["properties"] for each in entities(of).values() if each["schema"] == schema]


def test_a_tie_is_a_link_with_its_quotes_and_articles() -> None:
    (oil,) = [each for each in links(exported()) if each["role"] == ["energy"]]
    assert (oil["subject"], oil["object"], oil["status"]) == (["dragoman-AZE"], ["dragoman-ISR"], ["asserted"])
    assert sorted(oil["summary"]) == sorted([OIL, AGAIN.replace("\x0b", " ").replace("  ", " ")])
    assert oil["startDate"] == ["2019-01-01"]
    assert "endDate" not in oil
    assert oil["description"] == ["Azerbaijan supplies energy to Israel"]
    assert (oil["publisher"], len(oil["proof"])) == (["The Gazette", "The Mirror"], 2)


def test_an_event_involves_states_and_the_persons_who_act_for_them() -> None:
    found = entities(exported())
    (visit,) = [each["properties"] for each in found.values() if "2019-05-01" in each["properties"].get("date", ())]
    involved = [found[each]["properties"] for each in visit["involved"]]
    assert [each["name"] for each in involved] == [["Israel"], ["Azerbaijan"], ["Isaac Herzog"]]
    assert involved[2] == {"name": ["Isaac Herzog"], "nationality": ["il"], "position": ["president"]}
    assert visit["name"] == ["Israel → Azerbaijan: CONSULT.visit"]
    assert visit["keywords"] == ["CONSULT.visit", "asserted"]


def test_parties_are_what_the_codebook_takes_them_for() -> None:
    document = an_article("Paper", "2024", "Peru belongs to NATO. The Suez Canal serves Peru. Abkhazia aids Peru.")
    entries = [
        an_entry(document, "Peru belongs to NATO.", "membership", actor="PER", recipient="NATO"),
        an_entry(document, "The Suez Canal serves Peru.", "transit", actor="SUEZ", recipient="PER"),
        an_entry(document, "Abkhazia aids Peru.", "aid", actor="XAB", recipient="PER"),
    ]
    found = entities(exported(*entries))
    schemata = {key: found[f"dragoman-{key}"]["schema"] for key in ("PER", "NATO", "SUEZ", "XAB")}
    assert schemata == {"PER": "PublicBody", "NATO": "Organization", "SUEZ": "Asset", "XAB": "PublicBody"}
    assert found["dragoman-NATO"]["properties"]["topics"] == ["gov.igo"]
    assert found["dragoman-XAB"]["properties"]["country"] == ["ge"]
    (member,) = links(exported(*entries), "Membership")
    assert (member["member"], member["organization"]) == (["dragoman-PER"], ["dragoman-NATO"])


def test_a_party_without_a_code_keeps_its_name() -> None:
    found = entities(exported())
    (aid,) = [each for each in links(exported()) if each["role"] == ["aid"]]
    (subject,) = aid["subject"]
    assert found[subject] == {
        "id": subject, "schema": "LegalEntity", "properties": {"name": ["The =association"]}
    }  # fmt: skip


def test_a_mutual_tie_of_three_is_three_links() -> None:
    document = an_article("Paper", "2024", "Peru, Chile and Cuba are partners.")
    entry = an_entry(document, document.text, "alliance", actor="PER", recipient="CHL;CUB")
    assert [(each["subject"], each["object"]) for each in links(exported(entry))] == [
        (["dragoman-CHL"], ["dragoman-CUB"]),
        (["dragoman-CHL"], ["dragoman-PER"]),
        (["dragoman-CUB"], ["dragoman-PER"]),
    ]


def test_only_what_the_model_has_is_written_and_every_reference_is_there() -> None:
    found = entities(exported())
    for each in found.values():
        allowed = MODEL[each["schema"]].split()
        assert {*allowed[: REQUIRED.get(each["schema"], 1)]} <= {*each["properties"]} <= {*allowed}
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", each["id"])
        assert all(value and value == value.strip() for values in each["properties"].values() for value in values)
        assert all(ref in found for name in REFERENCES for ref in each["properties"].get(name, ()))
    assert Counter(each["schema"] for each in found.values())["Article"] == len({e.document.id for e in some()})


def test_states_of_old_have_the_countries_of_followthemoney() -> None:
    told = [country(code, Policy.of()) for code in ("SUN", "ISR", "XKX", "XAB", "NATO", None)]
    assert told == ["suhh", "il", "xk", "ge", None, None]
    assert country("XAB", Policy.of('[territory.XAB]\nname = "Abkhazia"\ncode = "XAB"\n')) == "ge-ab"


def test_followthemoney_takes_it_as_it_is() -> None:
    model = pytest.importorskip("followthemoney").model
    for each in entities(exported()).values():
        entity = model.get_proxy(each, cleaned=False)
        clean = entity.clone()
        for prop in entity.iterprops():
            clean.set(prop, entity.get(prop))
        assert {name: sorted(values) for name, values in clean.to_dict()["properties"].items()} == {
            name: sorted(values) for name, values in each["properties"].items()
        }
        clean.schema.validate(clean.to_dict())
