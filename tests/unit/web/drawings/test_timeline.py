from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

from dragoman.analysis import account
from dragoman.web.drawings.timeline import draw
from tests.factories import an_article, an_entry

TEXT = "Israel's president visited Azerbaijan."
DOCUMENT = an_article("The Gazette", "2023-07-01", TEXT)


def test_ties_are_bars_and_events_shapes_that_lead_to_their_claims() -> None:
    visit = an_entry(DOCUMENT, TEXT, "CONSULT", actor="ISR", recipient="AZE", when="2023-05-30")
    threat = an_entry(DOCUMENT, TEXT, "THREATEN", actor="ISR", recipient="AZE", when="2020-01-01")
    supply = an_entry(DOCUMENT, TEXT, "energy", when="2016")
    drawn = str(draw(account([visit, threat, supply], "AZE", "ISR")))

    ElementTree.fromstring(drawn)
    assert len(re.findall("<circle", drawn)) == 1
    assert f'href="/claim/{visit.statement.id}"' in drawn
    assert 'class="quad3"' in drawn
    assert 'class="cooperative"' in drawn
    assert ">2016</text>" in drawn


def test_who_acted_has_a_lane_of_its_own() -> None:
    visit = an_entry(DOCUMENT, TEXT, "CONSULT", actor="ISR", recipient="AZE", when="2023-05-30")
    answer = an_entry(DOCUMENT, TEXT, "CONSULT", actor="AZE", recipient="ISR", when="2023-06-30")
    drawn = str(draw(account([visit, answer], "AZE", "ISR")))
    lanes = dict(re.findall(r">(Verbal cooperation by \w+)</text>.*?href=\"/claim/([^\"]+)\"", drawn))

    assert lanes == {
        "Verbal cooperation by AZE": answer.statement.id,
        "Verbal cooperation by ISR": visit.statement.id,
    }


def test_many_years_are_marked_sparsely_and_the_last_can_be_drawn() -> None:
    first, last = (an_entry(DOCUMENT, TEXT, "CONSULT", when=when) for when in ("1000-01-01", "9999-12-31"))
    drawn = str(draw(account([first, last], "AZE", "ISR", as_of=date.max)))

    assert 2 < drawn.count('class="years"') < 25


def test_without_a_time_there_is_nothing_to_draw() -> None:
    assert draw(account([an_entry(DOCUMENT, TEXT, "CONSULT")], "AZE", "ISR")) is None


def test_where_it_is_narrow_words_stand_above_their_lanes() -> None:
    visit = an_entry(DOCUMENT, TEXT, "CONSULT", actor="ISR", recipient="AZE", when="2023-05-30")
    supply = an_entry(DOCUMENT, TEXT, "energy", when="2016")
    drawn = str(draw(account([visit, supply], "AZE", "ISR"), narrow=True))
    words = re.findall(r'<text x="6" y="([\d.]+)">', drawn)
    (bar,) = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="10"', drawn)

    assert len(words) == 2
    assert float(words[0]) < float(bar[1])
    assert float(bar[0]) >= 20
    assert drawn.count('class="years"') <= 8
