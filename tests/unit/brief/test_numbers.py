from __future__ import annotations

import pytest

from dragoman.analysis.figures import figures
from dragoman.brief.numbers import amount, listed, span, subject
from tests.factories import a_figure, an_article, an_entry

WORDS = "A share of 40 percent."


def _figure(low: float | None, high: float | None, **more: object):
    return a_figure(an_article("A", "2023", WORDS), "40 percent", low, high, **more)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (_figure(40, 40, of="oil imports", approximate=True), "around 40 % of oil imports"),
        (_figure(30, None, of="oil", whose="ISR"), "over 30 % of Israel’s oil"),
        (_figure(None, 20, of="the oil", whose="USA"), "up to 20 % of the United States’ oil"),
        (_figure(60, 69), "60–69 %"),
        (_figure(33.3, 33.3, of="Israel’s oil imports", whose="ISR"), "33.3 % of Israel’s oil imports"),
        (_figure(1.6e9, 1.6e9, unit="USD", whose="ISR"), "1.6 billion USD for Israel"),
        (_figure(23000, 23000, unit="made-up"), "23,000 made-up"),
        (_figure(None, None), "40 percent"),
    ],
)
def test_amounts(figure, words: str):
    assert amount(figure) == words


def test_ranges():
    def _span(*quantities):
        (figure,) = figures([an_entry(an_article("A", "2023", WORDS), WORDS, figures=quantities)])
        return span(figure)

    assert _span(_figure(30, 35), _figure(40, 40)) == "from 30 % to 40 %"
    assert _span(_figure(30, None), _figure(40, 40)) == "from 30 % upwards"
    assert _span(_figure(None, 20), _figure(40, 40)) == "without a lower bound up to 40 %"
    assert _span(_figure(None, None)) == "without a lower bound"


def test_subjects():
    (figure,) = figures(
        [an_entry(an_article("A", "2023", WORDS), WORDS, figures=[_figure(1, 1, of="oil", whose="ISR")])]
    )
    assert subject(figure) == "Israel’s oil"


def test_lists():
    assert [listed(each) for each in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A and B", "A, B and C"]
