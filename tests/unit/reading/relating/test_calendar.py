from __future__ import annotations

import numpy as np
import pytest

from dragoman.reading.relating.calendar import Calendar
from dragoman.reading.relating.relations import Relation
from dragoman.reading.sentences import sentences
from dragoman.reading.times import expressions
from dragoman.records import Document, Interval, Standing
from dragoman.records.dates import from_iso
from tests.unit.reading.made import a_mention, span


def last_of(
    text: str, *, standing: Standing = Standing.ASSERTED, type_: str = "ACCUSE", own: bool = False, word: str = ""
) -> Interval:
    """When it occurred what the last sentence of a text tells of Peru and Chile; `own` if the times that it names are
    taken to be of that, `word` that which tells it.
    """
    document = Document(text, published=from_iso("2024-05-10"))
    calendar = Calendar(document)
    for each in sentences(text):
        calendar.turn(each, expressions.find(each.span.text, each.span.start))
    sides = (a_mention(text, "Peru", "PER"),), (a_mention(text, "Chile", "CHL"),)
    trigger = span(text, word) if word else each.span
    relation = Relation(type_, *sides, standing, None, trigger, 0.9, np.zeros(2, np.float32))
    times = expressions.find(each.span.text, each.span.start) if own else ()
    return calendar.occurred(relation, times, ())


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("12 March 2023: Peru slept. Peru sued Chile.", "2023-03-12"),
        ("- May 2022 – Peru slept. Peru sued Chile.", "2022-05"),
        ("In 2019: Peru slept. Peru sued Chile.", "2019"),
        ("12 March 2023: Peru slept.\nPeru sued Chile.", "../2024-05-10"),
        ("On 12 March 2023 Peru slept. Peru sued Chile.", "../2024-05-10"),
    ],
)
def test_a_paragraph_of_a_chronology_is_of_the_time_that_heads_it(text: str, when: str) -> None:
    assert last_of(text).iso() == when


def test_what_heads_a_paragraph_tells_nothing_of_what_stands_or_is_ahead() -> None:
    text = "12 March 2023: Peru slept. Peru may sue Chile."
    assert last_of(text, standing=Standing.POSSIBLE).iso() is None
    assert last_of(text, type_="energy").iso() is None


def test_a_time_that_opens_a_sentence_holds_for_all_of_it() -> None:
    assert last_of("In March 2023 Peru sued Chile.").iso() == "2023-03"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("In January Peru said it would sue Chile.", "2024-05-10/.."),
        ("In September Peru will sue Chile.", "2024-09"),
        ("In September Peru would sue Chile, it said.", "2024-09"),
    ],
)
def test_a_time_of_the_telling_of_a_plan_is_not_the_plan_s(text: str, when: str) -> None:
    assert last_of(text, standing=Standing.PLANNED).iso() == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Peru had pledged a loan to Chile in December.", "2024-05-10/.."),
        ("Peru had pledged to lend Chile money in December.", "2024-12"),
        ("Peru had said it would sue Chile in December.", "2024-12"),
        ("Peru agreed on Monday to pay Chile.", "2024-05-10/.."),
        ("Peru pledged in March to pay Chile.", "2024-05-10/.."),
        ("Peru agreed to pay Chile on Monday.", "2024-05-13"),
        ("Peru will lend Chile money in December.", "2024-12"),
    ],
)
def test_nor_is_one_behind_a_promise_that_had_been_made(text: str, when: str) -> None:
    assert last_of(text, standing=Standing.PLANNED, own=True).iso() == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("By Thursday the envoy is to leave Chile, Peru ordered.", "../2024-05-10"),
        ("By Thursday Peru had sued Chile.", "../2024-05-09"),
        ("Peru has invited Chile to Lima on 20 May.", "../2024-05-10"),
        ("Peru has invited Chile to Lima in mid-June.", "../2024-05-10"),
        ("Peru invited Chile to Lima on 20 April.", "2024-04-20"),
        ("Peru invited Chile to Lima on 20 September.", "2023-09-20"),
        ("Peru invited Chile to Lima on 20 May last year.", "2023-05-20"),
    ],
)
def test_a_day_to_come_is_not_when_it_was_set(text: str, when: str) -> None:
    assert last_of(text, own=True).iso() == when


