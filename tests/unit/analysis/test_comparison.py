from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.analysis.comparison import compare
from dragoman.analysis.figures import Reported
from dragoman.records import Quantity, Span, Standing
from dragoman.records.dates import from_iso
from tests.factories import an_article, an_entry

WORDS = "Azerbaijan supplies 40 percent of the oil imports of Israel."


def reported(
    low: float | None, high: float | None = None, unit: str = "percent", of: str | None = "oil imports", **more: object
) -> Reported:
    """A figure of what Azerbaijan supplies Israel with, said in 2023 of 2022 unless told otherwise."""
    published = str(more.pop("published", "2023-05-01"))
    when = more.pop("when", "2022")
    standing = Standing(str(more.pop("standing", "asserted")))
    whose, approximate, words = more.pop("whose", "ISR"), bool(more.pop("approximate", False)), more.pop("words", "40")
    entry = an_entry(an_article("A", published, WORDS), WORDS, str(more.pop("type", "energy")), **more)
    occurred = (
        replace(from_iso(str(when)), basis="stated") if when else replace(entry.statement.occurred, basis="assumed")
    )
    statement = replace(entry.statement, occurred=occurred, standing=standing)
    mention = Span(20, 20 + len(str(words)), str(words))
    quantity = Quantity(low, high if high is not None else low, unit, mention, of, whose, approximate)  # type: ignore[arg-type]
    return Reported(quantity, replace(entry, statement=statement))


FORTY = reported(40)


@pytest.mark.parametrize(
    ("other", "verdict"),
    [
        (reported(42), "apart"),
        (reported(40, of="the oil that it buys"), "agree"),
        (reported(43, approximate=True), "agree"),
        (reported(30, 45), "agree"),
        (reported(20, when="2019"), "period"),
        (reported(20, when="2022-03"), "period"),
        (reported(20, of="oil exports"), "base"),
        (reported(20, whose="AZE"), "base"),
        (reported(20, of="gas imports"), "base"),
        (reported(20, standing="planned"), "base"),
        (reported(40, standing="planned"), "agree"),
        (reported(20, unit="barrel"), "unit"),
        (reported(20, type="arms"), "other"),
        (reported(20, actor="RUS"), "other"),
    ],
)
def test_what_two_figures_are_to_each_other(other: Reported, verdict: str) -> None:
    assert compare(FORTY, other) == verdict
    assert compare(other, FORTY) == verdict


@pytest.mark.parametrize(("miles", "verdict"), [(475, "agree"), (480, "agree"), (477, "apart"), (500, "apart")])
def test_a_length_told_in_two_units_is_one_as_far_as_it_was_rounded(miles: float, verdict: str) -> None:
    border = reported(765, unit="km", of=None, whose=None, type="geography", when=None)
    told = reported(miles, unit="mi", of=None, whose=None, type="geography", when=None)
    assert compare(border, told) == compare(told, border) == verdict


def test_amounts_in_two_units_of_one_kind_are_converted() -> None:
    tonnes = reported(5, unit="tonne", of="wheat", whose=None)
    assert compare(tonnes, reported(5000, unit="kg", of="wheat", whose=None)) == "agree"
    assert compare(tonnes, reported(4000, unit="kg", of="wheat", whose=None)) == "apart"


def test_money_in_two_currencies_is_not() -> None:
    dollars = reported(5e6, unit="USD", of=None, whose=None)
    assert compare(dollars, reported(5e6, unit="EUR", of=None, whose=None)) == "unit"
    assert compare(dollars, reported(6e6, unit="USD", of=None, whose=None)) == "apart"


def test_nor_is_so_much_a_year_of_one_and_of_the_other() -> None:
    yearly = reported(5e6, unit="eurpy", of=None, whose=None)
    assert compare(yearly, reported(5e6, unit="audpy", of=None, whose=None)) == "unit"
    assert compare(yearly, reported(6e6, unit="eurpy", of=None, whose=None)) == "apart"


def test_so_much_a_day_and_so_much_in_a_year() -> None:
    daily = reported(10_000, unit="bpd", of="crude", whose=None)
    assert compare(daily, reported(3_650_000, unit="barrel", of="crude", whose=None)) == "agree"
    assert compare(daily, reported(1_000_000, unit="barrel", of="crude", whose=None)) == "apart"


def test_figures_of_the_present_are_of_the_day_they_were_told() -> None:
    now = reported(40, when=None)
    assert compare(now, reported(20, when=None, published="2023-09-01")) == "apart"
    assert compare(now, reported(20, when=None, published="2025-09-01")) == "period"
    assert compare(now, reported(20, when="2023")) == "apart"
    assert compare(now, reported(20, when="2019")) == "period"


def test_events_days_apart_are_other_events() -> None:
    def killed(low: float, when: str) -> Reported:
        return reported(low, unit="people", of=None, whose=None, type="ASSAULT", when=when)

    assert compare(killed(91, "2023-02-04"), killed(50, "2023-02-05")) == "apart"
    assert compare(killed(91, "2023-02-04"), killed(50, "2023-03-05")) == "other"


def test_what_is_counted_is_the_noun() -> None:
    def sent(low: float, words: str) -> Reported:
        return reported(low, unit="item", of=None, whose=None, words=words)

    assert compare(sent(24, "24 helicopters"), sent(8, "eight Russian helicopters")) == "apart"
    assert compare(sent(24, "24 helicopters"), sent(8, "eight radars")) == "base"
    assert compare(sent(91, "91 people"), sent(50, "50 soldiers")) == "apart"
