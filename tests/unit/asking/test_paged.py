from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.deriving.derive import derive
from dragoman.errors import InvalidValue
from dragoman.ledger import Filters, Ledger
from dragoman.records import Reading
from dragoman.settings import Settings
from dragoman.web.pages import accounts
from dragoman.workspace import Workspace
from tests.factories import READER, a_figure, an_article, an_entry
from tests.unit.web.made import OIL, a_client, courier, gazette, herald

RECORDED = "2024-01-01"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of which all is derived."""
    made = tmp_path / "small.ledger"
    with Ledger.open(made, create=True) as ledger, ledger.writer() as writer:
        for document, entries in (gazette(), courier(), herald()):
            writer.add(Reading(document, tuple(each.statement for each in entries), READER), recorded=RECORDED)
        derive(writer, recorded=RECORDED)
    return made


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    with Workspace.open(path, settings=Settings()) as opened:
        yield opened


def test_forecasts_are_counted_and_judged_by_a_day(workspace: Workspace) -> None:
    assert workspace.outlook().outcomes == {"open": 1}
    assert [each.speaker for each in workspace.outlook(outcome="open").forecasts] == ["The Gazette"]
    assert len(workspace.outlook(outcome="passed").forecasts) == 0


def test_figures_come_one_by_one_with_those_they_conflict_with(workspace: Workspace) -> None:
    found = workspace.measures("AZE", sort="-low")

    assert [each.report.quantity.low for each in found.figures] == [40.0, 20.0]
    assert all(each.against for each in found.figures)
    assert (found.types, found.kinds) == (("energy",), ("share",))


def test_of_two_figures_of_a_statement_that_in_conflict_is_found_where_it_is_kept(tmp_path: Path) -> None:
    both = "Of Israel's oil imports Azerbaijan supplies 40 percent, and with others 60 percent."
    one, other = an_article("The Gazette", "2023-07-01", both), an_article("The Courier", "2023-07-02", OIL)
    forty, sixty, same = (
        a_figure(document, f"{n} percent", n, n, of="oil imports", whose="ISR")
        for document, n in ((one, 40), (one, 60), (other, 40))
    )
    made = tmp_path / "figures.ledger"
    with Ledger.open(made, create=True) as ledger, ledger.writer() as writer:
        for entry in (an_entry(one, both, figures=[forty, sixty]), an_entry(other, OIL, figures=[same])):
            writer.add(Reading(entry.document, (entry.statement,), READER), recorded=RECORDED)
        derive(writer, recorded=RECORDED)
    with Workspace.open(made, settings=Settings()) as opened:
        figures = opened.measures("AZE", conflicts=True, sort="low").figures
        assert [(each.report.quantity.low, len(each.against)) for each in figures] == [(40.0, 1), (60.0, 1)]
        assert [each.report.entry.document.publisher for each in figures] == ["The Courier", "The Gazette"]


def test_what_is_not_known_cannot_be_sorted_by(workspace: Workspace) -> None:
    with pytest.raises(InvalidValue, match="Nothing can be sorted by 'colour'"):
        workspace.outlook(sort="colour")


def test_a_profile_tells_what_happened_who_says_so_and_what_is_disputed(workspace: Workspace) -> None:
    found = workspace.account_in_parts("Israel")

    assert [row.occurrence.type for row in found.happened] == ["CONSULT"]
    assert [each.standing.value for each in found.ahead] == ["predicted"]
    assert [type(each).__name__ for each in found.doubts] == ["Dispute", "FigureDispute"]
    assert ("The Gazette", "publishes", 4) in [(each.name, each.kind, each.statements) for each in found.voices]
    assert found.statements == workspace.statements_about("Israel") == 7


def test_counts_follow_when_a_statement_goes(workspace: Workspace) -> None:
    embassy = next(iter(workspace.statements(Filters(types=("diplomacy",), publisher="The Courier"))))

    workspace.decide(embassy.statement.id, "not stated", who="A", why="b")

    assert workspace.statements_about("Israel") == 6
    voices = workspace.account_in_parts("Israel").voices
    assert [each.kind for each in voices if each.name == "Haaretz"] == ["publisher"]


def test_the_first_of_many_statements_are_those_of_all(workspace: Workspace) -> None:
    filters = Filters(parties=("ISR",))

    assert workspace.first(filters, 3) == list(workspace.statements(filters))[:3]
    assert workspace.facets(filters, most=3).is_more
    assert sum(workspace.facets(filters).counts["standing"].values()) == 7


def test_a_party_that_is_spoken_of_much_is_shown_part_by_part(path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(accounts, "WHOLE", 3)

    page = a_client(path).get("/party/ISR?size=1").text

    assert "drawn part by part" in page
    assert "visited" in page
    assert "/dyad/AZE/ISR" in page
    assert len(a_client(path).get("/party/ISR.json").json()["tables"]["timeline"]) == 1
    assert "drawn part by part" in a_client(path).get("/dyad/AZE/ISR?size=1").text


def test_of_two_of_whom_much_is_said_the_page_tells_what_was_published_last(path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(accounts, "WHOLE", 2)

    page = a_client(path).get("/dyad/AZE/ISR").text

    assert "6 statements speak of both" in page
    assert "Told here are those published from" in page
    assert a_client(path).get("/dyad/AZE/ISR.json").json()["statements"] == 6


def test_a_brief_of_very_much_says_what_it_leaves_out(workspace: Workspace, monkeypatch: Any) -> None:
    monkeypatch.setattr("dragoman.brief.MOST", 2)

    found = workspace.brief("Azerbaijan", "Israel")

    assert found.summary.text.startswith("As of 2 August 2023. 6 statements speak of both Azerbaijan and Israel; ")
    assert re.search(r"told here, those published from .* 2023 to 2 August 2023 and the first", found.summary.text)
    assert "told here" not in workspace.brief("Azerbaijan", "Israel", in_full=True).summary.text


def test_what_changed_since_is_told_in_a_brief_of_very_much(workspace: Workspace, monkeypatch: Any) -> None:
    monkeypatch.setattr("dragoman.brief.MOST", 2)
    monkeypatch.setattr("dragoman.brief.mark.MOST", 2)
    mark = workspace.brief("Azerbaijan", "Israel").mark
    embassy = next(iter(workspace.statements(Filters(types=("diplomacy",), publisher="The Courier"))))
    workspace.decide(embassy.statement.id, "not stated", who="A", why="b")

    (since, *_) = workspace.brief("Azerbaijan", "Israel", since=mark).sections

    assert since.heading.startswith("What changed since")
    assert len(since.items) == 1
