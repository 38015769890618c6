from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman import Filters, Workspace
from dragoman.cli.wanted import Wanted
from dragoman.errors import InvalidValue, UnknownName
from dragoman.records import Standing


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.open(tmp_path / "l", create=True)


def test_nothing_wanted_is_no_condition(workspace: Workspace) -> None:
    assert Wanted().filters(workspace) == Filters()


def test_names_dates_and_types_become_values(workspace: Workspace) -> None:
    wanted = Wanted(
        party=["Baku", "isr"],
        actor="az",
        type=["consult", "ENERGY"],
        standing=["Denied"],
        since="2023",
        until="2023-05",
    )
    assert wanted.filters(workspace) == Filters(
        parties=("AZE", "ISR"),
        actor="AZE",
        types=("CONSULT", "energy"),
        standings=(Standing.DENIED,),
        since=date(2023, 1, 1),
        until=date(2023, 5, 31),
    )


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        (Wanted(party=["Azerbaijn"]), UnknownName),
        (Wanted(type=["quarrel"]), InvalidValue),
        (Wanted(standing=["sure"]), InvalidValue),
        (Wanted(since="soon"), InvalidValue),
    ],
)
def test_what_is_not_known_is_refused(workspace: Workspace, wanted: Wanted, error: type[Exception]) -> None:
    with pytest.raises(error):
        wanted.filters(workspace)


def test_a_list_in_one_option_is_told_how_to_be_given(workspace: Workspace) -> None:
    for wanted in (Wanted(standing=["denied,planned"]), Wanted(type=["energy,arms"])):
        with pytest.raises(InvalidValue, match="once for each"):
            wanted.filters(workspace)
