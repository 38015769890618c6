from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.errors import InvalidValue, UnknownName
from dragoman.web.asked import Asked
from dragoman.web.parameters import channel, choice, codes, day, text, texts, whole

KNOWN = [
    *(text("q", ""), texts("type", ""), day("date", ""), codes("party", ""), channel("")),
    *(choice("sign", "", ("good", "bad")), whole("size", "", 9)),
]


def asked(*query: tuple[str, str]) -> Asked:
    return Asked(query, {}, KNOWN)


def test_what_is_described_is_read() -> None:
    given = asked(
        *(("q", " one "), ("q", "two"), ("type", "a"), ("type", "b"), ("type", "a"), ("date", "2023-05")),
        *(("party", "Baku"), ("channel", "energy"), ("sign", "bad"), ("size", "7")),
    )

    assert (given.text("q"), given.texts("type"), given.codes("party")) == ("two", ("a", "b"), ("AZE",))
    assert (given.first_day("date"), given.last_day("date")) == (date(2023, 5, 1), date(2023, 5, 31))
    assert (given.channel(), given.one_of("sign", ("good", "bad"))) == ("energy", "bad")
    assert given.whole("size", 1, most=9) == 7


def test_an_empty_value_is_as_good_as_none() -> None:
    given = asked(("q", ""), ("date", " "), ("size", ""))

    assert (given.text("q"), given.last_day("date"), given.whole("size", 5, most=9)) == (None, None, 5)
    assert not given.has("q")


@pytest.mark.parametrize(
    "read",
    [
        lambda given: given.text("other"),
        lambda given: given.texts("q"),
        lambda given: given.text("type"),
        lambda given: given.last_day("q"),
        lambda given: given.codes("q"),
        lambda given: given.channel("q"),
        lambda given: given.one_of("q", ("1",)),
        lambda given: given.whole("q", 1, most=2),
        lambda given: given.page,
        lambda given: given.one_of("sign", ("good", "bad", "other")),
    ],
)
def test_what_is_not_described_so_is_not_read(read: Callable[[Asked], object]) -> None:
    with pytest.raises(LookupError, match="describe it beside the page"):
        read(asked())


def test_whoever_describes_nothing_reads_everything() -> None:
    assert Asked([("q", "words")], {}).text("q") == "words"


def test_a_long_value_is_refused() -> None:
    with pytest.raises(InvalidValue, match="300 characters"):
        asked(("q", "x" * 301)).text("q")


@pytest.mark.parametrize(
    "wrong",
    [
        *(("q", "a" * 301), ("type", "a" * 301), ("date", "soon"), ("party", "Atlantis"), ("channel", "none")),
        *(("sign", "ugly"), ("size", "10")),
    ],
)
def test_all_that_is_described_is_checked_at_once(wrong: tuple[str, str]) -> None:
    asked(("q", "a"), ("date", "2023"), ("size", "9")).check()
    with pytest.raises((InvalidValue, UnknownName)):
        asked(wrong).check()


def test_what_is_needed_is_missed_at_once() -> None:
    with pytest.raises(InvalidValue, match="needs q"):
        Asked([], {}, [text("q", "", is_needed=True)]).check()
