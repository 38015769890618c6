from __future__ import annotations

from math import dist
from typing import Any

import pytest

from dragoman.analysis import account
from dragoman.brief.brief import Drawing
from dragoman.brief.drawings import network
from tests.factories import an_article, an_entry
from tests.unit.analysis.nets import entries
from tests.unit.brief.drawings.marks import SVG, groups, opened, texts, titles

PILE = entries(
    "AZE -> ISR energy", "KAZ -> ISR energy", "AZE -> ISR alliance", "ARM -> AZE hostility", "TUR -> AZE;ISR mediation",
    "IRN -> ISR hostility", "AZE -> IRN geography",
)  # fmt: skip


def _drawn(*parties: str, pile: Any = PILE, channel: str | None = None) -> Drawing | None:
    return network(account(pile, *parties, channel=channel))


def _links(drawing: Drawing | None) -> list[str]:
    return sorted(title.partition(":")[0] for title in titles(drawing))


def _parties(drawing: Drawing | None) -> list[str]:
    found = [group.find(f"{SVG}title") for group in opened(drawing).iter(f"{SVG}g") if not group.get("class")]
    return [title.text or "" for title in found if title is not None]


def _middle(drawing: Drawing | None) -> dict[str, tuple[float, float]]:
    discs = {}
    for group in opened(drawing).iter(f"{SVG}g"):
        title, disc = group.find(f"{SVG}title"), group.find(f"{SVG}circle")
        if title is not None and disc is not None:
            discs[title.text or ""] = (float(disc.attrib["cx"]), float(disc.attrib["cy"]))
    return discs


def test_a_pair_with_what_lies_between_them() -> None:
    drawn = _drawn("AZE", "ISR")
    assert _links(drawn) == [
        "Alliance and partnership, Azerbaijan – Israel",
        "Energy supply, Azerbaijan → Israel",
        "Mediation, Türkiye → Azerbaijan",
        "Mediation, Türkiye → Israel",
    ]
    assert {"energy", "alliance", "mediation"} <= set(texts(drawn))
    (left, level), (right, other) = _middle(drawn)["Azerbaijan"], _middle(drawn)["Israel"]
    assert (left < right, level) == (True, other)


def test_a_party_in_the_middle_of_those_it_is_tied_to() -> None:
    drawn = _drawn("ISR")
    assert set(_parties(drawn)) == {"Israel", "Azerbaijan", "Kazakhstan", "Iran", "Türkiye"}
    assert "Mediation, Türkiye → Azerbaijan" not in _links(drawn)
    discs = _middle(drawn)
    around = [place for name, place in discs.items() if name != "Israel"]
    assert discs["Israel"][0] == pytest.approx(sum(x for x, _ in around) / 4, abs=0.2)
    assert discs["Israel"][1] == pytest.approx(sum(y for _, y in around) / 4, abs=0.2)
    assert "alliance, energy" in texts(drawn)


def test_all_links_of_a_channel_and_no_others() -> None:
    drawn = _drawn(channel="energy")
    assert _links(drawn) == ["Energy supply, Azerbaijan → Israel", "Energy supply, Kazakhstan → Israel"]
    assert "energy" not in texts(drawn)


def test_several_parties_and_what_lies_between_them() -> None:
    drawn = _drawn("AZE", "ISR", "IRN")
    assert set(_parties(drawn)) == {"Azerbaijan", "Israel", "Iran", "Türkiye"}
    assert "Geography, Azerbaijan – Iran" in _links(drawn)
    assert not any("Armenia" in link for link in _links(drawn))


def test_signs_are_told_by_colour_and_by_dash() -> None:
    dashes = {
        (name, (group.find(f"{SVG}path") or group[1]).get("stroke-dasharray"))
        for name, _, group in groups(_drawn("AZE", "ISR", "IRN"))
    }
    assert dashes == {("cooperative", None), ("hostile", "7 4"), ("neither", "1.5 4")}
    assert {"cooperative", "hostile", "neither"} <= set(texts(_drawn("AZE", "ISR", "IRN")))
    assert "hostile" not in texts(_drawn(channel="energy"))


def test_only_directed_links_have_an_arrow() -> None:
    heads = {title.partition(",")[0]: len(group) == 3 for _, title, group in groups(_drawn("AZE", "ISR"))}
    assert heads == {"Alliance and partnership": False, "Energy supply": True, "Mediation": True}


