"""What is kept of a text to find, among a hundred thousand, those that share passages with it."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.errors import InvalidValue
from dragoman.reconcile.words import words

Hashes = NDArray[np.uint64]

#: Runs of so many words are compared, and one in so many of them is kept, the same ones of every text (Manber 1994).
RUN: Final = 4
_KEPT: Final = 4
#: Of a very long text the smallest hashes are enough.
_MOST: Final = 4096
#: Sketches of other versions cannot be compared: 1 and 2 were MinHashes.
_VERSION: Final = 3
_HEADER: Final = struct.Struct("<BL")
#: Odd numbers that tell the places in a run apart, and mix the bits of the sum (Steele, Lea and Flood 2014).
_PLACES: Final = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], dtype=np.uint64
)
_MIX: Final = np.uint64(0xBF58476D1CE4E5B9)
_HALF: Final = np.uint64(31)
_WORDS_REMEMBERED: Final = 1 << 16


def fingerprint(text: str) -> str:
    """The hash of the text's words in order, 64 hexadecimal digits: equal where only spaces, signs or case differ."""
    found = _words(text)
    return hashlib.sha256((" ".join(found) if found else text).encode("utf-8", "replace")).hexdigest()


def sketch(text: str) -> bytes:
    """What of a text is needed to find those that share passages with it; the same on every machine.

    One byte of version, the number of different runs of four words, and the hashes of a quarter of them, 8 bytes each.
    """
    hashes = _hashes(_words(text))
    kept = hashes[hashes % np.uint64(_KEPT) == 0][:_MOST]
    return _HEADER.pack(_VERSION, len(hashes)) + bytes(kept.astype("<u8").tobytes())


def hashes_of(stored: bytes) -> Hashes:
    """The hashes in a sketch, ascending; raises `InvalidValue` if it is none of today's."""
    if not is_current(stored):
        raise _not_current(stored)
    return np.frombuffer(stored, dtype="<u8", offset=_HEADER.size).astype(np.uint64)


def hashes_end_to_end(stored: Iterable[bytes]) -> tuple[Hashes, list[int]]:
    """The hashes in some sketches, one sketch after the other, and how many each has; raises `InvalidValue` as
    `hashes_of` does.
    """
    listed = list(stored)
    for each in listed:
        if not is_current(each):
            raise _not_current(each)
    joined = b"".join([each[_HEADER.size :] for each in listed])
    return np.frombuffer(joined, dtype="<u8").astype(np.uint64), [(len(each) - _HEADER.size) // 8 for each in listed]


def is_current(stored: bytes) -> bool:
    """Whether a sketch is of the version that is made here, and can be compared."""
    return len(stored) >= _HEADER.size and stored[0] == _VERSION and (len(stored) - _HEADER.size) % 8 == 0


def _not_current(stored: bytes) -> InvalidValue:
    return InvalidValue(f"A sketch of version {_VERSION} begins with {_VERSION}; this is none: {stored[:8]!r}.")


@lru_cache(1)
def _words(text: str) -> list[str]:
    """The words of a text; those of the last one are remembered, for its fingerprint and sketch are made in turn."""
    return words(text)


def _hashes(listed: list[str]) -> Hashes:
    """The different hashes of the runs of four words, ascending; of a shorter text, of all its words as one run."""
    values = np.array([_hash(word) for word in listed], dtype=np.uint64)
    count = max(len(values) - RUN + 1, min(len(values), 1))
    sums = np.zeros(count, dtype=np.uint64)
    for place, factor in enumerate(_PLACES):
        part = values[place : place + count]
        sums[: len(part)] += part * factor
    sums ^= sums >> _HALF
    sums *= _MIX
    sums ^= sums >> _HALF
    return np.unique(sums)


@lru_cache(_WORDS_REMEMBERED)
def _hash(word: str) -> int:
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")
