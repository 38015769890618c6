"""Word pieces with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

MAX_PIECES = 160
_WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The ids of a sentence's word pieces and where each stands in it ((0, 0) for the special ones)."""

    ids: list[int]
    offsets: list[tuple[int, int]]

    @property
    def starts(self) -> dict[int, int]:
        """The number of the piece that starts at a character."""
        return {first: number for number, (first, last) in enumerate(self.offsets) if last > first}

    def covering(self, start: int, end: int) -> list[int]:
        """The pieces that share a character with `[start, end)`."""
        return [
            number for number, (first, last) in enumerate(self.offsets) if last > first and first < end and start < last
        ]


class PieceMaker:
    """The tokenizer of the encoder, cutting at `MAX_PIECES`."""

    def __init__(self, folder: Path) -> None:
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(MAX_PIECES)

    def __call__(self, text: str) -> Pieces:
        encoded = self.tokenizer.encode(text)
        return Pieces(encoded.ids, encoded.offsets)


def words(text: str) -> Iterator[tuple[int, int]]:
    """Where words, and signs by themselves, stand in a text."""
    for match in _WORD.finditer(text):
        yield match.span()
