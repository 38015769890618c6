from __future__ import annotations

import pytest

from dragoman.reading.saying import citing


def words(text: str) -> tuple[str | None, str, str | None] | None:
    """Who cites, who is cited, and what is reported before."""
    found = citing.find(text)
    if found is None:
        return None
    outer = None if found.outer is None else text[slice(*found.outer)]
    return outer, text[slice(*found.inner)], None if found.reported is None else text[: found.reported]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran would pay, TASS quoted a diplomat as saying.", ("TASS", "a diplomat", "Iran would pay")),
        ("“Iran will pay,” TASS cited him as saying on Monday.", ("TASS", "him", "“Iran will pay,”")),
        ("Iran would pay, TASS cited aides as saying, adding that Fiji had.", ("TASS", "aides", "Iran would pay")),
        ("Iran would pay, an aide was quoted as saying by TASS.", ("TASS", "an aide", "Iran would pay")),
        ("Aides were quoted by TASS as saying Iran would pay.", ("TASS", "Aides", None)),
        ("An aide was quoted as saying that Iran would pay.", (None, "An aide", None)),
    ],
)
def test_a_clause_in_which_a_source_is_cited(text: str, expected: tuple[str | None, str, str | None]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "TASS quoted a diplomat as saying that Iran would pay.",
        "On Friday, TASS quoted a diplomat as saying Iran would pay.",
        "On Friday, TASS quoted a diplomat as saying on Monday that Iran would pay.",
        "Iran paid, and TASS quoted a diplomat as saying.",
        "Iran cited its debts as a reason.",
    ],
)
def test_what_follows_or_joins_is_no_such_clause(text: str) -> None:
    assert words(text) is None


@pytest.mark.parametrize(
    ("text", "source", "cue", "told", "expected"),
    [
        ("Oman paid Iran, an aide told NRK.", "an aide", "told", True, "Oman paid Iran"),
        ("“Oman paid,” an aide told the daily on Friday.", "an aide", "told", True, "“Oman paid,”"),
        ("Oman paid Iran, the minister said on Friday.", "the minister", "said", False, "Oman paid Iran"),
        ("Oman paid Iran, aides said on Monday, with half of it in cash.", "aides", "said", False, "Oman paid Iran"),
        ("Oman paid Iran, aides said, two days after Fiji had.", "aides", "said", False, "Oman paid Iran"),
        ("Oman paid Iran, Fiji said Malta had left.", "Fiji", "said", False, None),
        ("An aide told NRK.", "An aide", "told", True, None),
    ],
)
def test_what_stands_before_a_last_clause(text: str, source: str, cue: str, told: bool, expected: str | None) -> None:
    end = citing.reported(text, text.index(source), text.index(cue) + len(cue), told=told)

    assert (None if end is None else text[:end]) == expected


@pytest.mark.parametrize(
    ("text", "source", "parts"),
    [
        ("Peru paid, according to a report cited by Reuters.", "a report cited by Reuters", ("Reuters", "a report")),
        ("Peru paid, according to a report cited by Reuters.", "a report", ("Reuters", "a report")),
        ("An aide, quoted by the New Dawn, said Peru paid.", "An aide", ("the New Dawn", "An aide")),
        ("An aide who was quoted by Reuters said Peru paid.", "aide", None),
        ("Peru paid, according to a note seen by Reuters.", "a note seen by Reuters", None),
        ("An aide said that Peru paid what was cited by Reuters.", "An aide", None),
    ],
)
def test_who_quotes_a_source(text: str, source: str, parts: tuple[str, str] | None) -> None:
    start = text.index(source)
    found = citing.quoted_by(text, start, start + len(source))
    assert (found and tuple(text[slice(*each)] for each in found)) == parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman paid, according to a report by Koha Ditore quoting two aides.", "a report by Koha Ditore"),
        ("According to two envoys in Oslo, Oman paid.", "two envoys in Oslo"),
        ("Oman paid, according to a paper seen by NRK.", "a paper"),
    ],
)
def test_who_it_is_according_to(text: str, expected: str) -> None:
    place = citing.according(text, text.lower().index("according"))

    assert place is not None
    assert text[slice(*place)] == expected
