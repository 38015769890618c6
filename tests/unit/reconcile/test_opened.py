from __future__ import annotations

from dragoman.reconcile.opened import Opened, in_one_tongue
from tests.factories import an_article

ENGLISH = "The minister said in Baku that the oil of the north will not flow before June, and he did not say why."
SPANISH = "El ministro dijo en Bakú que el crudo del norte no va a correr antes de junio, y no dijo por qué ni a quién."


def _opened(*sentences: str, publisher: str | None = None) -> Opened:
    return Opened(an_article(publisher, "2024-03-05", *sentences, title=None))


def test_marks_are_names_cut_short_and_numbers_in_the_order_of_their_first_places() -> None:
    assert list(_opened("Kapala met twelve envoys in Harare; Kapala paid 1,500.").marks) == [
        "kapal",
        "12",
        "harar",
        "1500",
    ]


def test_the_share_of_what_is_named_leaves_out_the_publisher_of_the_source() -> None:
    source = _opened("Kapala flew to Harare.", publisher="Herald")
    assert _opened("Herald: Kapala flew to Lusaka.").share_in(source) == 0.5
    assert _opened("nothing here").share_in(source) == 0.0


def test_the_order_is_that_of_what_both_name() -> None:
    one = _opened("Kapala, Harare, Lusaka, Kariba.")
    assert one.order_in(one) == 1.0
    assert one.order_in(_opened("Kariba, Lusaka, Harare, Kapala.")) == -1.0
    # Of six pairs one is turned round: (5 - 1) / 6.
    assert round(one.order_in(_opened("Harare, Kapala, Lusaka, Kariba.")), 4) == 0.6667
    assert one.order_in(_opened("Lima.")) == 0.0


def test_two_languages_share_few_short_words() -> None:
    assert not in_one_tongue(ENGLISH, SPANISH)
    assert in_one_tongue(ENGLISH, "He said that the gas of the south will flow in May, and why it did not.")
