from __future__ import annotations

import pytest

from dragoman.reading.reader import read
from dragoman.records import Document, Standing, Statement
from dragoman.records.dates import from_iso


def denied(text: str) -> list[Statement]:
    document = Document(text, published=from_iso("2024-05-10"))
    return [each for each in read(document).statements if each.standing is Standing.DENIED]


@pytest.mark.parametrize(
    ("text", "sides", "by"),
    [
        ("The UN says Rwanda arms the M23 rebels. Kigali denies any role.", ("RWA", "M23"), "RWA"),
        ("Kinshasa accuses Rwanda of arming M23 rebels, a charge often denied by Kigali.", ("RWA", "M23"), "RWA"),
        ("Chad says Sudan attacked its army, which Khartoum denies.", ("SDN", "TCD"), "SDN"),
        (
            "Mali said Guinean soldiers had shelled its post. The claim was rejected by the Guinean government.",
            ("GIN", "MLI"),
            "GIN",
        ),
    ],
)
def test_who_took_part_denies_what_was_told_before(text: str, sides: tuple[str, str], by: str) -> None:
    (found,) = denied(text)
    assert (found.actor[0].code, found.recipient[0].code) == sides
    assert [link.source.code for link in found.chain] == [by]
    assert found.evidence.text == text


def test_the_day_of_what_is_denied_is_that_told_before() -> None:
    (found,) = denied("Chad says Sudan attacked its army on 2 May. Khartoum denies it.")
    assert found.occurred.iso() == "2024-05-02"


@pytest.mark.parametrize(
    "text",
    [
        "Peru asked Chile to withdraw its envoy. Chile rejected this.",
        "Chad says Sudan attacked its army. Togo denies it.",
        "Chad accuses Sudan of lies, which Khartoum denies.",
        "Chad says Sudan attacked its army. It had rained all night in Chad. Khartoum denies this.",
    ],
)
def test_nothing_else_is_denied(text: str) -> None:
    assert denied(text) == []
