from __future__ import annotations

from dragoman.analysis.figures import base, bounds, figures
from tests.factories import a_figure, an_article, an_entry

WORDS = "Between 60 and 70 percent, or more."


def _figure(low: float | None, high: float | None, **more: object):
    return a_figure(an_article("A", "2023", WORDS), "70 percent", low, high, **more)


def _of(*quantities):
    return figures([an_entry(an_article("A", "2023", WORDS), WORDS, figures=quantities)])


def test_the_range_is_open_where_a_report_leaves_it_open():
    (figure,) = _of(_figure(60.0, 70.0), _figure(30.0, None))
    assert (figure.low, figure.high) == (30.0, None)


def test_units_bases_and_owners_are_kept_apart():
    found = _of(_figure(1, 1), _figure(1, 1, unit="USD"), _figure(1, 1, of="oil"), _figure(1, 1, whose="ISR"))
    assert len(found) == 4


def test_articles_and_case_do_not_make_a_base():
    assert base(_figure(1, 1, of="the Oil  imports")) == base(_figure(1, 1, of="its oil imports")) == "oil imports"
    assert base(_figure(1, 1, of="the")) is None


def test_about_is_a_tenth_either_way():
    assert bounds(_figure(40.0, 40.0, approximate=True)) == (36.0, 44.0)
    assert bounds(_figure(None, None)) == (float("-inf"), float("inf"))
