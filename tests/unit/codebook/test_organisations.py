from __future__ import annotations

import pytest

from dragoman.codebook.organisations import Organisation, organisations


def named(name: str) -> Organisation:
    (found,) = [each for each in organisations() if each.name == name]
    return found


@pytest.mark.parametrize(
    ("name", "code", "kind", "sector"),
    [
        ("Asian Development Bank", "ADB", "igo", "IGO"),
        ("Hezbollah", "HEZBOLLAH", "armed_group", "REB"),
        ("SOCAR", "AZE", "company", "BUS"),
        ("RAND Corporation", "RAND", "institute", "EDU"),
    ],
)
def test_an_organisation_with_its_code(name: str, code: str, kind: str, sector: str) -> None:
    found = named(name)

    assert (found.code, found.kind, found.sector) == (code, kind, sector)


def test_members_are_codes() -> None:
    assert named("Alliance of Sahel States").members == ("BFA", "MLI", "NER")


def test_what_is_not_given_is_none_or_empty() -> None:
    bank = named("Asian Development Bank")

    assert (bank.state, bank.members) == (None, ())
