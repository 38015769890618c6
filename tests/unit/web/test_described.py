from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from dragoman.web.asked import Asked
from dragoman.web.described import Described, described
from dragoman.web.desk import Desk
from dragoman.web.page import Page
from dragoman.web.parameters import Kind, text
from dragoman.web.routes import PAGES
from dragoman.web.visit import Visit
from dragoman.workspace import Workspace
from tests.unit.web.made import gazette

#: What a page needs to be there at all.
PLACES = {"code": "AZE", "one": "AZE", "other": "ISR"}
NEEDED = {
    "/publisher": [("name", "The Gazette")],
    "/retract": [("scope", "publisher"), ("name", "The Gazette")],
}
IDS = {"/claim/{id}": gazette()[1][0].statement.id, "/document/{id}": gazette()[0].id}


class Noting(Asked):
    """What an address asks for, with a note of what is read of it."""

    def __init__(self, query: list[tuple[str, str]], path: dict[str, str], page: Described) -> None:
        super().__init__(query, path, page.parameters)
        self.read: set[str] = set()

    def _check(self, name: str, kind: Kind, choices: Sequence[str]) -> None:
        super()._check(name, kind, choices)
        self.read.add(name)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_reads_the_parameters_and_gives_the_tables_that_it_is_described_with(small: Path, address: str) -> None:
    page = PAGES[address]
    assert isinstance(page, Described), f"Describe what makes {address}, as the other pages are."
    path = {**PLACES, "id": IDS.get(address, "")}
    asked = Noting(NEEDED.get(address, []), path, page)
    with Workspace.open(small) as workspace:
        made = page(Visit(workspace, asked, Desk.of(small, 8765), "json"))

    assert page.title is None or page.title(asked) == made.title
    assert asked.read == {each.name for each in page.parameters if each.kind != "place"}
    assert {each.name for each in page.parameters if each.kind == "place"} == {
        name for name in path if f"{{{name}}}" in address
    }
    assert {name: tuple(frame.columns) for name, frame in made.tables.items()} == {
        name: tuple(columns) for name, columns in page.tables.items()
    }


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_told_of_in_a_sentence(address: str) -> None:
    page = PAGES[address]

    assert isinstance(page, Described)
    assert page.about.endswith(".")
    assert all(each.about.endswith(".") for each in page.parameters)


def test_what_makes_a_page_still_does() -> None:
    @described(text("q", "The words."), tables={})
    def made(_: Visit) -> Page:
        """A page."""
        return Page("search.html", "Made", {})

    assert made.about == "A page."
    assert [each.name for each in made.parameters] == ["q"]
