from __future__ import annotations

import pytest

from dragoman.reading.figures import quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "base"),
    [
        ("around 40 percent of Peru's oil imports come from", 40, 40, "percent", "Peru's oil imports"),
        ("over 30 percent of its oil", 30, None, "percent", "its oil"),
        ("60–69% of its weapons purchases in the 2010s", 60, 69, "percent", "its weapons purchases"),
        ("between 60 and 69 percent of arms", 60, 69, "percent", "arms"),
        ("up to 2,000 troops", None, 2000, None, None),
        ("at least $3.5 billion", 3.5e9, None, "USD", None),
        ("$1-2 billion", 1e9, 2e9, "USD", None),
        ("twenty-five percent", 25, 25, "percent", None),
        ("nearly two-thirds of its gas", 66.7, 66.7, "percent", "its gas"),
        ("half of the wheat", 50, 50, "percent", "the wheat"),
        ("bought 14 Gripen jets from Sweden", 14, 14, "aircraft", None),
        ("another 1,200 peacekeepers", 1200, 1200, "peacekeeper", None),
        ("Four Bolivian officials were barred", 4, 4, "item", None),
        ("three dozen aides of the king", 36, 36, "item", "the king"),
        ("between 10 and 15 patrol boats", 10, 15, "ship", None),
        ("four second-hand helicopters", 4, 4, "helicopter", None),
        ("4 million cubic metres of gas a day", 4e6, 4e6, "m3pd", "gas"),
        ("9 cubic metres of water a second", 9, 9, "m3ps", "water"),
        ("2.5 million cubic feet of gas a day", 2.5e6, 2.5e6, "cfpd", "gas"),
        ("A$38 million a year", 3.8e7, 3.8e7, "audpy", None),
        ("38 million euros a month", 3.8e7, 3.8e7, "eurpm", None),
        ("$38 million annually", 3.8e7, 3.8e7, "usdpy", None),
        ("10 bcm of gas annually", 10, 10, "bcmpy", "gas"),
        ("20,000 barrels of crude per day", 20_000, 20_000, "bpd", None),
        ("Chile Peru 69% Peru's arms imports 2016–2020 4", 69, 69, "percent", "Peru's arms imports"),
        ("9 litres of milk a day", 9, 9, "litre", "milk a day"),
        ("one in five barrels", 20, 20, "percent", None),
        ("one Ghanaian in four", 25, 25, "percent", None),
        ("one of every three loaves", 33.3, 33.3, "percent", None),
        ("six out of ten barrels", 60, 60, "percent", None),
        ("three of every five barrels", 60, 60, "percent", None),
        ("nine in ten Chileans", 90, 90, "percent", None),
        ("killed two in three raids", 3, 3, None, None),
        ("a two-thirds stake in the port", 66.7, 66.7, "percent", None),
        ("five hundred million dollars", 5e8, 5e8, "USD", None),
        ("3 million to 5 million tonnes", 3e6, 5e6, "tonne", None),
        ("over Rs 500 crore", 5e9, None, "INR", None),
        ("1.5 lakh crore rupees", 1.5e12, 1.5e12, "INR", None),
        ("NOK 3.2 billion", 3.2e9, 3.2e9, "NOK", None),
        ("RM40 million", 4e7, 4e7, "MYR", None),
        ("a 15,000-strong force", 15000, 15000, "item", None),
        ("two drone strikes on the camp", 2, 2, "strike", None),
        ("five tonne lorries", 5, 5, "tonne", None),
        ("12 Leopard 2 tanks", 12, 12, "tank", None),
        ("two Su-30 fighter jets", 2, 2, "aircraft", None),
        ("three Boeing 737 aircraft", 3, 3, "aircraft", None),
        ("24 F-16 from Norway", 24, 24, "item", None),
        ("40 percent of the wheat it needs", 40, 40, "percent", "the wheat"),
    ],
)
def test_bounds_unit_and_base(
    text: str, low: float | None, high: float | None, unit: str | None, base: str | None
) -> None:
    (figure,) = quantities.find(text)

    assert (figure.quantity.low, figure.quantity.high) == (low, high)
    assert unit is None or figure.quantity.unit == unit
    assert (figure.base.text if figure.base else None) == base


def test_two_figures_of_one_sentence_keep_their_bases() -> None:
    text = "Chile sold Peru 69 percent of its ore imports, accounting for 17% of Chile's ore exports."

    found = quantities.find(text)

    assert [(each.quantity.low, each.base.text if each.base else None) for each in found] == [
        (69.0, "its ore imports"),
        (17.0, "Chile's ore exports"),
    ]


@pytest.mark.parametrize(
    "text", ["in 2018", "Article 5", "the 2nd army", "Section 907 of the act", "COP 28 in Dubai", "one of five"]
)
def test_numbers_without_a_unit_are_left_alone(text: str) -> None:
    assert quantities.find(text) == []


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("Russia's share of Myanmar's weapons purchases has climbed to 42 percent", "Myanmar's weapons purchases"),
        (
            "The share of Russian gas in Slovakia's consumption fell from 85 percent to 32 percent",
            "Slovakia's consumption",
        ),
        ("Kenya's share in the foreign trade of Uganda reached 8 percent", "the foreign trade of Uganda"),
        ("The Russian share of its arms imports fell from 72 percent to 36 percent", "its arms imports"),
        ("Romania was to keep its share of 70 percent", None),
        ("Oman's share of the market is small and prices rose 5 percent", None),
        ("Peru holds a share of the port, which earned 9 percent", None),
    ],
)
def test_the_base_of_a_share_may_stand_before_it(text: str, base: str | None) -> None:
    (figure,) = quantities.find(text)

    assert (figure.base.text if figure.base else None) == base


def test_about_is_remembered() -> None:
    (figure,) = quantities.find("about 40 percent")

    assert figure.quantity.approximate
    assert figure.quantity.mention.text == "about 40 percent"


@pytest.mark.parametrize(
    "text", ["on 12 March officials met", "Article 5 obliges allies", "in 2023 elections were held", "one of its ships"]
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert quantities.find(text) == []


def test_a_base_ends_before_its_own_figure() -> None:
    share, _ = quantities.find("half of Togo's foreign debt of $2.2 billion")
    assert share.base is not None
    assert share.base.text == "Togo's foreign debt"


def test_what_a_thing_is_worth_is_no_part_of_what_is_counted() -> None:
    found = quantities.find("Finland sent 31 packages of military aid worth 3.2 billion euros.")
    assert [each.base.text if each.base is not None else None for each in found] == ["military aid", None]


def test_a_figure_that_is_not_so_measures_nothing() -> None:
    found = quantities.find("Kenya supplies 60 percent of Uganda's fuel, not 90 percent.")

    assert [figure.quantity.low for figure in found] == [60]
