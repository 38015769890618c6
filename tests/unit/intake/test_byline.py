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


def test_a_list_of_dates_gives_none() -> None:
    assert published(HEADLINE, "Lima, 3 May 2021", "Lagos, 5 June 2022", "Reuters, 9 November 2022") is None


def test_an_author_may_stand_below_what_leads_to_the_text() -> None:
    assert published(HEADLINE, PARAGRAPH, "By Ana Petrova, 9 November 2022", PARAGRAPH) == "2022-11-09"
    assert published(HEADLINE, PARAGRAPH, PARAGRAPH, "By Ana Petrova, 9 November 2022", PARAGRAPH) is None


def test_a_long_date_line_is_no_paragraph() -> None:
    line = "Ministry of Foreign Affairs of Zambia, Lusaka, Wednesday, 9 November 2022."
    assert published(HEADLINE, line, PARAGRAPH) == "2022-11-09"


@pytest.mark.parametrize("line", ["By Ana al-Masri, 9 November 2023", "Posted on 9 November 2023 by Ana al-Masri"])
def test_who_wrote_it_stands_beside_the_date(line: str) -> None:
    assert found(HEADLINE, line, PARAGRAPH).author == "Ana al-Masri"


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        ("NAIROBI, 12 March 2023 (Xinhua) -- ", "Xinhua"),
        ("MAPUTO, 3 March 2025 (Indian Ocean Wire) - ", "Indian Ocean Wire"),
        ("NAIROBI, 12 March 2023 (Bernama) -- ", "Bernama"),
        ("Nairobi, March 12 (ANTARA) - ", "ANTARA"),
        ("NAIROBI, 12 March 2023 (Agência Brasil) - ", "Agência Brasil"),
        ("Lima, 12 March 2023 (EFE).- ", "EFE"),
        ("NAIROBI, 12 March 2023 (BBC) - ", "BBC"),
        ("NAIROBI, March 12 /Agence France-Presse/ - ", "Agence France-Presse"),
        ("[Taipei, 12 March 2023 (CNA)] ", "Central News Agency"),
        ("NAIROBI, 12 March 2023 (IPS) - ", "Inter Press Service"),
        ("BRIDGETOWN, Barbados (CMC) — ", "Caribbean Media Corporation"),
        ("Dakar (APS) - ", "Agence de Presse Sénégalaise"),
        ("PARIS (APS) - ", "APS"),
        ("PARIS (Reuters, translated from French) - ", "Reuters"),
    ],
)
def test_who_sends_a_report_stands_behind_place_and_day(opening: str, publisher: str) -> None:
    assert found(HEADLINE, opening + PARAGRAPH).publisher == publisher


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Tallinn, 12 May 2023 (BNS)", "BNS"),
        ("Reuters, 12 May 2023", "Reuters"),
        ("The Daily Star, 9 November 2023", "The Daily Star"),
        ("State News Agency TDH, Ashgabat, 12 May 2023", "TDH"),
        ("The Town Crier, 9 November 2023", None),
    ],
)
def test_who_publishes_stands_beside_the_date(line: str, publisher: str | None) -> None:
    assert found(HEADLINE, line, PARAGRAPH).publisher == publisher


@pytest.mark.parametrize(
    "opening",
    [
        "The governor (BBC) - who said so - left. ",
        "The Centre for Strategic Studies (CSIS) - a body - said so. ",
        "The Broadcasting Corporation (BBC) - a body - said so. ",
        "HANOI (Jan. 30, 2024) — ",
        "MAPUTO, 3 March 2025 (Cabo Delgado) - ",
        "MAPUTO (Indian Ocean Wire) - ",
    ],
)
def test_what_else_stands_in_brackets_publishes_nothing(opening: str) -> None:
    assert found(HEADLINE, opening + PARAGRAPH).publisher is None
