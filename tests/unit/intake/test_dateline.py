from __future__ import annotations

import pytest

from dragoman.intake.dateline import bare_date, dated_line, first_date, opening_date, said_date


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("16 January 2025 17:36", "2025-01-16"),
        ("Published: Thursday, Jan. 16, 2025, 5:36 p.m. GMT", "2025-01-16"),
        ("2025-01-16T17:36:00+04:00", "2025-01-16"),
        ("16.01.2025", "2025-01-16"),
        ("16/01/2025", "2025-01-16"),
        ("01/16/2025", "2025-01-16"),
        ("16 yanvar 2025", "2025-01-16"),
        ("16 января 2025", "2025-01-16"),
        ("16 de enero de 2025", "2025-01-16"),
        ("2025年1月16日", "2025-01-16"),
        ("January 2025", "2025-01"),
        ("3/4/2025", None),
        ("31 February 2025", None),
        ("March 3", None),
        ("The talks of 16 January 2025 failed", None),
        ("2025", None),
    ],
)
def test_a_line_that_is_a_date(line: str, expected: str | None) -> None:
    when = bare_date(line)
    assert (when.iso() if when else None) == expected


def test_a_dateline_opens_a_paragraph() -> None:
    when = opening_date("BAKU, Azerbaijan, Jan. 16, 2025 (AP) — The minister said so.")
    assert when is not None
    assert when.iso() == "2025-01-16"


@pytest.mark.parametrize(("said", "expected"), [("20250116", "2025-01-16"), ("2025-01", "2025-01"), ("soon", None)])
def test_a_field_meant_for_a_date(said: str, expected: str | None) -> None:
    when = said_date(said)
    assert (when.iso() if when else None) == expected


def test_the_first_of_several_dates_is_taken() -> None:
    when = first_date("From 3 May 2024 to 5 June 2024")
    assert when is not None
    assert when.iso() == "2024-05-03"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("GABORONE, 3 May 2024. Zambia sells power.", "2024-05-03"),
        ("Signed on 3 May 2024. Zambia sells power.", None),
        ("EU leaders met on 3 May 2024. Zambia sells power.", None),
    ],
)
def test_a_place_in_capitals_needs_no_dash(line: str, expected: str | None) -> None:
    when = opening_date(line)
    assert (when.iso() if when else None) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Astana, 9 November 2022", "2022-11-09"),
        ("Balkan Courier, Friday 30 May 2025 | Jelena Hadzic in Brussels", "2025-05-30"),
        ("Answered on 9 December 2025", "2025-12-09"),
        ("9 November 2022, Astana", "2022-11-09"),
        ("Accra, Nov 9, 2023", "2023-11-09"),
        ("Quito, Ecuador, Tuesday, 9 November 2022, 14:30", "2022-11-09"),
        ("Bogotá, 9 de noviembre de 2022", "2022-11-09"),
        ("Berlin, den 9. November 2022", "2022-11-09"),
        ("Tallinn, 12 May 2023 (BNS)", "2023-05-12"),
        ("Reuters, 12 May 2023", "2023-05-12"),
        ("By M. Fifita, 3 September 2021", "2021-09-03"),
        ("By our man in Athens, 5 September 2022", "2022-09-05"),
        ("By M. Fifita, Tasman Institute Policy Brief No. 14, August 2022", "2022-08"),
        ("9 November 2023 by Ana Petrova", "2023-11-09"),
        ("Posted on 9 November 2022 by Mara Novak", "2022-11-09"),
        ("Press release 213/2022, 9 November 2022", "2022-11-09"),
        ("State News Agency, Ashgabat, 12 May 2023 (translated from the Turkmen)", "2023-05-12"),
    ],
)
def test_a_line_that_gives_a_date_among_names(line: str, expected: str) -> None:
    when = dated_line(line)
    assert when is not None
    assert when.iso() == expected


@pytest.mark.parametrize(
    "line",
    [
        "The War of 24 February 2022",
        "The battle for Kyiv, 24 February 2022",
        "The Battle in Kyiv, 24 February 2022",
        "On 24 February 2022",
        "By 24 February 2022",
        "Chile and Peru sign an accord, 3 May 2024",
        "Sadyr Japarov, Bishkek, 3 May 2024",
        "Fishermen in Lagos, 3 May 2024 (AP)",
        "Photo: Lagos, 3 May 2024",
        "Lima, 12-14 May 2023",
        "Lima, 3 May 2024, La Paz, 5 June 2024",
        "Lima, 3 May 2024:",
    ],
)
def test_a_headline_or_a_caption_is_no_date_line(line: str) -> None:
    assert dated_line(line) is None


@pytest.mark.parametrize(
    "opening",
    [
        "(VILNIUS, 12 March 2023) ",
        "[Nairobi, 12 March 2023] ",
        "(Nairobi) 12 March 2023 - ",
        "Vilnius. March 12, 2023. ",
        "HANOI (Mar. 12, 2023) — ",
        "Lima, 12 Mar. 2023 (EFE).- ",
        "Jakarta/Port Moresby - Sunday, 12 March 2023. ",
        "Lima, 12 March 2023. ",
        "12 March 2023, Nairobi - ",
        "12 March 2023, Port-au-Prince - ",
        "NAIROBI | 12 March 2023 | ",
        "NAIROBI (Agency) - March 12, 2023 - ",
        "ADDIS ABABA, Sunday 12 March 2023 - ",
        "MANAGUA, 12 March 2023 (Radio Nicaragua, translated from Spanish) - ",
        "PARIS, 12 March 2023, 14:30 /Agency/ - ",
    ],
)
def test_what_may_open_a_paragraph(opening: str) -> None:
    when = opening_date(opening + "Zambia sells power to Botswana.")
    assert when is not None
    assert when.iso() == "2023-03-12"


@pytest.mark.parametrize(
    "line",
    [
        "On 12 March 2023 Zambia sold power to Botswana.",
        "On 12 March 2023 - a Sunday - Zambia sold power.",
        "The war of 12 March 2023 - the third - ended.",
        "The ceasefire (Minsk, 12 March 2023) - the second - held.",
        "Kyiv fell silent on 12 March 2023. Nobody knew why.",
        "Signed in Vilnius, 12 March 2023. It holds for ten years.",
        "12 March 2023: Zambia sells power to Botswana.",
        "12 March 2023, Sunday - Zambia sells power to Botswana.",
        "Asif Ali Zardari, 12 March 2023. He spoke for an hour.",
        "Lima, 12 March 2023 to 3 May 2024 - Peru at the table.",
    ],
)
def test_a_sentence_with_a_date_opens_with_no_date_line(line: str) -> None:
    assert opening_date(line) is None
