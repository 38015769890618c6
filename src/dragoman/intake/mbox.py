"""Mailboxes: many messages in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import sha256
from typing import BinaryIO, Final

from dragoman.intake import limits
from dragoman.intake.item import Message

_ENVELOPE: Final = b"From "
_QUOTED: Final = re.compile(rb"^>(>*From )", re.M)


def messages(file: BinaryIO) -> Iterator[Message]:
    """Where each message starts, its length in bytes and its number; one line is in memory at a time.

    A message begins with a line that begins with `From ` and follows an empty one. One over the limit is given with its
    whole length, to be refused by whoever reads it.
    """
    start = position = number = 0
    empty, whole = True, True
    seen, waiting = sha256(), 0
    while piece := file.readline(limits.DOCUMENT_BYTES + 1):
        if whole and empty and piece.startswith(_ENVELOPE):
            if position > start:
                number += 1
                yield Message(start, position - start, number, seen.hexdigest())
            start, seen, waiting = position, sha256(), 0
        empty, whole = whole and not piece.strip(), piece.endswith(b"\n")
        position += len(piece)
        # What stands between two messages is of neither.
        if piece.strip():
            seen.update(b"\n" * waiting + piece.rstrip(b"\r\n"))
            waiting = 1
        else:
            waiting += 1
    if position > start:
        yield Message(start, position - start, number + 1, seen.hexdigest())


def unwrapped(data: bytes) -> bytes:
    """The message as it was sent: without its `From ` line, and without the marks that keep such lines apart."""
    if data.startswith(_ENVELOPE):
        data = data.partition(b"\n")[2]
    return _QUOTED.sub(rb"\1", data)
