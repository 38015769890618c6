from __future__ import annotations

import re
from math import hypot
from xml.etree import ElementTree

from dragoman.analysis import network
from dragoman.codebook.states import states
from dragoman.web.drawings.lines import MOST
from dragoman.web.drawings.window import SIZE
from dragoman.web.drawings.worldmap import draw, placed
from tests.factories import an_article, an_entry

TEXT = "One state supplies another."
DOCUMENT = an_article("The Gazette", "2023-07-01", TEXT)


def of(*pairs: tuple[str, str, str]):  # type: ignore[no-untyped-def]
    return network([an_entry(DOCUMENT, TEXT, channel, actor=a, recipient=b) for a, b, channel in pairs])


def points(drawn: str) -> dict[str, tuple[float, float]]:
    found = re.findall(r'href="/party/([^"]+)"[^>]*><title>[^<]*</title><circle cx="([\d.]+)" cy="([\d.]+)"', drawn)
    return {code: (float(x), float(y)) for code, x, y in found}


def test_a_map_is_well_formed_and_the_same_again() -> None:
    found = of(("AZE", "ISR", "energy"), ("IRN", "ISR", "hostility"))

    assert ElementTree.fromstring(str(draw(found))).tag.endswith("svg")
    assert draw(found) == draw(found)
    assert "style=" not in str(draw(found))


def test_parties_lie_as_their_capitals_do_and_say_which() -> None:
    drawn = str(draw(of(("AZE", "ISR", "energy"), ("USA", "ISR", "arms"), ("ZAF", "ISR", "hostility"))))
    at = points(drawn)

    assert at["USA"][0] < at["ISR"][0] < at["AZE"][0]
    assert at["AZE"][1] < at["ISR"][1] < at["ZAF"][1]
    assert "<title>Azerbaijan (Baku): 1 link</title>" in drawn
    assert 'class="line conflictual"' in drawn


def test_what_would_hide_each_other_is_moved_with_a_stroke() -> None:
    together = str(draw(of(("BEL", "NATO", "membership"), ("ISR", "PSE", "hostility"), ("USA", "JPN", "alliance"))))
    at = points(together)

    assert 'class="moved"' in together
    assert at["BEL"] != at["NATO"]
    assert 'class="moved"' not in str(draw(of(("USA", "JPN", "alliance"))))


def test_who_is_in_no_one_place_is_left_out() -> None:
    found = of(("AZE", "ISR", "energy"), ("BRA", "BRICS", "membership"))

    assert set(points(str(draw(found)))) == {"AZE", "ISR"}
    assert placed(found).parties == ("AZE", "ISR")


def test_of_many_parties_the_busiest_are_drawn_inside() -> None:
    others = [code for code in sorted(states()) if code != "USA"][:80]
    at = points(str(draw(of(*((code, "USA", "energy") for code in others)))))

    assert len(at) == MOST
    assert all(0 < x < SIZE[0] and 0 < y < SIZE[1] for x, y in at.values())


def test_the_ground_is_not_heard_and_leads_nowhere() -> None:
    root = ElementTree.fromstring(str(draw(of(("AZE", "ISR", "energy")))))
    (ground,) = [each for each in root if each.get("class") == "ground"]

    assert ground.get("aria-hidden") == "true"
    assert not ground.findall(".//{http://www.w3.org/2000/svg}a")
    assert {each.get("class") for each in ground} >= {"sea", "land", "water", "net", "net circle"}


def test_nothing_to_draw_is_the_world_without_points() -> None:
    assert points(str(draw(of()))) == {}
    assert "Atlantic Ocean" in str(draw(of()))


def test_names_of_towns_are_text() -> None:
    assert "<title>Chad (N&#39;Djamena): 1 link</title>" in str(draw(of(("TCD", "SDN", "hostility"))))


def test_on_a_narrow_map_codes_have_room_between_the_points() -> None:
    around = ("GEO", "ARM", "AZE", "IRN", "TUR", "IRQ")
    at = points(str(draw(of(("USA", "KAZ", "energy"), *((each, "RUS", "energy") for each in around)), narrow=True)))
    apart = min(hypot(x - u, y - v) for x, y in at.values() for u, v in at.values() if (x, y) != (u, v))

    assert apart > 20
    assert all(0 < x < 340 for x, _ in at.values())
