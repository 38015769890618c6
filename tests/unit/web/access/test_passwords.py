from __future__ import annotations

import pytest
from argon2 import PasswordHasher, extract_parameters

from dragoman.errors import InvalidValue
from dragoman.web.access import passwords

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
DEARER = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)


def test_a_hash_fits_its_password_and_no_other() -> None:
    one = passwords.hashed("correct horse")

    assert passwords.is_hash(one)
    assert "correct" not in one
    assert passwords.fits(one, "correct horse")
    assert not passwords.fits(one, "correct horse ")
    assert not passwords.fits(one, "")


def test_two_hashes_of_one_password_are_not_alike() -> None:
    assert passwords.hashed("correct horse") != passwords.hashed("correct horse")


def test_letters_may_be_composed_or_not() -> None:
    assert passwords.fits(passwords.hashed("Z\u00fcrich-West"), "Zu\u0308rich-West")


@pytest.mark.parametrize("password", ["", "seven c", "x" * 1001, "not utf-8 \udcff"])
def test_what_is_no_password_is_said_without_telling_it(password: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        passwords.hashed(password)

    assert not password or password not in str(raised.value)


@pytest.mark.parametrize("text", ["", "plain", "$2b$12$abcdefghijklmnopqrstuv"])
def test_other_hashes_are_none(text: str) -> None:
    assert not passwords.is_hash(text)
    assert not passwords.is_hash(CHEAP.hash("a").replace("argon2id", "argon2i"))


def test_a_decoy_costs_as_much_as_the_dearest() -> None:
    decoy = passwords.decoy([CHEAP.hash("a"), DEARER.hash("b"), CHEAP.hash("c")])

    assert extract_parameters(decoy) == extract_parameters(DEARER.hash("d"))
