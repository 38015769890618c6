from __future__ import annotations

import pytest

from dragoman.reading import denials


@pytest.mark.parametrize(
    ("text", "said", "by"),
    [
        ("Reports that Chad had left Libya were denied by Niamey.", "Chad had left Libya were denied", "Niamey"),
        (
            "A claim on television that Fiji paid Tonga was rejected on Monday by the Fijian government.",
            "Fiji paid Tonga was rejected",
            "the Fijian government",
        ),
        ("Rumours that Togo sued Mali have been flatly denied by the U.N. on Monday.", "Togo sued", "the U.N"),
    ],
)
def test_who_denies_a_report(text: str, said: str, by: str) -> None:
    found = denials.find(text)
    assert found is not None
    assert text[slice(*found.said)].startswith(said)
    assert text[slice(*found.source)] == by


@pytest.mark.parametrize(
    "text",
    [
        "Reports that Chad had left Libya were welcomed by Niamey.",
        "The envoys that Chad sent were rejected by Libya.",
        "Chad was denied by Libya that which it wanted.",
        "Niamey denied reports that Chad had left Libya.",
    ],
)
def test_nobody_else_does(text: str) -> None:
    assert denials.find(text) is None
