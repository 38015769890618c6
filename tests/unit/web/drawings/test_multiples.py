from __future__ import annotations

import re
from xml.etree import ElementTree

from dragoman.analysis import network
from dragoman.web.drawings.multiples import draw
from tests.factories import an_article, an_entry

TEXT = "One state supplies another."
DOCUMENT = an_article("The Gazette", "2023-07-01", TEXT)


def of(*pairs: tuple[str, str, str]):  # type: ignore[no-untyped-def]
    return network([an_entry(DOCUMENT, TEXT, channel, actor=a, recipient=b) for a, b, channel in pairs])


FOUND = of(("AZE", "ISR", "energy"), ("IRN", "ISR", "hostility"), ("TUR", "ISR", "energy"), ("AZE", "IRN", "hostility"))


def test_one_for_each_channel_with_links_and_the_same_again() -> None:
    assert [(each.channel, each.links) for each in draw(FOUND)] == [("energy", 2), ("hostility", 2)]
    assert draw(FOUND) == draw(FOUND)
    assert draw(of()) == []


def test_all_parties_stand_in_the_same_places_and_who_has_links_is_named() -> None:
    energy, hostility = (str(each.drawing) for each in draw(FOUND))
    idle = [re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="1.6"', each) for each in (energy, hostility)]
    named = [set(re.findall(r">([A-Z]{3})</text>", each)) for each in (energy, hostility)]

    assert idle[0] == idle[1]
    assert len(idle[0]) == 4
    assert named == [{"AZE", "ISR", "TUR"}, {"AZE", "ISR", "IRN"}]
    assert all((x, y) in idle[0] for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="3.8"', energy))


def test_it_is_one_thing_and_holds_no_links() -> None:
    for each in draw(FOUND):
        root = ElementTree.fromstring(str(each.drawing))
        assert root.get("role") == "img"
        assert "<a " not in str(each.drawing)
