from __future__ import annotations

import pytest

from tests.unit.reading.referring.test_antecedents import codes

MET = "Irfaan Ali met Nicolás Maduro."


@pytest.mark.parametrize(
    "text",
    [
        "“War is near,” said Pedro Ruiz, a historian at Oxford. He accused Peru.",
        "Pedro Ruiz of Chatham House said war was near. He accused Peru.",
        "Pedro Ruiz, a historian, said war was near. He accused Peru.",
        "According to the historian Pedro Ruiz, war is near. He accused Peru.",
        "Pedro Ruiz said so. Guyana paid. Ruiz added that war was near. He accused Peru.",
    ],
)
def test_who_speaks_and_is_no_party_is_nobody_else(text: str) -> None:
    assert codes(f"{MET} {text}", "He") is None


@pytest.mark.parametrize(
    "text",
    [
        "Ali, who leads Guyana, said war was near. He accused Peru.",
        "On Friday Ali promised to convert Santa Lucia to a school. He accused Peru.",
        "Pedro Ruiz wept. He accused Peru.",
        "The Foreign Office said nothing. He accused Peru.",
    ],
)
def test_others_leave_whom_he_means(text: str) -> None:
    assert codes(f"{MET} {text}", "He") == ("GUY",)


def test_a_national_of_a_state_is_whom_the_sentence_goes_on_to_tell_of() -> None:
    text = "Rebels kidnapped New Zealand pilot Phillip Mehrtens and held him."
    assert codes(f"{MET} {text}", "him") == ("NZL",)


def test_he_who_acts_is_not_what_he_speaks_of() -> None:
    assert codes("Irfaan Ali praised US chipmaker Advanced Micro when he spoke.", "he") == ("GUY",)
