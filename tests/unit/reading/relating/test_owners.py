from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from dragoman.reading.figures import quantities
from dragoman.reading.mentions import Mention
from dragoman.reading.relating.owners import inherited, owned
from dragoman.reading.relating.relations import Relation
from dragoman.records import Quantity, Standing
from tests.unit.reading.made import a_mention, span


def supplied(text: str, giver: tuple[str, str], taker: tuple[str, str], *more: Mention) -> Quantity:
    """The one figure of a text in which the giver, in those words and by that code, supplies the taker."""
    actor, recipient = a_mention(text, *giver), a_mention(text, *taker)
    relation = Relation(
        "energy", (actor,), (recipient,), Standing.ASSERTED, None, span(text, "suppl"), 0.9, np.zeros(2, np.float32)
    )
    (figure,) = quantities.find(text)
    mentions = sorted([actor, recipient, *more], key=lambda each: each.span.start)
    return owned(figure, mentions, relation)


@pytest.mark.parametrize(
    ("share", "base"),
    [
        ("Estonia’s gas imports", "gas imports"),
        ("all of Estonia's gas", "gas"),
        ("the gas imports of Estonia", "the gas imports"),
        ("Estonia", None),
    ],
)
def test_the_owner_named_in_the_base(share: str, base: str | None) -> None:
    text = f"Norway supplies 40 percent of {share}."
    found = supplied(text, ("Norway", "NOR"), ("Estonia", "EST"))

    assert (found.of, found.whose) == (base, "EST")


def test_what_an_office_lends_its_name_to_stays() -> None:
    text = "Norway supplies 40 percent of Estonia's military imports."
    found = supplied(text, ("Norway", "NOR"), ("Estonia's military", "EST"))

    assert (found.of, found.whose) == ("military imports", "EST")


def test_the_owner_may_be_neither_side() -> None:
    text = "Norway supplies Poland with 40 percent of Estonia’s oil."
    found = supplied(text, ("Norway", "NOR"), ("Poland", "POL"), a_mention(text, "Estonia", "EST"))

    assert (found.of, found.whose) == ("oil", "EST")


@pytest.mark.parametrize(
    ("base", "owner"),
    [
        ("its wheat imports", "EGY"),
        ("the electricity consumption", "EGY"),
        ("its wheat exports", "UKR"),
        ("its electricity exports", "UKR"),
        ("the exports of fuel", "UKR"),
        ("its fuel output", "UKR"),
        ("its demand", "EGY"),
        ("its foreign debt", "EGY"),
        ("total production", "UKR"),
        ("the wheat", None),
    ],
)
def test_what_is_taken_in_is_the_takers_and_what_is_given_out_the_givers(base: str, owner: str | None) -> None:
    text = f"Ukraine supplies Egypt with 30 percent of {base}."
    found = supplied(text, ("Ukraine", "UKR"), ("Egypt", "EGY"))

    assert found.whose == owner
    assert found.of == base.split(" ", 1)[1]


def test_its_own_is_the_party_named_last_before_the_figure() -> None:
    text = "Laos supplies Thailand with 60 percent of its own power."
    found = supplied(text, ("Laos", "LAO"), ("Thailand", "THA"))

    assert (found.of, found.whose) == ("power", "THA")


def test_a_side_is_likelier_the_owner_than_somebody_named_in_between() -> None:
    text = "Laos, which left Togo in 2019, supplies Thailand, as Fiji said, with 60 percent of its own power."
    found = supplied(
        text, ("Laos", "LAO"), ("Thailand", "THA"), a_mention(text, "Togo", "TGO"), a_mention(text, "Fiji", "FJI")
    )

    assert found.whose == "THA"


def test_a_side_named_behind_the_figure_is_not_its_owner() -> None:
    text = "Laos, which left Bangkok alone, supplies 60 percent of its logs to Thailand."
    found = supplied(text, ("Laos", "LAO"), ("Thailand", "THA"), a_mention(text, "Bangkok", "THA"))

    assert found.whose == "LAO"


def test_a_figure_without_a_base_has_no_owner() -> None:
    found = supplied("Chad supplies Togo with 900 tons.", ("Chad", "TCD"), ("Togo", "TGO"))

    assert (found.low, found.of, found.whose) == (900.0, None, None)


SHARES = "Norway supplies 40 percent of Estonia's gas, followed by Latvia with 30 percent and Poland with 20 percent."


def relation(type_: str, giver: tuple[str, str]) -> Relation:
    sides = (a_mention(SHARES, *giver),), (a_mention(SHARES, "Estonia", "EST"),)
    trigger = span(SHARES, "supplies")
    return Relation(type_, *sides, Standing.ASSERTED, None, trigger, 0.9, np.zeros(2, np.float32))


def test_a_share_without_a_base_is_of_that_of_the_share_before() -> None:
    first, second, third = (each.quantity for each in quantities.find(SHARES))
    first = replace(first, of="gas", whose="EST")
    norway, latvia, poland = (
        relation("energy", ("Norway", "NOR")),
        relation("energy", ("Latvia", "LVA")),
        relation("trade", ("Poland", "POL")),
    )
    found = inherited([(norway, (first,)), (latvia, (second,)), (poland, (third,))])

    assert found == [(first,), (replace(second, of="gas", whose="EST"),), (third,)]


def test_a_share_of_somebody_elses_is_not_of_that_base() -> None:
    first, second, _ = (each.quantity for each in quantities.find(SHARES))
    first = replace(first, of="gas", whose="FIN")
    found = inherited(
        [(relation("energy", ("Norway", "NOR")), (first,)), (relation("energy", ("Latvia", "LVA")), (second,))]
    )

    assert found == [(first,), (second,)]


def test_money_is_that_of_the_parties() -> None:
    found = supplied("Qatar supplies Nepal with gas for 100 million rupees.", ("Qatar", "QAT"), ("Nepal", "NPL"))

    assert found.unit == "NPR"
