"""Ids computed from content, so that the same thing has the same id everywhere."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeVar, Union

Noun = TypeVar("Noun")
#: What JSON can hold.
Content: TypeAlias = Union[str, int, float, bool, Sequence["Content"], Mapping[str, "Content"], None]  # noqa: UP007 - the
# `|` form cannot hold forward references at run time in Python 3.11.

# Looking for content that holds itself takes as long as writing it.
_canonical = json.JSONEncoder(ensure_ascii=False, check_circular=False, sort_keys=True, separators=(",", ":")).encode


def kept(noun: type[Noun], fields: Mapping[str, object]) -> Noun:
    """A record that was written down, with all its fields, the ids among them: they are not computed again."""
    made = object.__new__(noun)
    for name, value in fields.items():
        object.__setattr__(made, name, value)
    return made


def content_id(prefix: str, content: Content) -> str:
    """`prefix:` and 24 hexadecimal digits of the SHA-256 of the content's canonical JSON.

    The prefix names the algorithm and what it hashed; it changes whenever either does.
    """
    return f"{prefix}:{hashlib.sha256(_canonical(content).encode('utf-8', 'surrogatepass')).hexdigest()[:24]}"
