from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.intake.lookalikes import note
from dragoman.reading.reader import read as read_document
from dragoman.records import Document, Failure
from tests.unit.intake.made import only, read, write

IRAN = "Ir\u0430n"  # with the Cyrillic letter


def test_a_name_with_cyrillic_letters_is_no_name_and_no_secret(tmp_path: Path) -> None:
    text = f"{IRAN} attacked Israel on 3 May 2024. {IRAN} denied it."
    document, told = read(write(tmp_path, "a.txt", text))
    assert isinstance(document, Document)
    assert document.text == text
    assert isinstance(told, Failure)
    assert "'Ir\\u0430n' for Iran (2 times)" in told.reason
    parties = {party.code for each in read_document(document).statements for party in each.parties}
    assert "IRN" not in parties


@pytest.mark.parametrize(
    "word",
    [
        "\u0406r\u0430n",
        "ISR\u0410EL",
        "Is\u0433ael".replace("\u0433", "r\u0430"),
        "\uff29\uff52\uff41\uff4e",
        "Tu\u0433key",
    ],
)
def test_words_that_are_looked_at(word: str) -> None:
    told = note(f"They say that {word} is near.")
    assert (told is not None) == (word in {"\u0406r\u0430n", "ISR\u0410EL", "\uff29\uff52\uff41\uff4e"})


@pytest.mark.parametrize(
    "text",
    [
        "Azərbaycan, Türkiye və İran Bakıda görüşdü. Côte d’Ivoire, São Tomé, Perú, México.",
        "Иран и Израиль, Россия и Куба, Перу и Оман, Того и Чад: встреча в Баку. КОТОРЫЕ СТРАНЫ.",
        "Το Ισραήλ και η Κύπρος, η Ελλάδα και το Ιράν. ΚΥΠΡΟΣ ΙΡΑΝ ΟΜΑΝ",
        "Iran met Israel.",
    ],
)
def test_other_languages_are_left_in_peace(text: str) -> None:
    assert note(text) is None


def test_letters_that_are_not_seen_do_not_hide_a_name(tmp_path: Path) -> None:
    """Soft hyphens, zero-width spaces and marks of direction are no letters of a text."""
    hidden = "Azer\u00adbai\u200bjan and I\u202eran\u202c, \u2067Israel\u2069, Ge\u200dorgia and Tur\u2060key met."
    found = only(write(tmp_path, "a.txt", hidden))
    assert found.text == "Azerbaijan and Iran, Israel, Georgia and Turkey met."


def test_joiners_of_persian_stay(tmp_path: Path) -> None:
    assert only(write(tmp_path, "a.txt", "ایران می\u200cخواهد گفت‌وگو کند.")).text.count("\u200c") == 2
