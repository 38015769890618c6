from __future__ import annotations

import pytest

from dragoman.codebook.publishers import publisher, senders


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Reuters", "GBR"),
        ("reuters.com", "GBR"),
        ("www.reuters.com", "GBR"),
        ("Thomson Reuters", "GBR"),
        ("The Jerusalem Post", "ISR"),
        ("jerusalem post", "ISR"),
        (" The Jerusalem Post ", "ISR"),
        ("Tolo News", "AFG"),
        ("LE MONDE", "FRA"),
    ],
)
def test_a_publisher_by_any_name_or_domain(name: str, code: str) -> None:
    found = publisher(name)

    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("name", ["Nobody's Gazette", "", " ", "the", "com"])
def test_unknown_publishers_are_none(name: str) -> None:
    assert publisher(name) is None


def test_what_is_known_of_a_publisher() -> None:
    found = publisher("Amu TV")

    assert found is not None
    assert (found.name, found.domain, found.kind) == ("Amu TV", "amu.tv", "broadcaster")


@pytest.mark.parametrize(
    ("sign", "place", "codes"),
    [
        ("Reuters", "NAIROBI", ["GBR"]),
        ("IPS", "NAIROBI", ["USA"]),
        ("APS", "DAKAR, 3 May", ["SEN"]),
        ("APS", "Algiers", ["DZA"]),
        ("APS", "PARIS", ["DZA", "SEN"]),
        ("APA", "BAKU", ["AZE"]),
        ("APA", "PARIS", ["AUT"]),
        ("XYZ", "PARIS", []),
    ],
)
def test_who_signs_a_report(sign: str, place: str, codes: list[str]) -> None:
    assert [each.code for each in senders(sign, place)] == codes
