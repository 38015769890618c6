from __future__ import annotations

import pytest

from dragoman.reading.saying import denials


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


@pytest.mark.parametrize(
    ("text", "by", "behind"),
    [
        ("Benin has repeatedly denied this.", "Benin", ""),
        ("But the Bolivian government dismissed the claims as baseless.", "the Bolivian government", ""),
        ("The allegation was rejected by the Fijian government on Monday.", "the Fijian government", ""),
        ("Chad says Mali arms rebels, a charge Bamako denies.", "Bamako", "Chad says Mali arms rebels"),
        ("Chad says Mali arms rebels, which was odd; Bamako denied it.", "Bamako", "Chad says Mali arms rebels, which"),
        ("Togo accuses Mali of a raid, an accusation often denied by Bamako.", "Bamako", "Togo accuses Mali of a raid"),
        ("The Kremlin denied any involvement.", "The Kremlin", ""),
    ],
)
def test_who_replies_with_a_denial(text: str, by: str, behind: str) -> None:
    found = denials.reply(text)
    assert found is not None
    assert text[slice(*found.source)] == by
    assert text[: found.start].startswith(behind)
    assert (found.start == 0) == (not behind)


@pytest.mark.parametrize(
    "text",
    [
        "Kigali denied the allegation that it arms rebels.",
        "Rwanda denied that it had sent troops.",
        "Peru denied Chile a loan.",
        "Tehran, which denies any role, sent arms to Sudan.",
    ],
)
def test_no_reply(text: str) -> None:
    assert denials.reply(text) is None


@pytest.mark.parametrize(
    ("text", "is_own", "is_refusal"),
    [
        ("Chile rejected this.", False, True),
        ("Chile rejected the allegation.", False, False),
        ("Chile denied this.", False, False),
        ("Chile denied any role.", True, False),
    ],
)
def test_what_may_be_a_proposal_is_told_from_what_may_not(text: str, *, is_own: bool, is_refusal: bool) -> None:
    found = denials.reply(text)
    assert found is not None
    assert (found.is_own, found.is_refusal) == (is_own, is_refusal)
