from __future__ import annotations

import pytest

from dragoman.intake.byline import found_in
from dragoman.intake.metadata import Metadata

HEADLINE = "Zambia summons the envoy of Botswana over power lines"
PARAGRAPH = "The foreign minister met the ambassador on Tuesday, and the two signed an accord on what was owed."


def found(*lines: str) -> Metadata:
    text = "\n\n".join(lines)
    return found_in(text, text)


def published(*lines: str) -> str | None:
    when = found(*lines).published
    return when.iso() if when else None


def test_the_date_stands_among_names_above_the_text() -> None:
    assert published(HEADLINE, "Lusaka, 9 November 2022", PARAGRAPH) == "2022-11-09"
    assert published("Lusaka, 9 November 2022", HEADLINE, PARAGRAPH) == "2022-11-09"
    assert published("Lusaka, 9 November 2022", PARAGRAPH) == "2022-11-09"


def test_a_date_line_is_no_title() -> None:
    assert found("Lusaka, 9 November 2022", HEADLINE, PARAGRAPH).title == HEADLINE


def test_a_title_with_a_date_is_no_date_line() -> None:
    assert published("Peru Tells Chile to Wait, 9 November 2022", PARAGRAPH, PARAGRAPH) is None


def test_a_heading_among_the_text_is_no_date_line() -> None:
    assert published(HEADLINE, PARAGRAPH, "Lusaka, 9 November 2022", PARAGRAPH) is None


@pytest.mark.parametrize("above", ["12 March 2023", "Gaborone, 12 March 2023"])
def test_what_opens_the_text_is_surer_than_what_stands_among_it(above: str) -> None:
    assert published(HEADLINE, f"GABORONE, 12 March 2023 - {PARAGRAPH}", "9 November 2022", PARAGRAPH) == "2023-03-12"
    assert published(HEADLINE, above, PARAGRAPH, f"LUSAKA, 9 November 2022 - {PARAGRAPH}") == "2023-03-12"


def test_a_long_date_line_is_no_paragraph() -> None:
    line = "Ministry of Foreign Affairs of Zambia, Lusaka, Wednesday, 9 November 2022."
    assert published(HEADLINE, line, PARAGRAPH) == "2022-11-09"
