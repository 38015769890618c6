from __future__ import annotations

import pytest

from dragoman.intake.furniture import clean
from tests.unit.intake.made import PARAGRAPHS


@pytest.mark.parametrize(
    "text",
    [
        "JOINT COMMUNIQUÉ\n\nThe Parties agreed:\n\n1. To open the border.\n2. To trade.\n\nDone at Baku.",
        "Year | Oil | Gas\n2022 | 12 | 3\n2023 | 12 | 3\n2023 | 12 | 3",
        "Companies named:\nFacebook\nTelegram\nX\n\nAnd the others.",
        "The hills\nthe hills\nthe long road home\nthe hills\nthe long road home",
        f"Energy\n\n- oil\n- gas\n\n{PARAGRAPHS[0]}".removeprefix("Energy\n\n"),
        f"{PARAGRAPHS[0]}\n\nYes.\n\nNo.\n\n{PARAGRAPHS[1]}",
        f"“We will not.”\n\n{PARAGRAPHS[0]}\n\n“We will.”",
    ],
)
def test_short_text_that_is_text_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "line",
    [
        "Copy link",
        "Views: 1,204",
        "Follow us on Instagram",
        "share-lineLiked the story? Share it on social media!",
        "Image: A Person / Shutterstock.com.",
        "The post Some Headline appeared first on Some Paper.",
        "© 2025 Some Paper. All rights reserved.",
        "Some.Az © 2025. .",
        "We use cookies to give you the best experience on our site.",
        "5 min read",
        "Advertisement",
        "Поделиться",
        "night_theme",
    ],
)
def test_furniture_goes_wherever_it_stands(line: str) -> None:
    assert clean(f"{PARAGRAPHS[0]}\n{line}\n{PARAGRAPHS[1]}") == f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}"


def test_a_headline_said_twice_is_kept_once() -> None:
    headline = "Avalonia and Borduria sign an accord"
    cleaned = clean(f"{headline}\n{headline}\n{PARAGRAPHS[0]}\n{headline}\n{PARAGRAPHS[1]}")
    assert cleaned == f"{headline}\n{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}"


def test_the_note_about_the_author_goes_and_what_follows_it_stays() -> None:
    cleaned = clean(f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\nAuthor\n\nMara Novak\n\nMara Novak reports.\n\n{PARAGRAPHS[2]}")
    assert cleaned == f"{PARAGRAPHS[0]}\n{PARAGRAPHS[1]}\n{PARAGRAPHS[2]}"


def test_a_text_about_authors_is_left_alone() -> None:
    text = f"About the authors\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"
    assert clean(text) == text
