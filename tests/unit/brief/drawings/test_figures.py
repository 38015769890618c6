from __future__ import annotations

from typing import Any

from dragoman.analysis import account
from dragoman.brief.brief import Drawing
from dragoman.brief.drawings import figures
from dragoman.records import Entry
from tests.factories import a_figure, an_article, an_entry
from tests.unit.brief.drawings.marks import SVG, groups, opened, texts, titles


def _told(publisher: str, words: str, low: float | None, high: float | None, **more: Any) -> Entry:
    """An entry of energy supply whose document says a number in those words."""
    paper = an_article(publisher, more.pop("published", "2024-05-01"), f"Baku sells {words} of it.")
    about = {
        "of": "oil imports",
        "whose": "ISR",
        **{key: more.pop(key) for key in ("unit", "approximate") if key in more},
    }
    return an_entry(paper, paper.text, figures=[a_figure(paper, words, low, high, **about)], **more)


def _drawn(*pile: Entry) -> Drawing | None:
    return figures(account(pile, "AZE", "ISR"))


def _boxes(drawing: Drawing | None) -> list[tuple[float, ...]]:
    """From where to where the boxes reach, as shares of the scale."""
    grid = [path.attrib["d"] for path in opened(drawing).findall(f"{SVG}path")]
    low, *_, high = (float(path[1:].split()[0]) for path in grid)
    boxes = [(float(box.attrib["x"]), float(box.attrib["width"])) for box in opened(drawing).iter(f"{SVG}rect")]
    return [tuple(round((x - low) / (high - low), 3) for x in (left, left + width)) for left, width in boxes]


def test_shares_lie_between_nought_and_the_whole() -> None:
    drawn = _drawn(_told("Paper", "30 to 40 percent", 30.0, 40.0))
    assert _boxes(drawn) == [(0.3, 0.4)]
    assert texts(drawn) == [
        *("0", "20", "40", "60", "80", "100 %"),
        *("Azerbaijan supplies energy to Israel", "30–40 % of Israel’s oil imports, Paper (1 May 2024)"),
    ]


def test_about_is_drawn_with_its_bounds_and_a_single_number_as_a_mark() -> None:
    around, firm = _boxes(_drawn(_told("Paper", "around 40 percent", 40.0, 40.0, approximate=True)))
    assert [round(each, 2) for each in around] == [0.36, 0.44]
    assert firm[0] < 0.4 < firm[1]
    assert round(firm[1] - firm[0], 2) == 0.01


def test_a_number_with_an_open_bound_has_an_arrow() -> None:
    (_, _, group) = next(groups(_drawn(_told("Paper", "over 30 percent", 30.0, None))))
    line, head = group.findall(f"{SVG}path")
    assert head.get("fill") == "currentColor"
    assert float(line.attrib["d"].split("H")[1]) > float(line.attrib["d"][1:].split()[0])
    (_, _, group) = next(groups(_drawn(_told("Paper", "up to 30 percent", None, 30.0))))
    line, _ = group.findall(f"{SVG}path")
    assert float(line.attrib["d"].split("H")[1]) < float(line.attrib["d"][1:].split()[0])


def test_other_units_have_scales_of_their_own() -> None:
    share, sum_ = _told("Paper", "30 percent", 30.0, 30.0), _told("Post", "1.6 billion", 1.6e9, 1.6e9, unit="USD")
    assert [each for each in texts(_drawn(share, sum_)) if each.endswith(("%", "USD"))] == ["100 %", "2 billion USD"]
    growth = _drawn(_told("Paper", "160 percent", 160.0, 160.0))
    assert texts(growth)[:6] == ["0", "40", "80", "120", "160", "200 %"]


def test_one_number_is_drawn_once_with_all_who_give_it() -> None:
    drawn = _drawn(*(_told(paper, "30 percent", 30.0, 30.0) for paper in ("Paper", "Post", "Star")))
    assert titles(drawn) == ["30 % of Israel’s oil imports: Paper (1 May 2024); Post (1 May 2024); Star (1 May 2024)"]
    assert "30 % of Israel’s oil imports, Paper (1 May 2024) and 2 others" in texts(drawn)


def test_numbers_that_contradict_each_other_are_marked() -> None:
    pile = [_told("Paper", "20 percent", 20.0, 20.0), _told("Post", "40 percent", 40.0, 40.0)]
    drawn = _drawn(*pile)
    assert drawn is not None
    assert [name for name, _, _ in groups(drawn)] == ["hostile", "hostile"]
    assert texts(drawn).count("≠") == 2
    assert "≠ stands by numbers that contradict each other." in drawn.caption
    agreeing = _drawn(pile[0], _told("Post", "15 to 25 percent", 15.0, 25.0))
    assert agreeing is not None
    assert "≠" not in (*texts(agreeing), agreeing.caption)


def test_words_of_documents_are_words() -> None:
    drawn = _drawn(_told("</svg><script>", "30 & <b> percent\x01", 30.0, 30.0, chain="<i>:publisher"))
    assert any("</svg><script>" in title for title in titles(drawn))
    assert {each.tag.removeprefix(SVG) for each in opened(drawn).iter()} <= {
        "svg", "title", "desc", "g", "rect", "path", "text",
    }  # fmt: skip


def test_what_finds_no_room_is_counted() -> None:
    drawn = _drawn(*(_told(f"Paper {number}", f"{number} percent", number, number) for number in range(1, 41)))
    assert drawn is not None
    shown = len(titles(drawn))
    assert 20 < shown < 40
    assert f"Left out for want of room: {40 - shown} more figures." in drawn.caption
    assert float(drawn.svg.split('viewBox="0 0 720 ')[1].split('"')[0]) < 1000


def test_only_what_is_asserted_is_drawn() -> None:
    denied = _told("Paper", "30 percent", 30.0, 30.0, standing="denied")
    assert _drawn(denied) is None
    assert _drawn() is None
    assert _drawn(_told("Paper", "some percent", None, None)) is None


def test_figures_of_events_are_drawn_too() -> None:
    paper = an_article("Paper", "2024-05-01", "They signed 2 billion worth.")
    worth = a_figure(paper, "2 billion", 2e9, 2e9, unit="USD")
    drawn = _drawn(an_entry(paper, paper.text, "AGREE", when="2024-04-02", figures=[worth]))
    assert "2 billion USD on 2 April 2024, Paper (1 May 2024)" in texts(drawn)


def test_the_order_of_entries_changes_no_byte() -> None:
    pile = [_told("Paper", "20 percent", 20.0, 20.0), _told("Post", "1.6 billion", 1.6e9, 1.6e9, unit="USD")]
    assert _drawn(*pile) == _drawn(*pile[::-1]) == _drawn(*pile)


def test_a_number_gives_way_to_the_last_one_with_a_long_unit() -> None:
    assert texts(_drawn(_told("Paper", "765 km", 765.0, 765.0, unit="km")))[:5] == [
        *("0", "200", "400", "600"),
        "1,000 kilometres",
    ]