def test_the_day_of_a_date_line_is_when_it_was_told() -> None:
    assert last_of("12 March 2023, Nairobi - Peru sued Chile.").iso() == "../2024-05-10"
    assert last_of("12 March 2023, Nairobi: Peru sued Chile.").iso() == "2023-03-12"


def test_the_same_month_is_not_one_told_before_one_that_is_not_known() -> None:
    document = Document("Peru slept in June 2011. Peru met Chile in April. The same month Peru sued Chile.")
    calendar = Calendar(document)
    for each in sentences(document.text):
        calendar.turn(each, expressions.find(each.span.text, each.span.start))
    (time,) = expressions.find(each.span.text, each.span.start)

    assert calendar._resolved(time, future=False) is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Peru will not sue Chile before 2030.", "2024-05-10/2030-01-01"),
        ("Peru will not sue Chile before March.", "2024-05-10/2025-03-01"),
        ("Peru is unlikely to sue Chile by 2028.", "2024-05-10/2028-12-31"),
        ("Peru is not expected to sue Chile in December.", "2024-12"),
        ("Peru did not sue Chile before March.", "../2024-03-01"),
    ],
)
def test_what_will_not_come_does_not_from_now_on(text: str, when: str) -> None:
    assert last_of(text, standing=Standing.DENIED, own=True, word="sue").iso() == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Peru will not pay Chile before 2030.", "../2024-05-10"),
        ("Peru will not pay Chile in December.", "../2024-05-10"),
        ("Peru will not pay Chile, it said in March.", "2024-03"),
    ],
)
def test_the_time_of_what_is_refused_is_not_that_of_the_refusal(text: str, when: str) -> None:
    assert last_of(text, type_="REJECT", own=True, word="will").iso() == when


@pytest.mark.parametrize(
    ("text", "word", "when"),
    [
        ("Peru pledged Chile aid for 2026.", "pledged", "../2024-05-10"),
        ("Peru has invited Chile to a summit in March 2026.", "invited", "../2024-05-10"),
        ("Peru offered Chile aid until 2030.", "offered", "../2024-05-10"),
        ("Peru invited Chile in March 2022.", "invited", "2022-03"),
        ("Aid of Peru to Chile will be increased in 2026.", "increased", "2026"),
    ],
)
def test_what_happened_did_not_at_a_time_to_come(text: str, word: str, when: str) -> None:
    assert last_of(text, own=True, word=word).iso() == when


def test_what_came_when_something_began_did_so_then() -> None:
    text = "Chile has been at odds with it since 2014, when Peru sued Chile."
    assert last_of(text, own=True, word="sued").iso() == "2014"
    assert last_of(text, own=True, word="odds").iso() == "2014-01-01/.."


def test_a_line_with_a_date_heads_what_stands_under_it() -> None:
    text = "5 May 2022\nFiji slept.\n\n12 March 2023\nIn 2019 Peru slept. Peru sued Chile."

    assert last_of(text).iso() == "2023-03-12"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("On Monday, Peru said it had sued Chile.", "../2024-05-10"),
        ("Peru said on Monday that it had quietly sued Chile.", "../2024-05-10"),
        ("On Monday, Peru sued Chile, Fiji said.", "2024-05-06"),
        ("On Monday, Peru said it sued Chile.", "2024-05-06"),
        ("On Monday, Peru, which had paid, sued Chile.", "2024-05-06"),
    ],
)
def test_the_time_at_which_it_was_said_is_not_when_it_had_been_done(text: str, when: str) -> None:
    assert last_of(text, own=True, word="sued").iso() == when
