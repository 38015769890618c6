from __future__ import annotations

import pytest

from dragoman.reconcile.crediting import Names, names
from tests.factories import an_article

COAST = names(an_article("China Coast Guard", None, "."))
KNOWN = Names(dict.fromkeys(COAST))


@pytest.mark.parametrize(
    "text",
    [
        "According to the China Coast Guard, nobody was hurt.",
        "Nobody was hurt, the China Coast Guard reports.",
        "Nobody was hurt, China Coast Guard wrote on Monday.",
        "Nobody was hurt. (China Coast Guard)",
        "Source: China Coast Guard",
    ],
)
def test_who_is_named_as_a_source(text: str) -> None:
    assert set(KNOWN.credited(text)) == COAST


@pytest.mark.parametrize(
    "text",
    [
        "A China Coast Guard vessel passed the shoal.",
        "China alone, and no Coast Guard.",
        "the china coast guard said",
        "",
    ],
)
def test_who_is_only_spoken_of(text: str) -> None:
    assert KNOWN.credited(text) == {}


def test_where_the_name_stands() -> None:
    text = "A China Coast Guard vessel passed, the China Coast Guard said."
    (((start, end),),) = KNOWN.credited(text).values()
    assert (start, text[start:end]) == (39, "China Coast Guard")


def test_a_document_of_nobody_has_no_name() -> None:
    assert names(an_article(None, None, ".")) == set()
