from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.intake import Defaults, Item
from dragoman.piles import task
from dragoman.piles.task import BYTES_TOGETHER, TOGETHER, Done, in_shares, shared_out, work
from dragoman.reading.encoder import Encoded
from dragoman.reading.reader import Begun, encode
from dragoman.reconcile.signatures import packed
from dragoman.records import Failure, Reading
from tests.factories import a_document, a_statement

TEXT = "Heavy rain fell in Peru and in Mongolia on Monday."


def broken(begun: Begun, encoded: Sequence[Encoded]) -> Reading:
    """A reader that no text survives."""
    raise ZeroDivisionError(len(begun.document.text))


def only(item: Item, publisher: str | None = None) -> Done:
    """What comes of one item."""
    (done,) = work(([item], Defaults(publisher=publisher)))
    return done


def test_an_item_is_loaded_and_read() -> None:
    item = Item("rain.txt", content=TEXT.encode())
    done = only(item, publisher="Le Monde")

    (reading,) = done.readings
    assert (done.item, done.failures) == (item, ())
    assert (reading.document.text, reading.document.publisher) == (TEXT, "Le Monde")
    assert done.prints == {reading.document.id: packed(TEXT)}


def test_an_item_that_cannot_be_loaded_is_a_failure() -> None:
    done = only(Item("empty.txt", content=b""))

    assert (done.readings, done.prints) == ((), {})
    assert done.failures == (Failure("empty.txt", "The file is empty."),)


def test_a_text_that_breaks_the_reader_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(task, "finish", broken)
    done = only(Item("rain.txt", content=TEXT.encode()))

    (failure,) = done.failures
    assert (done.readings, done.prints) == ((), {})
    assert failure.path == "rain.txt"
    assert "ZeroDivisionError(50)" in failure.reason


def test_a_reading_whose_words_are_not_in_the_text_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(begun: Begun, encoded: Sequence[Encoded]) -> Reading:
        return Reading(begun.document, (a_statement(a_document()),), "reader")

    monkeypatch.setattr(task, "finish", careless)
    done = only(Item("rain.txt", content=TEXT.encode()))

    (failure,) = done.failures
    assert (done.readings, done.prints) == ((), {})
    assert "stands at" in failure.reason


def test_one_bad_document_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def choosy(begun: Begun, encoded: Sequence[Encoded]) -> Reading:
        return broken(begun, encoded) if "Peru" in begun.document.text else Reading(begun.document, (), "reader")

    monkeypatch.setattr(task, "finish", choosy)
    lines = b'{"text": "Rain fell in Peru."}\n{"text": "Snow fell in Nepal."}\n'
    done = only(Item("pile.jsonl", content=lines))

    assert [each.document.text for each in done.readings] == ["Snow fell in Nepal."]
    assert [each.path for each in done.failures] == ["pile.jsonl#1"]


def test_items_read_together_give_what_each_gives_alone() -> None:
    texts = ("Peru thanked Mongolia. Nepal paid Chad.", "Peru thanked Mongolia.", "It rained.")
    items = [Item(f"{number}.txt", content=text.encode()) for number, text in enumerate(texts)]

    assert work((items, Defaults())) == [only(item) for item in items]


def test_a_text_that_breaks_the_encoder_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def choosy(texts: Sequence[Sequence[str]]) -> list[list[Encoded]]:
        if any("Peru" in text for each in texts for text in each):
            raise ZeroDivisionError
        return encode(texts)

    monkeypatch.setattr(task, "encode", choosy)
    texts = ("Peru thanked Mongolia.", "Nepal thanked Chad.")
    bad, good = work(([Item(f"{text[:4]}.txt", content=text.encode()) for text in texts], Defaults()))

    assert [each.path for each in bad.failures] == ["Peru.txt"]
    assert [each.document.text for each in good.readings] == [texts[1]]


def test_long_documents_of_one_item_are_not_encoded_together(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = list[int]()

    def counting(texts: Sequence[Sequence[str]]) -> list[list[Encoded]]:
        sizes.append(len(texts))
        return encode(texts)

    monkeypatch.setattr(task, "encode", counting)
    text = "Peru thanked Mongolia. " + "It rained. " * 8_000
    records = ",".join(f'{{"text": "{number} {text}"}}' for number in range(5))
    done = only(Item("list.json", content=f"[{records}]".encode()))

    assert sizes == [2, 2, 1]
    assert [len(reading.statements) for reading in done.readings] == [1] * 5


def test_shares_become_smaller_so_that_all_workers_end_together() -> None:
    items = [Item(f"{number}.txt", content=b"x" * (500 + 4_000 * (number % 9 == 0))) for number in range(400)]
    shares = list(shared_out(items, 2))
    sizes = [sum(item.size for item in share) for share in shares]

    assert [item for share in shares for item in share] == items
    assert max(len(share) for share in shares) == TOGETHER
    assert sizes[-1] < sizes[0] / 4
    # Whoever is free takes the next share.
    workers = [0, 0]
    for size in sizes:
        workers[workers.index(min(workers))] += size
    assert sum(sizes) / max(workers) > 1.95


def test_a_share_holds_no_more_than_is_read_well_at_once() -> None:
    items = [Item(f"{number}.txt", content=b"text") for number in range(1000)]
    large = [Item("large.txt", content=b"x" * BYTES_TOGETHER), *items[:3]]

    assert [len(share) for share in in_shares(items[: TOGETHER * 2 + 1])] == [TOGETHER, TOGETHER, 1]
    assert [len(share) for share in in_shares(large * 10)][:2] == [1, 3]
    assert list(shared_out([], 2)) == list(in_shares([])) == []
