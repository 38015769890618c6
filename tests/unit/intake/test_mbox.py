from __future__ import annotations

from pathlib import Path

from dragoman.intake import Item, limits, survey
from dragoman.records import Document, Failure
from tests.unit.intake.made import PARAGRAPHS, documents, letter, packed, read, write

ENVELOPE = b"From news@herald.example Mon Mar  4 09:15:00 2024\n"
BOX = b"".join(
    ENVELOPE + letter(f"{each}\n\n>From here on it is quoted.\n") + b"\n" for each in PARAGRAPHS
)  # three messages


def test_each_message_is_a_document_called_by_its_number(tmp_path: Path) -> None:
    path = write(tmp_path, "news.mbox", BOX)
    found = documents(path)
    assert [each.path for each in found] == [f"{path}#{number}" for number in (1, 2, 3)]
    assert [each.text.split("\n")[0] for each in found] == list(PARAGRAPHS)
    assert all(each.text.endswith("From here on it is quoted.") for each in found)


def test_a_mailbox_is_known_by_its_bytes_and_read_inside_an_archive(tmp_path: Path) -> None:
    assert len(documents(write(tmp_path, "Inbox", BOX))) == 3
    path = write(tmp_path, "a.zip", packed({"mail/news.mbox": BOX}))
    assert [each.path for each in documents(path)] == [f"{path}!mail/news.mbox#{number}" for number in (1, 2, 3)]


def test_a_text_that_begins_with_from_is_no_mailbox(tmp_path: Path) -> None:
    found = documents(write(tmp_path, "a", "From Baku to Tbilisi the pipeline was opened in 2006.\nIt is long.\n"))
    assert len(found) == 1
    assert found[0].text.startswith("From Baku")


def test_a_message_over_the_limit_is_one_failure(tmp_path: Path) -> None:
    large = ENVELOPE + letter("a" * (limits.DOCUMENT_BYTES + 1)) + b"\n\n"
    outcomes = read(write(tmp_path, "a.mbox", large + BOX))
    assert [type(each) for each in outcomes] == [Failure, Document, Document, Document]


def test_a_mailbox_is_listed_without_being_read(tmp_path: Path) -> None:
    items = [each for each in survey([str(write(tmp_path, "a.mbox", BOX))]) if isinstance(each, Item)]
    assert [each.size for each in items] == [len(BOX) // 3 + extra for extra in spare()]


def spare() -> list[int]:
    """How much longer each message is than a third of the box."""
    return [
        len(ENVELOPE + letter(f"{each}\n\n>From here on it is quoted.\n")) + 1 - len(BOX) // 3 for each in PARAGRAPHS
    ]
