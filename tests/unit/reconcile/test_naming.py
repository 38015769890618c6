from __future__ import annotations

from dragoman.reconcile.naming import follows, retells
from dragoman.reconcile.opened import Opened
from tests.factories import an_article

NONE = 0.0


def _opened(day: str, text: str) -> Opened:
    return Opened(an_article(None, day, text, title=None))


SOURCE = _opened("2024-03-05", "Kapala met twelve envoys at Kariba, and Harare pays Lusaka 900.")
SPANISH = "El señor Kapala con 12 en Kariba; Harare da 900 a Lusaka."


def test_who_names_the_same_in_its_order_retells_it() -> None:
    assert retells(_opened("2024-03-06", SPANISH), SOURCE, NONE)
    assert not retells(_opened("2024-03-06", "En Lima, Quito, Bogota y Kariba hay 7."), SOURCE, NONE)


def test_of_one_day_the_order_must_be_the_same() -> None:
    turned = "Lusaka 900, Harare, Kariba, 12, Kapala."
    assert retells(_opened("2024-03-06", turned), SOURCE, NONE)
    assert not retells(_opened("2024-03-05", turned), SOURCE, NONE)


def test_what_all_would_name_must_be_exceeded() -> None:
    some = _opened("2024-03-06", "Kapala, 12, Kariba, Harare; Quito, Lima.")
    assert retells(some, SOURCE, NONE)
    assert not retells(some, SOURCE, 0.6)


def test_who_names_a_quarter_of_it_follows_it() -> None:
    assert follows(_opened("2024-03-06", "Kapala fue a Quito con Vega y Mora."), SOURCE)
    assert not follows(_opened("2024-03-06", "Lima, Quito, Vega, Mora y Kapala."), SOURCE)
