from __future__ import annotations

from dragoman.records import Passage
from tests.factories import a_span, an_article, an_entry

ARTICLE = an_article(None, None, "Rain fell.", "Samoa sold Fiji rice. 🙂", "Nobody ate it.")


def test_the_parts_of_a_paragraph_around_the_evidence() -> None:
    entry = an_entry(ARTICLE, "Samoa sold Fiji rice.", actor="WSM", recipient="FJI")
    passage = Passage(entry, a_span(ARTICLE, "fell. Samoa sold Fiji rice. 🙂 Nobody"))

    assert passage.parts == ("fell. ", "Samoa sold Fiji rice.", " 🙂 Nobody")


def test_a_paragraph_that_is_all_evidence() -> None:
    entry = an_entry(ARTICLE, "Samoa sold Fiji rice.", actor="WSM", recipient="FJI")

    assert Passage(entry, entry.statement.evidence).parts == ("", "Samoa sold Fiji rice.", "")
