from __future__ import annotations

import re
from xml.etree import ElementTree

from dragoman.analysis import network
from dragoman.web.drawings.lines import MOST
from dragoman.web.drawings.network import draw, draw_twofold
from tests.factories import an_article, an_entry

TEXT = "One state supplies another."
DOCUMENT = an_article("The Gazette", "2023-07-01", TEXT)


def of(*pairs: tuple[str, str, str]):  # type: ignore[no-untyped-def]
    return network([an_entry(DOCUMENT, TEXT, channel, actor=a, recipient=b) for a, b, channel in pairs])


def test_a_drawing_is_well_formed_and_the_same_again() -> None:
    found = of(("AZE", "ISR", "energy"), ("IRN", "ISR", "hostility"))

    root = ElementTree.fromstring(str(draw(found)))
    assert root.tag.endswith("svg")
    assert draw(found) == draw(found)
    assert "style" not in str(draw(found))


def test_two_signs_between_two_parties_are_two_lines_apart() -> None:
    drawn = str(draw(of(("AZE", "ISR", "energy"), ("AZE", "ISR", "hostility"), ("AZE", "ISR", "arms"))))
    paths = re.findall(r'd="([^"]+)" stroke-width="([\d.]+)" class="line (\w+)"', drawn)

    assert [(sign, width) for _, width, sign in paths] == [("conflictual", "1.7"), ("cooperative", "2.4")]
    assert len({path for path, _, _ in paths}) == 2


def test_points_stay_inside_and_apart() -> None:
    drawn = str(draw(of(*((a, "USA", "energy") for a in "AZE ISR IRN TUR RUS GEO ARM KAZ".split()))))
    places = [(float(x), float(y)) for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', drawn)]

    assert len(places) == 9
    assert all(0 < x < 960 and 0 < y < 560 for x, y in places)
    assert min(abs(x - u) + abs(y - v) for x, y in places for u, v in places if (x, y) != (u, v)) > 30


def test_of_many_parties_the_busiest_are_drawn() -> None:
    from dragoman.codebook.states import states

    others = [code for code in sorted(states()) if code != "USA"][:80]
    drawn = str(draw(of(*((code, "USA", "energy") for code in others))))

    assert drawn.count("<circle") == MOST
    assert "United States" in drawn


def test_nothing_to_draw_is_an_empty_drawing() -> None:
    assert "<circle" not in str(draw(of()))


def test_a_narrow_drawing_holds_the_same_in_less_room_and_names_keep_out_of_each_other() -> None:
    found = of(*((a, "USA", "energy") for a in "AZE ISR IRN TUR RUS GEO ARM KAZ KGZ UZB TKM ARE".split()))
    broad, narrow = str(draw(found)), str(draw(found, narrow=True))
    places = [(float(x), float(y)) for x, y in re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', narrow)]
    hrefs = re.compile(r'href="([^"]+)"')

    assert sorted(hrefs.findall(broad)) == sorted(hrefs.findall(narrow))
    assert all(0 < x < 340 and 0 < y < 400 for x, y in places)
    assert len({*re.findall(r"<text[^>]*>([^<]+)</text>", narrow)}) > 8


def test_twofold_drawings_stand_in_the_same_order() -> None:
    root = ElementTree.fromstring(str(draw_twofold(of(("AZE", "ISR", "energy"), ("IRN", "ISR", "hostility")))))

    assert [each.get("class") for each in root] == ["broad", "narrow"]