def test_the_more_independent_origins_the_wider_up_to_five() -> None:
    paper = [an_article(f"Paper {number}", "2024", f"They say {number}.") for number in range(9)]

    def width(reports: int, origins: int | None) -> float:
        pile = [an_entry(each, each.text, occurrence="one", origins=origins) for each in paper[:reports]]
        ((_, _, group),) = groups(_drawn("AZE", "ISR", pile=pile))
        return float(group[1].attrib["stroke-width"])

    assert width(1, 1) < width(4, 2) < width(4, 3) == width(3, None) < width(5, 5) == width(9, 7)


def test_titles_count_reports_and_what_speaks_against_them() -> None:
    paper = [an_article(f"Paper {number}", "2024", f"They say {number}.") for number in range(3)]
    pile = [an_entry(each, each.text, occurrence="one", origins=1) for each in paper[:2]]
    pile.append(an_entry(paper[2], paper[2].text, occurrence="one", standing="denied"))
    assert titles(_drawn("AZE", "ISR", pile=pile)) == [
        "Energy supply, Azerbaijan → Israel: 2 reports in 2 documents, 1 independent origin; 1 report against it"
    ]


def test_who_finds_no_room_is_counted() -> None:
    codes = (
        "AFG AGO ALB ARE ARG ARM AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BLR BOL BRA BRN BTN BWA CAF CAN CHE".split()
    )
    pile = entries(*(f"KAZ -> {code} energy" for code in codes), "KAZ -> CHE arms", "KAZ -> CAN arms")
    drawn = _drawn("KAZ", pile=pile)
    assert drawn is not None
    assert len(_parties(drawn)) == 24
    assert "Left out for want of room: 2 parties with 2 links, those with the fewest." in drawn.caption
    assert {"Kazakhstan", "Canada", "Switzerland"} <= set(_parties(drawn))
    assert "Left out" not in (_drawn("ISR") or drawn).caption


def test_words_of_documents_do_not_become_parties() -> None:
    paper = an_article("Paper", "2024", "<b>Cats</b> & dogs.", "They trade.")
    nameless = an_entry(paper, "<b>Cats</b> & dogs.", "trade", actor="AZE", recipient=":<b>Cats</b>")
    drawn = _drawn("AZE", pile=[nameless, an_entry(paper, "They trade.", "trade")])
    assert drawn is not None
    assert "1 tie of parties without a code cannot be drawn." in drawn.caption
    assert "Cats" not in drawn.svg


def test_what_does_not_stand_on_the_day_is_not_drawn() -> None:
    assert _drawn("AZE", "ARM") is not None
    assert _drawn("AZE", "KAZ") is None
    paper = an_article("Paper", "2024", "They will.", "They do not.")
    pile = [an_entry(paper, "They will.", standing="planned"), an_entry(paper, "They do not.", standing="denied")]
    assert _drawn("AZE", "ISR", pile=pile) is None


def test_the_order_of_entries_changes_no_byte() -> None:
    for parties in (("AZE", "ISR"), ("ISR",), ("AZE", "ISR", "IRN")):
        assert _drawn(*parties) == _drawn(*parties, pile=PILE[::-1])
    assert _drawn(channel="hostility") == _drawn(channel="hostility", pile=PILE[::-1])


def test_the_busiest_of_many_stand_within_the_others() -> None:
    codes = "AFG AGO ALB ARE ARG ARM AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BLR BOL".split()
    pile = entries(*(f"KAZ -> {code} energy" for code in codes), "AFG -> AGO energy", "ALB -> ARE energy")
    places = _middle(_drawn(channel="energy", pile=pile))
    assert len(places) == 19
    middle = (360.0, sum(y for _, y in places.values()) / 19)
    far = sorted(places, key=lambda name: dist(places[name], middle))
    assert {"Kazakhstan", "Afghanistan", "Angola", "Albania", "United Arab Emirates"} == set(far[:5])


def test_there_is_no_room_under_the_lowest_party() -> None:
    def foot(pile: Any) -> float:
        drawn = _drawn("AZE", pile=pile)
        places = _middle(drawn)
        return float((opened(drawn).get("viewBox") or "").split()[3]) - max(y for _, y in places.values())

    # Of three around one nobody stands at the foot of the ring, of four one does.
    assert max(foot(PILE[1:6]), foot(PILE)) < 110
