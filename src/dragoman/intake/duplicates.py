"""Documents whose texts are the same, or nearly."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

import numpy as np
from rensa import RMinHash

from dragoman.errors import InvalidValue
from dragoman.records import Copy

#: The share of the shorter text's runs of words that must be in the longer one, and of both together.
NEAR: Final = 0.7
_TOGETHER: Final = 0.45
_RUN: Final = 5
#: Texts with fewer runs are too short for likeness to mean anything; they are compared as a whole only.
_FEWEST: Final = 15
_SLOTS: Final = 256
_BAND: Final = 4
_SEED: Final = 1
_HEADER: Final = struct.Struct("<BL")
#: Signatures of other versions cannot be compared: 1 was another library's.
_VERSION: Final = 2
#: A word, or one sign of a script without spaces.
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


def fingerprint(text: str) -> str:
    """The hash of the text's words in order, 64 hexadecimal digits: equal where only spaces, signs or case differ."""
    words = _words(text)
    return hashlib.sha256((" ".join(words) if words else text).encode("utf-8", "replace")).hexdigest()


def signature(text: str) -> bytes:
    """What of a text is needed to find near copies of it: 1,029 bytes, the same on every machine.

    One byte of version, the number of different runs of five words, and a MinHash of 256 numbers over them.
    """
    words = _words(text)
    runs = {" ".join(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1))}
    sketch = RMinHash(num_perm=_SLOTS, seed=_SEED)
    sketch.update(sorted(runs))
    return _HEADER.pack(_VERSION, len(runs)) + np.array(sketch.digest(), "<u4").tobytes()


def is_current(sketch: bytes) -> bool:
    """Whether a signature is of the version that is made here, and can be compared."""
    return len(sketch) == _HEADER.size + 4 * _SLOTS and sketch[0] == _VERSION


class Copies:
    """The documents seen so far, asked of each new one whether it is a copy.

    Whether two documents are copies of one another does not depend on the order they are added in; which of them is
    called the original does: the one added first. A document like several is a copy of the one it is most like, the
    first added of these. The workspace adds in the order of ids, which makes the whole the same every time. Where A is
    like B and B like C but A not like C, adding B last joins it to one of the two only.
    """

    def __init__(self) -> None:
        self._names: list[str] = []
        self._numbers: dict[str, int] = {}
        self._sketches: list[tuple[int, Any]] = []
        self._exact: dict[str, int] = {}
        self._bands: dict[tuple[int, bytes], list[int]] = {}

    @classmethod
    def restore(cls, rows: Iterable[tuple[str, bytes, str]]) -> Copies:
        """The documents of earlier runs, as rows of (document id, signature, fingerprint) in the order of adding."""
        copies = cls()
        for document, sketch, print_ in rows:
            copies.enter(document, sketch, print_)
        return copies

    def __len__(self) -> int:
        return len(self._names)

    def add(self, document: str, text: str) -> Copy | None:
        """Takes in the document and says of which earlier one it is a copy; `None` if of none, or if it is known."""
        return self.enter(document, signature(text), fingerprint(text))

    def enter(self, document: str, sketch: bytes, print_: str) -> Copy | None:
        """As `add`, from a signature and a fingerprint made elsewhere; raises `InvalidValue` if it is no signature."""
        if document in self._numbers:
            return None
        count, values = _opened(sketch)
        copy = self._exact_copy(document, print_) or self._near_copy(document, count, values)
        self._remember(document, count, values, print_)
        return copy

    def _exact_copy(self, document: str, print_: str) -> Copy | None:
        first = self._exact.get(print_)
        return None if first is None else Copy(document, self._names[first], "exact", 1.0)

    def _near_copy(self, document: str, count: int, values: Any) -> Copy | None:
        if count < _FEWEST:
            return None
        others = {other for band in _bands(values) for other in self._bands.get(band, ())}
        best = max(((self._likeness(other, count, values), -other) for other in others), default=(0.0, 0))
        return Copy(document, self._names[-best[1]], "near", best[0]) if best[0] >= NEAR else None

    def _likeness(self, other: int, count: int, values: Any) -> float:
        """The share of the shorter text's runs that the other has too, estimated; 0 if the lengths are too unlike."""
        their_count, theirs = self._sketches[other]
        both = float(np.mean(values == theirs))
        if both < _TOGETHER:
            return 0.0
        shared = both * (count + their_count) / (1 + both)
        return round(min(shared / min(count, their_count), 0.9999), 4)

    def _remember(self, document: str, count: int, values: Any, print_: str) -> None:
        number = len(self._names)
        self._names.append(document)
        self._numbers[document] = number
        self._sketches.append((count, values))
        if self._exact.setdefault(print_, number) == number and count >= _FEWEST:
            for band in _bands(values):
                self._bands.setdefault(band, []).append(number)


def _bands(values: Any) -> Iterator[tuple[int, bytes]]:
    for start in range(0, _SLOTS, _BAND):
        yield start, values[start : start + _BAND].tobytes()


def _opened(sketch: bytes) -> tuple[int, Any]:
    if not is_current(sketch):
        raise InvalidValue(f"A signature of version {_VERSION} has {_HEADER.size + 4 * _SLOTS} bytes; this is none.")
    return _HEADER.unpack_from(sketch)[1], np.frombuffer(sketch, dtype="<u4", offset=_HEADER.size)


def _words(text: str) -> Sequence[str]:
    return _WORD.findall(text.casefold())
