"""Who may sign in, and what for."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from starlette.requests import Request

from dragoman.errors import InvalidValue
from dragoman.web.access import passwords

Role = Literal["reader", "analyst"]
ROLES: tuple[Role, ...] = get_args(Role)
LONGEST_NAME = 200
_FIELDS = {"role", "hash"}


@dataclass(frozen=True, slots=True)
class User:
    """A person by the name that stands beside their decisions: a reader looks, an analyst also judges and adds."""

    name: str
    role: Role
    hash: str

    @property
    def may_write(self) -> bool:
        """Whether this person may change the ledger."""
        return self.role == "analyst"


def line(name: str, role: str, password: str) -> str:
    """A line of a file of users, as TOML, with the hash of a password; raises `InvalidValue`."""
    user = _user(name, {"role": role, "hash": passwords.hashed(password)})
    # What JSON writes between quotation marks TOML reads as the same text.
    return (
        f"{json.dumps(user.name, ensure_ascii=False)} = {{ role = {json.dumps(role)}, hash = {json.dumps(user.hash)} }}"
    )


def read_users(path: Path) -> Mapping[str, User]:
    """The users of a file, by their names: TOML, for each a table with `role` and `hash`; raises `InvalidValue`."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InvalidValue(f"{path} cannot be read ({error.strerror}); give a file of users with --users.") from error
    except ValueError as error:
        raise InvalidValue(
            f"{path} is no file of users ({error}); `dragoman user NAME` prints a line of one."
        ) from error
    if not found:
        raise InvalidValue(f"{path} names nobody; `dragoman user NAME` prints a line for it.")
    users = [_of_file(path, name, given) for name, given in found.items()]
    return {each.name: each for each in users}


def same_name(name: str) -> str:
    """A name as it is compared: the same letters however a keyboard composes them, and no more than a name can have."""
    return unicodedata.normalize("NFC", name[: 4 * LONGEST_NAME].strip())[: LONGEST_NAME + 1]


def user_of(request: Request) -> User | None:
    """Who asks; `None` at a desk that knows no users."""
    found: User | None = getattr(request.state, "user", None)
    return found


def may_write(request: Request) -> bool:
    """Whether who asks may change the ledger; at a desk that knows no users everybody may who was let in."""
    user = user_of(request)
    return user is None or user.may_write


def _of_file(path: Path, name: str, given: object) -> User:
    try:
        return _user(name, given)
    except InvalidValue as error:
        raise InvalidValue(f"{path}: {error}") from error


def _user(name: str, given: object) -> User:
    if not isinstance(given, dict) or set(given) != _FIELDS:
        raise InvalidValue(f"{name!r} has to have a role and a hash; `dragoman user NAME` prints a line with both.")
    if same_name(name) != name or not name.isprintable() or not 0 < len(name) <= LONGEST_NAME:
        raise InvalidValue(f"{name!r} cannot be a name; take up to {LONGEST_NAME} letters, with no space around them.")
    role = next((each for each in ROLES if each == given["role"]), None)
    if role is None:
        raise InvalidValue(f"{name!r} cannot have the role {given['role']!r}; it is one of {', '.join(ROLES)}.")
    if not isinstance(given["hash"], str) or not passwords.is_hash(given["hash"]):
        raise InvalidValue(f"The hash of {name!r} is none of Argon2id; `dragoman user NAME` prints one.")
    return User(name, role, given["hash"])
