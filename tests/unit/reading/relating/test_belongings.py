from __future__ import annotations

import numpy as np
import pytest

from dragoman.reading.encoder import UNREAD
from dragoman.reading.relating import belongings
from dragoman.reading.relating.belongings import Related
from dragoman.reading.relating.relations import Relation
from dragoman.reading.times import expressions
from dragoman.records import Span, Standing
from tests.unit.reading.made import a_mention, span, whole

TEXT = "In 2021 Mali sold Chad 12 jets, and in 2023 it sold Chad 9 boats."


def a_relation(trigger: str) -> Relation:
    sides = (a_mention(TEXT, "Mali", "MLI"),), (a_mention(TEXT, "Chad", "TCD"),)
    return Relation("arms", *sides, Standing.ASSERTED, None, span(TEXT, trigger), 0.5, np.zeros(256, np.float32))


def a_sentence(*relations: Relation) -> Related:
    return Related(whole(TEXT), UNREAD, expressions.find(TEXT), relations)


@pytest.fixture
def chances(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[float]]:
    """What the heads are to answer, by head: for each relation in turn, for each date or figure."""
    answers: dict[str, list[float]] = {}

    class Told:
        def belongs(self, relations: np.ndarray, spans: np.ndarray, head: str) -> np.ndarray:
            assert len(relations) == len(spans) == len(answers[head])
            return np.array(answers[head], np.float32)

    monkeypatch.setattr(belongings, "heads", Told)
    return answers


def test_what_is_likelier_than_not_belongs_the_likeliest_first(chances: dict[str, list[float]]) -> None:
    chances |= {"date": [0.6, 0.9], "figure": [0.9, 0.002]}
    ((belonging,),) = belongings.find_all([a_sentence(a_relation("sold"))])

    assert [time.span.text for time in belonging.times] == ["2023", "2021"]
    assert [figure.quantity.mention.text for figure in belonging.figures] == ["12 jets"]


def test_a_figure_goes_to_the_relation_that_it_most_belongs_to(chances: dict[str, list[float]]) -> None:
    chances |= {"date": [0.1] * 4, "figure": [0.3, 0.1, 0.2, 0.4]}
    ((first, second),) = belongings.find_all([a_sentence(a_relation("sold"), a_relation("jets"))])

    assert [figure.quantity.mention.text for figure in first.figures] == ["12 jets"]
    assert [figure.quantity.mention.text for figure in second.figures] == ["9 boats"]
    assert first.times == second.times == ()


def test_sentences_are_told_apart(chances: dict[str, list[float]]) -> None:
    chances |= {"date": [0.9, 0.1, 0.1, 0.9], "figure": [0.1] * 4}
    found = belongings.find_all([a_sentence(a_relation("sold")), a_sentence(), a_sentence(a_relation("sold"))])

    assert [[[time.span.text for time in one.times] for one in each] for each in found] == [[["2021"]], [], [["2023"]]]


def test_without_relations_nothing_is_asked() -> None:
    assert belongings.find_all([a_sentence()]) == [[]]
    assert belongings.find_all([]) == []


def test_the_real_heads_answer_in_the_order_asked() -> None:
    listed = [a_sentence(a_relation("sold")), a_sentence(a_relation("jets"))]

    together, alone = belongings.find_all(listed), [belongings.find_all([each])[0] for each in listed]
    assert together == alone


def test_spans_are_those_of_the_document() -> None:
    later = Span(100, 100 + len(TEXT), TEXT)
    each = Related(later, UNREAD, expressions.find(TEXT, 100), ())

    assert len(each.vectors([time.span for time in each.times])) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mali broke with Togo in 2021 and has sold Chad boats.", []),
        ("Mali broke with Togo in 2021 and sold Chad boats.", ["2021"]),
        ("Mali has been poor since 2021 and has sold Chad boats.", ["2021"]),
    ],
)
def test_what_has_come_since_a_time_is_not_of_it(chances: dict[str, list[float]], text: str, found: list[str]) -> None:
    chances |= {"date": [0.9], "figure": []}
    sides = (a_mention(text, "Mali", "MLI"),), (a_mention(text, "Chad", "TCD"),)
    sold = Relation("arms", *sides, Standing.ASSERTED, None, span(text, "sold"), 0.5, np.zeros(256, np.float32))
    ((belonging,),) = belongings.find_all([Related(whole(text), UNREAD, expressions.find(text), [sold])])

    assert [time.span.text for time in belonging.times] == found


def test_a_figure_of_a_clause_before_is_not_of_what_another_subject_does(chances: dict[str, list[float]]) -> None:
    text = "Mali bought 12 jets, while Chad sold Mali 9 boats."
    chances |= {"date": [], "figure": [0.9, 0.9]}
    sides = (a_mention(text, "Chad", "TCD"),), (a_mention(text, "Mali", "MLI"),)
    sold = Relation("arms", *sides, Standing.ASSERTED, None, span(text, "sold"), 0.5, np.zeros(256, np.float32))
    ((belonging,),) = belongings.find_all([Related(whole(text), UNREAD, expressions.find(text), [sold])])

    assert [figure.quantity.mention.text for figure in belonging.figures] == ["9 boats"]
