from __future__ import annotations

import pytest

from dragoman.records import Quantity, Span
from tests.factories import a_document, a_quantity


def test_a_figure_is_told_in_the_documents_words() -> None:
    document = a_document()
    assert a_quantity(document).phrase == "about 40 percent of oil imports (ISR)"
    assert a_quantity(document, of=None, whose=None).phrase == "about 40 percent"


@pytest.mark.parametrize(
    ("words", "unit", "noun"),
    [
        ("17 states", "item", "states"),
        ("twelve men", "item", "men"),
        ("twelve", "item", None),
        ("2.4 million", "item", None),
        ("two millions", "item", None),
        ("40 tonnes", "tonne", None),
    ],
)
def test_what_is_counted_is_told_by_the_words(words: str, unit: str, noun: str | None) -> None:
    assert Quantity(17, 17, unit, Span(0, len(words), words)).counted == noun
