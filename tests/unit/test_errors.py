from __future__ import annotations

import inspect
import re

import pytest

from dragoman import errors
from dragoman.errors import DragomanError, IntakeError, LedgerDamaged, UnknownName

CLASSES = dict(inspect.getmembers(errors, lambda each: inspect.isclass(each) and each.__module__ == errors.__name__))


def drawn() -> dict[str, str]:
    """The tree of the module's docstring: each class with the one above it."""
    found, above = {}, ["DragomanError"]
    for branch, name in re.findall(r"^((?:│   |    )*)[├└]── (\w+)", errors.__doc__ or "", re.MULTILINE):
        depth = len(branch) // 4 + 1
        above[depth:] = [name]
        found[name] = above[depth - 1]
    return found


def test_the_tree_of_the_docstring_is_the_tree() -> None:
    assert drawn() == {name: each.__base__.__name__ for name, each in CLASSES.items() if name != "DragomanError"}


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_every_error_is_of_the_family_and_public(name: str) -> None:
    assert issubclass(CLASSES[name], DragomanError)
    assert CLASSES[name].__doc__


@pytest.mark.parametrize("name", ["IntakeError", "UnreadableFile", "TooLarge", "MissingExtra"])
def test_an_error_of_intake_names_the_path_and_the_reason(name: str) -> None:
    error: IntakeError = CLASSES[name]("pile/a.pdf", "The file is empty.")

    assert str(error) == "pile/a.pdf: The file is empty."
    assert (error.path, error.reason) == ("pile/a.pdf", "The file is empty.")


def test_a_damaged_ledger_lists_the_findings() -> None:
    error = LedgerDamaged(["Row 1 is lost.", "Row 2 is lost."])

    assert error.findings == ("Row 1 is lost.", "Row 2 is lost.")
    assert str(error) == "Row 1 is lost.\nRow 2 is lost."


def test_an_unknown_name_says_what_was_got_and_what_is_near() -> None:
    error = UnknownName("Chadd", "state", ["Chad (TCD)", "China (CHN)"])

    assert str(error) == "No state is called 'Chadd'. Did you mean Chad (TCD), China (CHN)?"
    assert (error.name, error.near) == ("Chadd", ("Chad (TCD)", "China (CHN)"))


def test_an_unknown_name_with_nothing_near() -> None:
    assert str(UnknownName("Xyzzy", "channel")) == "No channel is called 'Xyzzy'."
