from __future__ import annotations

from xml.etree import ElementTree

from benchmarks.scale.growth import drawn

LINES = {"network": [(10_000, 0.01), (100_000, 0.1), (1_000_000, 1.0)], "brief": [(10_000, 0.1), (1_000_000, 0.1)]}


def test_ten_times_as_much_is_as_far_on_either_axis() -> None:
    marks = ElementTree.fromstring(drawn(LINES)).iter("{http://www.w3.org/2000/svg}circle")
    places = [(float(mark.attrib["cx"]), float(mark.attrib["cy"])) for mark in marks]
    first, second, third = places[:3]
    assert second[0] - first[0] == third[0] - second[0] > 0
    assert abs((second[1] - first[1]) - (third[1] - second[1])) < 0.2
    assert second[1] < first[1]
    assert places[3][1] == places[4][1] == second[1]


def test_names_do_not_cover_each_other() -> None:
    both = {"one": [(1000, 0.1), (10_000, 0.5)], "other": [(1000, 0.1), (10_000, 0.5)]}
    texts = ElementTree.fromstring(drawn(both)).iter("{http://www.w3.org/2000/svg}text")
    heights = {text.text: float(text.attrib["y"]) for text in texts}
    assert abs(heights["one"] - heights["other"]) >= 15
