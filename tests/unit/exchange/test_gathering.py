from __future__ import annotations

from datetime import date

from dragoman.exchange.gathering import gathered, spelled
from dragoman.records import Interval, Standing
from tests.factories import an_article, an_entry
from tests.unit.exchange.exports import AGAIN, OIL, exported, some


def test_what_is_asserted_is_told_once_with_all_its_reports() -> None:
    found = {each.id: each for each in gathered(exported())}
    assert [*found] == ["o1:aid", "o1:oil", "o1:talks", "o1:visit"]
    oil = found["o1:oil"]
    assert (oil.kind, oil.label, oil.actor, oil.recipient) == ("tie", "energy", ("AZE",), ("ISR",))
    assert sorted(oil.said.quotes) == sorted([OIL, AGAIN])
    assert (len(oil.said.documents), oil.said.independent, oil.said.certainty) == (2, 2, 0.9)


def test_other_standings_are_told_if_they_were_asked_for() -> None:
    possible = [each for each in some() if each.statement.standing is Standing.POSSIBLE]
    assert gathered(exported(*possible)) == []
    (found,) = gathered(exported(*possible, standings=(Standing.POSSIBLE,)))
    assert (found.id, found.standing) == ("o1:foes", Standing.POSSIBLE)


def test_denials_are_counted_beside_what_is_asserted() -> None:
    document = an_article("Paper", "2024", "Peru aids Chile. Peru does not aid Chile.")
    yes = an_entry(document, "Peru aids Chile.", "aid", actor="PER", recipient="CHL", occurrence="o1:a")
    no = an_entry(
        document, "Peru does not aid Chile.", "aid", actor="PER", recipient="CHL", occurrence="o1:a", standing="denied"
    )
    (found,) = gathered(exported(yes, no))
    assert (len(found.said.statements), found.denials) == (1, 1)


def test_an_event_is_between_each_two_of_its_sides_and_a_mutual_tie_between_all() -> None:
    found = {each.id: each for each in gathered(exported(standings=tuple(Standing)))}
    assert [*found["o1:talks"].ends] == [("PER", "CHL"), ("PER", "CUB")]
    assert [*found["o1:friends"].ends] == [("KEN", "UGA")]
    assert [found[each].is_mutual for each in ("o1:talks", "o1:friends", "o1:visit", "o1:oil")] == [
        True,
        True,
        False,
        False,
    ]


def test_the_most_exact_days_of_an_event_are_told() -> None:
    document = an_article("Paper", "2024", "Peru hit Chile. Peru hit Chile then. Peru hit Chile before.")
    words = {"Peru hit Chile.": "2023", "Peru hit Chile then.": "2023-05", "Peru hit Chile before.": Interval()}
    reports = [
        an_entry(document, each, "ASSAULT", actor="PER", recipient="CHL", when=when, occurrence="o1:a")
        for each, when in words.items()
    ]
    (found,) = gathered(exported(*reports))
    assert found.spells == ((date(2023, 5, 1), date(2023, 5, 31)),)
    assert (found.sign, found.quad, found.score) == (-1, 4, -9.0)


def test_what_has_no_limit_is_open() -> None:
    day = date(2020, 1, 1)
    assert spelled([(date.min, day), (day, date.max), (date.min, date.max)]) == ((None, day), (day, None))


def test_what_is_superseded_is_of_nothing() -> None:
    document = an_article("Paper", "2024", "Peru aids Chile.")
    gone = an_entry(document, "Peru aids Chile.", "aid", actor="PER", recipient="CHL", superseded="2026-03-02")
    assert gathered(exported(gone)) == []
