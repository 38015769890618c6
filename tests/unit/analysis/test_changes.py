from __future__ import annotations

from dragoman.analysis import Change, changes
from dragoman.brief import differences
from dragoman.records import Entry
from tests.factories import a_figure, an_article, an_entry

OIL = "Azerbaijan supplies 40 percent of the oil imports of Israel."


def _says(publisher: str, **more: object) -> Entry:
    document = an_article(publisher, "2023-05-01", OIL)
    figures = [a_figure(document, "40 percent", more.pop("low"), None)] if "low" in more else []  # type: ignore[arg-type]
    content = {"occurrence": "o1:oil", "origins": 1, "figures": figures, **more}
    return an_entry(document, OIL, **content)


def _told(before: list[Entry], after: list[Entry]) -> list[str]:
    return [sentence for _, sentence in differences(changes(before, after))]


MAARIV, HAARETZ = _says("Maariv"), _says("Haaretz")


def test_nothing_changed() -> None:
    assert changes([MAARIV], [MAARIV]) == ()
    assert changes([], []) == ()


def test_what_is_new() -> None:
    assert _told([], [MAARIV]) == ["New: Azerbaijan supplies energy to Israel (1 report)."]


def test_what_is_gone() -> None:
    assert _told([MAARIV], []) == ["No longer reported: Azerbaijan supplies energy to Israel (before: 1 report)."]


def test_another_standing_of_what_was_known() -> None:
    denied, planned = _says("Trend", standing="denied"), _says("Trend", standing="planned")
    assert _told([MAARIV], [MAARIV, denied]) == [
        "Now also, denied: that Azerbaijan supplies energy to Israel (1 report)."
    ]
    assert _told([MAARIV], [MAARIV, planned]) == [
        "Now also, planned: Azerbaijan to supply energy to Israel (1 report)."
    ]


def test_more_support_and_less() -> None:
    two = [_says("Maariv", origins=2), _says("Haaretz", origins=2)]
    (more,) = changes([MAARIV], two)
    assert (more.kind, more.origins_before, more.origins_after) == ("more", 1, 2)
    (less,) = changes(two, [MAARIV])
    assert less.kind == "less"
    assert _told([MAARIV], two) == [
        "More support: Azerbaijan supplies energy to Israel "
        "(2 reports in 2 documents, 2 independent origins; before: 1 report)."
    ]


def test_a_figure_that_nobody_gave_before() -> None:
    found = changes([_says("Maariv", low=40.0)], [_says("Maariv", low=40.0), _says("Haaretz", low=30.0)])
    figures = [change for change in found if change.kind == "figure"]
    assert [change.quantity.low for change in figures if change.quantity] == [30.0]
    assert _told([_says("Maariv", low=40.0)], [_says("Maariv", low=40.0), _says("Globes", low=40.0)])[1:] == []


def test_reports_that_came_together_under_another_id_are_no_news() -> None:
    renamed = _says("Maariv", occurrence="o1:other")
    assert changes([MAARIV], [renamed]) == ()


def test_two_events_that_turn_out_to_be_one() -> None:
    apart = [_says("Maariv", occurrence="o1:a"), _says("Haaretz", occurrence="o1:b")]
    together = [_says("Maariv", occurrence="o1:c"), _says("Haaretz", occurrence="o1:c")]
    found: tuple[Change, ...] = changes(apart, together)
    assert found == ()
