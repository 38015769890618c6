from __future__ import annotations

from dragoman.analysis import Dispute, FigureDispute
from dragoman.analysis.survey import survey
from tests.factories import a_figure, an_article, an_entry

FIRST = an_article("The Gazette", "2023-07-01", "Azerbaijan supplies 40 percent of Israel's oil imports.")
SECOND = an_article("The Courier", "2023-08-01", "Azerbaijan supplies 20 percent of Israel's oil imports.")


def test_a_survey_tells_the_disputes_and_what_stands_alone() -> None:
    entries = [
        an_entry(document, document.text, figures=[a_figure(document, words, low, low, of="oil imports", whose="ISR")],
                 occurrence="o1:1", origins=origins)
        for document, words, low, origins in ((FIRST, "40 percent", 40, 2), (SECOND, "20 percent", 20, 2))
    ]  # fmt: skip
    denial = an_entry(SECOND, SECOND.text, "diplomacy", standing="denied", occurrence="o1:2", origins=1)
    alone = an_entry(FIRST, FIRST.text, "diplomacy", occurrence="o1:2", origins=1)

    found = survey([*entries, denial, alone])

    denied, figures = found.doubts
    assert isinstance(denied, Dispute)
    assert denied.occurrence.id == "o1:2"
    assert isinstance(figures, FigureDispute)
    assert len(figures.reports) == 2
    assert [each.id for each in found.single] == ["o1:2"]


def test_what_most_repeat_stands_first_among_what_has_one_origin() -> None:
    once = an_entry(FIRST, FIRST.text, "diplomacy", occurrence="o1:1", origins=1)
    twice = [an_entry(each, each.text, occurrence="o1:2", origins=1) for each in (FIRST, SECOND)]

    assert [each.id for each in survey([once, *twice]).single] == ["o1:2", "o1:1"]


def test_a_notebook_shows_what_is_disputed_and_what_stands_alone() -> None:
    denial = an_entry(SECOND, SECOND.text, "diplomacy", standing="denied", occurrence="o1:2", origins=1)
    alone = an_entry(FIRST, FIRST.text, "diplomacy", occurrence="o1:2", origins=1)

    found = survey([denial, alone])

    assert repr(found) == "<Survey: 1 disputed, 1 on one origin>"
    (row,) = found.frames["disputes"]
    assert (row["for"], row["against"]) == (alone.statement.id, denial.statement.id)
    assert f"<td>{alone.statement.id}</td>" in found._repr_html_()
