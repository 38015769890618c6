from __future__ import annotations

from dragoman.web import addresses


def test_a_pair_has_one_page() -> None:
    assert addresses.dyad("ISR", "AZE") == addresses.dyad("AZE", "ISR") == "/dyad/AZE/ISR"


def test_names_are_kept_from_being_addresses() -> None:
    assert addresses.party("a/../b") == "/party/a%2F..%2Fb"
    assert addresses.publisher("A & B?") == "/publisher?name=A+%26+B%3F"


def test_changing_a_parameter_keeps_the_others_and_begins_anew() -> None:
    here = "/quantities?party=AZE&party=ISR&sort=low&page=3"

    assert addresses.changed(here, sort="-low") == "/quantities?party=AZE&party=ISR&sort=-low"
    assert addresses.changed(here, page=4) == "/quantities?party=AZE&party=ISR&sort=low&page=4"
    assert addresses.changed("/single?page=2") == "/single"
