"""Mailboxes: many messages in one file."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    while piece := file.readline(limits.DOCUMENT_BYTES + 1):
        if whole and empty and piece.startswith(_ENVELOPE):
            if position > start:
                number += 1
                yield Message(start, position - start, number)
            start = position
        empty, whole = whole and not piece.strip(), piece.endswith(b"\n")
        position += len(piece)
    if position > start:
        yield Message(start, position - start, number + 1)


def unwrapped(data: bytes) -> bytes:
    """The message as it was sent: without its `From ` line, and without the marks that keep such lines apart."""
    if data.startswith(_ENVELOPE):
        data = data.partition(b"\n")[2]
    return _QUOTED.sub(rb"\1", data)
