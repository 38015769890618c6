from __future__ import annotations

import pytest

from dragoman.cli import reference
from dragoman.cli.app import app


def test_the_page_is_up_to_date() -> None:
    assert reference.main(["--check"]) == 0


def test_every_command_has_its_help_on_the_page() -> None:
    names = [each.name or (each.callback.__name__ if each.callback else "") for each in app.registered_commands]
    assert names == list(reference.COMMANDS)
    for name in names:
        assert f"Usage: dragoman {name} " in reference.page()


def test_the_page_does_not_depend_on_the_width_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = reference.page()
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert reference.page() == wide
    assert max(len(line) for line in wide.split("```")[1].splitlines()) <= 100
