from __future__ import annotations

import pytest

from dragoman.reading import quoted
from tests.unit.reading.referring.test_antecedents import codes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru paid.", []),
        ('"We paid," Peru said.', ['"We paid,"']),
        ("Peru said: “We paid.”", ["“We paid.”"]),
        ('Peru ("the country") said "no".', ['"the country"', '"no"']),
        ('We paid," Peru said.', ['We paid,"']),
        ('Peru said "we paid.', ['"we paid.']),
        ('"Our "great" country pays," Peru said.', ['"Our "great" country pays,"']),
        ('"We paid—" Peru said.', ['"We paid—"']),
        ('Peru said:"We paid."', ['"We paid."']),
    ],
)
def test_what_stands_in_quotation_marks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in quoted.quotations(text).places] == expected


def test_a_quotation_goes_on_until_a_mark_closes_it() -> None:
    assert quoted.quotations('Peru said "we paid.').is_open
    assert quoted.quotations("We paid twice.", inside=True) == quoted.Quotations(((0, 14),), is_open=True)
    assert not quoted.quotations('We paid," Peru said.', inside=True).is_open


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ('"We paid Fiji," Peru said.', "We", ("PER",)),
        ('"We paid Fiji," said Peru.', "We", ("PER",)),
        ('"We thank Fiji," Peru\'s foreign minister told Chile.', "We", ("PER",)),
        ('"We thank Fiji. It helped us," Peru said.', "us", ("PER",)),
        ('Peru said: "Fiji helped us. We thank it."', "We", ("PER",)),
        ('"I thank Fiji," Peru\'s foreign minister said.', "I", ("PER",)),
        ('The NATO spokesman said "our ships left Fiji".', "our", ("NATO",)),
        ('"We thank Fiji," Peru\'s envoy said. "It helped us."', "us", ("PER",)),
        ('"We thank Fiji," stated Peru.', "We", ("PER",)),
        ('"We thank Fiji," responded Kenya\'s foreign minister.', "We", ("KEN",)),
        ('"We thank Fiji," the Kenyan president thundered.', "We", ("KEN",)),
        ('"We thank Fiji," Ana Gervasi, the Peruvian minister, pointed out.', "We", ("PER",)),
        ('"We thank Fiji," the ambassador of Peru to Chile said.', "We", ("PER",)),
        ('"We thank Fiji," the Peruvian ambassador to Chile, Ana Gervasi, said.', "We", ("PER",)),
        ('"They robbed us of Fiji," a farmer said, and Peru recalled its envoy.', "us", None),
        ('"We paid," Peru said. "They robbed us of Fiji," a farmer said.', "us", None),
        ('"We are hungry," a farmer told the Peruvian president.', "We", None),
        ('"They attacked us," said a woman whose son was killed by Hezbollah.', "us", None),
        ('Peru said: "We paid.\n\nOur man in Fiji saw it.', "Our", None),
        ('"In phase I we thank Fiji," Peru said.', "I", None),
        ('Peru and Chile said "we paid Fiji".', "we", None),
        ('"We paid Fiji," a farmer said.', "We", None),
        ('Peru said "no". It rained. "We thank Fiji."', "We", None),
        ('"World War I began in Fiji," Peru said.', "I", None),
        ('"The US paid Fiji," Peru said.', "US", None),
    ],
)
def test_we_in_a_quotation_are_those_for_whom_its_speaker_speaks(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert codes(text, words) == expected
