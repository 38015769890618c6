from __future__ import annotations

from datetime import date

from dragoman.analysis import account
from dragoman.brief.brief import Drawing
from dragoman.brief.drawings import timeline
from dragoman.records import Entry
from tests.factories import an_article, an_entry
from tests.unit.analysis.nets import entries
from tests.unit.brief.drawings.marks import SVG, opened, texts, titles

OIL = "Azerbaijan has supplied Israel since 2015."
DOCUMENT = an_article("Paper", "2024", OIL, "Herzog <b> visited.", "They quarrel.", "They are neighbours.")
TALKS = an_entry(DOCUMENT, "Herzog <b> visited.", "CONSULT", actor="ISR:<b>", recipient="AZE", when="2023-05-30")


def _drawn(*entries: Entry) -> Drawing | None:
    return timeline(account(entries, "AZE", "ISR", as_of=date(2024, 12, 31)))


def test_a_lane_a_tie_and_a_lane_a_quad_class_and_side() -> None:
    supply = an_entry(DOCUMENT, OIL, when="2015")
    quarrel = an_entry(DOCUMENT, "They quarrel.", "ACCUSE", when="2020-03-01")
    said = texts(_drawn(supply, TALKS, quarrel))
    assert {"Energy supply AZE → ISR", "Verbal cooperation by ISR", "Verbal conflict by AZE", "2015"} <= set(said)


def test_who_is_not_among_the_parties_acts_as_others() -> None:
    by_others = an_entry(DOCUMENT, "They quarrel.", "CONSULT", actor="FRA", recipient="AZE", when="2020-03-01")
    drawn = timeline(account([TALKS, by_others], "AZE", as_of=date(2024, 12, 31)))
    assert {"Verbal cooperation by others"} == {each for each in texts(drawn) if each.startswith("Verbal")}


def test_later_stands_further_right() -> None:
    early = an_entry(DOCUMENT, "They quarrel.", "CONSULT", when="2020-03-01")
    circles = opened(_drawn(early, TALKS)).iter(f"{SVG}circle")
    places = [float(each.attrib["cx"]) for each in circles]
    assert places == sorted(places)
    assert len(set(places)) == 2


def test_words_of_documents_are_words() -> None:
    assert any("<b>" in title for title in titles(_drawn(TALKS)))


def test_what_has_no_time_is_not_drawn() -> None:
    undated = an_article("Paper", None, "They are neighbours.")
    assert timeline(account([an_entry(undated, undated.text, "geography")], "AZE", "ISR")) is None
    assert timeline(account([an_entry(DOCUMENT, "They quarrel.", "ACCUSE")], "AZE", "ISR")) is None


def test_ties_that_find_no_room_are_counted() -> None:
    codes = "AFG AGO ALB ARE ARG ARM AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BLR BOL BRA BRN".split()
    pile = entries(*(f"KAZ -> {code} {channel}" for code in codes for channel in ("energy", "arms")))
    drawn = timeline(account(pile, "KAZ"))
    assert drawn is not None
    assert len(titles(drawn)) == 36
    assert "Left out for want of room: 4 more ties." in drawn.caption
