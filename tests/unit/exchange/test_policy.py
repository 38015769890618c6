from __future__ import annotations

import pytest

from dragoman.errors import InvalidValue, UnknownName
from dragoman.exchange.policy import Policy


def test_the_default_writes_what_is_not_recognised_as_the_state_that_claims_it() -> None:
    policy = Policy.of()

    assert [(policy.code(each), policy.sector(each, "GOV")) for each in ("XNK", "XNC", "XAB", "XKX", "PSE", "ISR")] == [
        ("AZE", "PRE"),
        ("CYP", "PRE"),
        ("GEO", "PRE"),
        ("KOS", "GOV"),
        ("PSE", "GOV"),
        ("ISR", "GOV"),
    ]
    assert (policy.cow("XNK"), policy.cow("XKX"), policy.cow("PSE")) == (373, 347, None)


def test_a_file_changes_what_it_names_and_nothing_else() -> None:
    policy = Policy.of('[territory.TWN]\ncode = "CHN"\nsector = "PRE"\n')

    assert (policy.code("TWN"), policy.sector("TWN", None), policy.code("XNK")) == ("CHN", "PRE", "AZE")


def test_what_is_printed_can_be_given_back() -> None:
    policy = Policy.of('[territory.ESH]\nname = "Western Sahara"\ncode = "MAR"\nsector = "PRE"\n')

    assert Policy.of("".join(policy.lines())) == policy


def test_a_name_of_any_letters_can_be_given_back() -> None:
    policy = Policy.of('[territory.ESH]\nname = "West\\\\bern Sahara\\n"\ncode = "MAR"\n')

    assert policy.territories["ESH"].name == "West\\bern Sahara\n"
    assert Policy.of("".join(policy.lines())) == policy


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[territory.XNK", InvalidValue),
        ('[territory.XNK]\ncode = "aze"\n', InvalidValue),
        ('[territory.XNK]\nsector = "PRE"\n', InvalidValue),
        ('[territory.XNK]\ncode = "AZE"\nsector = "XXX"\n', UnknownName),
        ('[territory.Atlantis]\ncode = "AZE"\n', UnknownName),
        ('name = "x"\n', InvalidValue),
        ('territory = "x"\n', InvalidValue),
    ],
)
def test_what_is_no_policy_is_told(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        Policy.of(text)
