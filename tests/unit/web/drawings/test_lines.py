from __future__ import annotations

from dragoman.analysis import network
from dragoman.web.drawings.lines import among, beside, busiest, curve, drawn, leading
from tests.factories import an_article, an_entry

TEXT = "One state supplies another."
DOCUMENT = an_article("The Gazette", "2023-07-01", TEXT)
PAIRS = (("AZE", "ISR", "energy"), ("ISR", "AZE", "arms"), ("AZE", "ISR", "hostility"), ("IRN", "ISR", "hostility"))
FOUND = network([an_entry(DOCUMENT, TEXT, channel, actor=a, recipient=b) for a, b, channel in PAIRS])


def test_links_of_a_sign_between_two_are_one_line() -> None:
    lines = among({"AZE", "ISR"}, FOUND)

    assert [(each.one, each.other, each.sign, len(each.channels)) for each in lines] == [
        ("AZE", "ISR", -1, 1),
        ("AZE", "ISR", 1, 2),
    ]
    assert [beside(each, lines) for each in lines] == [-13, 13]


def test_parties_are_counted_by_their_links_and_the_busiest_come_first() -> None:
    assert list(busiest(FOUND).items()) == [("ISR", 4), ("AZE", 3), ("IRN", 1)]


def test_a_curve_bends_to_the_right_of_its_way() -> None:
    assert curve((0, 0), (100, 0), 20) == "M0.0 0.0Q50.0 20.0 100.0 0.0"
    assert curve((5, 5), (5, 5), 20) == "M5.0 5.0Q5.0 5.0 5.0 5.0"


def test_a_line_leads_to_its_pair_and_says_what_it_is() -> None:
    line = among({"AZE", "ISR"}, FOUND)[1]

    assert 'class="line cooperative"' in drawn(line, "M0 0")
    assert 'stroke-width="2.4"' in drawn(line, "M0 0")
    assert 'stroke-width="1.2"' in drawn(line, "M0 0", thin=0.5)
    assert 'href="/dyad/AZE/ISR"' in leading(line, "M0 0")
    assert "<title>Azerbaijan and Israel: arms, energy (cooperative)</title>" in leading(line, "M0 0")
