from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from dragoman.reading import reader, windows
from dragoman.reading.encoder import Encoded
from dragoman.reading.reader import read
from dragoman.records import Document

NEWS = (
    "“We will pay,” Ghana said.",
    "“Togo has sold 300 tonnes of wheat to Mali in May 2023.”",
    "Peru accused Chile of spying.",
    "It recalled its ambassador.",
    "Rain fell on the coast.",
    "Kenya and Uganda signed a trade agreement on 3 June 2022.",
)


@pytest.fixture
def small_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows, "WINDOW", 120)


def test_parts_go_together_until_they_are_long() -> None:
    parts = ["a" * 90_000, "b" * 90_000, "c" * 300_000, "d" * 150_000, "e" * 50_000]

    assert [[part[0] for part in each] for each in windows.windows(parts, len)] == [["a", "b"], ["c"], ["d", "e"]]
    assert list(windows.windows([], len)) == []


def test_a_long_document_gives_what_it_gives_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document(" ".join(NEWS))
    whole = read(document)
    monkeypatch.setattr(windows, "WINDOW", 120)

    assert whole.statements
    assert read(document) == whole


@pytest.mark.usefixtures("small_windows")
def test_of_a_long_document_the_vectors_of_two_windows_are_held_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    taken, told = [0], list[int]()
    look, encode = reader._look, reader.encode

    def encoding(texts: Sequence[Sequence[str]]) -> list[list[Encoded]]:
        taken[0] += sum(map(len, texts))
        return encode(texts)

    def looking(kept: Sequence[reader._Kept], seen: Iterator[Encoded]) -> list[reader._Looked]:
        found = look(kept, seen)
        told.append(taken[0])
        return found

    monkeypatch.setattr(reader, "encode", encoding)
    monkeypatch.setattr(reader, "_look", looking)
    read(Document(" ".join(NEWS * 5)))

    assert len(told) > 5
    assert told[0] < taken[0] / 3
