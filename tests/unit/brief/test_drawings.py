from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from dragoman.analysis import account
from dragoman.brief.drawings import timeline
from tests.factories import an_article, an_entry

OIL = "Azerbaijan has supplied Israel since 2015."
DOCUMENT = an_article("Paper", "2024", OIL, "Herzog <b> visited.", "They quarrel.", "They are neighbours.")
TALKS = an_entry(DOCUMENT, "Herzog <b> visited.", "CONSULT", actor="ISR:<b>", recipient="AZE", when="2023-05-30")


def _drawn(*entries: object) -> ElementTree.Element:
    drawing = timeline(account(entries, "AZE", "ISR", as_of=date(2024, 12, 31)))  # type: ignore[arg-type]
    assert drawing is not None
    return ElementTree.fromstring(drawing.svg)


def _texts(drawn: ElementTree.Element) -> list[str]:
    return [each.text or "" for each in drawn.iter("{http://www.w3.org/2000/svg}text")]


def test_a_lane_a_tie_and_a_lane_a_quad_class() -> None:
    supply = an_entry(DOCUMENT, OIL, when="2015")
    quarrel = an_entry(DOCUMENT, "They quarrel.", "ACCUSE", when="2020-03-01")
    texts = _texts(_drawn(supply, TALKS, quarrel))
    assert {"Energy supply AZE → ISR", "Verbal cooperation", "Verbal conflict", "2015"} <= set(texts)


def test_later_stands_further_right() -> None:
    early = an_entry(DOCUMENT, "They quarrel.", "CONSULT", when="2020-03-01")
    circles = _drawn(early, TALKS).iter("{http://www.w3.org/2000/svg}circle")
    places = [float(each.attrib["cx"]) for each in circles]
    assert places == sorted(places)
    assert len(set(places)) == 2


def test_words_of_documents_are_words() -> None:
    assert any("<b>" in (each.text or "") for each in _drawn(TALKS).iter("{http://www.w3.org/2000/svg}title"))


def test_what_has_no_time_is_not_drawn() -> None:
    undated = an_article("Paper", None, "They are neighbours.")
    assert timeline(account([an_entry(undated, undated.text, "geography")], "AZE", "ISR")) is None
    assert timeline(account([an_entry(DOCUMENT, "They quarrel.", "ACCUSE")], "AZE", "ISR")) is None
