from __future__ import annotations

from xml.etree import ElementTree

from benchmarks.accuracy.bins import Bin
from benchmarks.accuracy.plot import drawn

SVG = "{http://www.w3.org/2000/svg}"


def test_each_bin_is_a_bar_with_a_dot() -> None:
    root = ElementTree.fromstring(drawn([Bin(0.2, 0.3, 3, 0.25, 0.5), Bin(0.9, 1.0, 9, 0.95, 1.0)], "Certainty"))
    bars = [bar for bar in root.iter(f"{SVG}rect") if bar.find(f"{SVG}title") is not None]
    assert [bar.findtext(f"{SVG}title") for bar in bars] == ["3 statements", "9 statements"]
    assert [float(bar.get("height", "")) for bar in bars] == [150.0, 300.0]
    assert len(list(root.iter(f"{SVG}circle"))) == 2
    assert "Certainty" in [text.text for text in root.iter(f"{SVG}text")]


def test_nothing_can_be_drawn() -> None:
    assert ElementTree.fromstring(drawn([], "")).tag == f"{SVG}svg"
