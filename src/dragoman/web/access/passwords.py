"""Passwords as hashes; the only place that knows Argon2."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from secrets import token_urlsafe

from argon2 import Parameters, PasswordHasher, Type, extract_parameters
from argon2.exceptions import InvalidHashError, VerificationError

from dragoman.errors import InvalidValue

#: Characters of a password: fewer are guessed, more are no password.
SHORTEST, LONGEST = 8, 1000


def hashed(password: str) -> str:
    """The Argon2id hash of a password, with a salt of its own (RFC 9106); raises `InvalidValue` for a short one."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise InvalidValue(
            f"A password has from {SHORTEST} to {LONGEST:,} characters, and this has {len(password)}; take another."
        )
    try:
        return PasswordHasher().hash(_composed(password))
    except UnicodeEncodeError as error:
        raise InvalidValue("A password is text, and this is none in UTF-8; take another.") from error


def is_hash(text: str) -> bool:
    """Whether a text is an Argon2id hash."""
    try:
        return extract_parameters(text).type is Type.ID
    except InvalidHashError:
        return False


def fits(hashed_one: str, password: str) -> bool:
    """Whether a hash is that of a password; takes as long for a wrong one as for the right one."""
    try:
        return PasswordHasher().verify(hashed_one, _composed(password[: LONGEST + 1]))
    except VerificationError:
        return False


def decoy(hashes: Iterable[str]) -> str:
    """A hash of nobody's password, as dear to check as the dearest of those given."""
    dearest = max(map(extract_parameters, hashes), key=_cost)
    return PasswordHasher.from_parameters(dearest).hash(token_urlsafe(32))


def _composed(password: str) -> str:
    """The same letters however a keyboard composes them (RFC 8265)."""
    return unicodedata.normalize("NFC", password)


def _cost(parameters: Parameters) -> int:
    return parameters.time_cost * parameters.memory_cost
