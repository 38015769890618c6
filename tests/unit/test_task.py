from __future__ import annotations

import pytest

from dragoman import task
from dragoman.intake import Defaults, Item
from dragoman.records import Document, Failure, Reading
from dragoman.task import packed, unpacked, work
from tests.factories import a_document, a_statement

TEXT = "Heavy rain fell in Peru and in Mongolia on Monday."


def broken(document: Document) -> Reading:
    """A reader that no text survives."""
    raise ZeroDivisionError(len(document.text))


def test_an_item_is_loaded_and_read() -> None:
    item = Item("rain.txt", content=TEXT.encode())
    done = work((item, Defaults(publisher="Le Monde")))

    (reading,) = done.readings
    assert (done.item, done.failures) == (item, ())
    assert (reading.document.text, reading.document.publisher) == (TEXT, "Le Monde")
    assert done.prints == {reading.document.id: packed(TEXT)}


def test_an_item_that_cannot_be_loaded_is_a_failure() -> None:
    done = work((Item("empty.txt", content=b""), Defaults()))

    assert (done.readings, done.prints) == ((), {})
    assert done.failures == (Failure("empty.txt", "The file is empty."),)


def test_a_text_that_breaks_the_reader_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(task, "read", broken)
    done = work((Item("rain.txt", content=TEXT.encode()), Defaults()))

    (failure,) = done.failures
    assert (done.readings, done.prints) == ((), {})
    assert failure.path == "rain.txt"
    assert "ZeroDivisionError(50)" in failure.reason


def test_a_reading_whose_words_are_not_in_the_text_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def careless(document: Document) -> Reading:
        return Reading(document, (a_statement(a_document()),), "reader")

    monkeypatch.setattr(task, "read", careless)
    done = work((Item("rain.txt", content=TEXT.encode()), Defaults()))

    (failure,) = done.failures
    assert (done.readings, done.prints) == ((), {})
    assert "stands at" in failure.reason


def test_one_bad_document_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def choosy(document: Document) -> Reading:
        return broken(document) if "Peru" in document.text else Reading(document, (), "reader")

    monkeypatch.setattr(task, "read", choosy)
    lines = b'{"text": "Rain fell in Peru."}\n{"text": "Snow fell in Nepal."}\n'
    done = work((Item("pile.jsonl", content=lines), Defaults()))

    assert [each.document.text for each in done.readings] == ["Snow fell in Nepal."]
    assert [each.path for each in done.failures] == ["pile.jsonl#1"]


def test_prints_come_apart_as_they_were_put_together() -> None:
    signature, fingerprint = unpacked(packed(TEXT))

    assert packed(TEXT) == bytes.fromhex(fingerprint) + signature
    assert len(fingerprint) == 64
