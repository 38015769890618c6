from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.functional.piles import DENIAL, OIL
from tests.functional.shell import dragoman


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger that read one document on a day, and another two days later."""
    folder = tmp_path_factory.mktemp("grown")
    for day, name, text in ((1, "oil.txt", OIL), (3, "denial.txt", DENIAL)):
        (folder / name).write_text(text, encoding="utf-8")
        epoch = str(1_714_521_600 + (day - 1) * 86_400)
        answer = dragoman("read", folder / name, "--into", folder / "ledger", SOURCE_DATE_EPOCH=epoch)
        assert answer.code == 0, answer.err
    return folder / "ledger"


def test_what_was_known_then(grown: Path) -> None:
    then = dragoman("statements", grown, "--known", "2024-05-02", "--format", "json").out.splitlines()
    now = dragoman("statements", grown, "--format", "json").out.splitlines()

    assert 0 < len(then) < len(now)
    assert all(json.loads(line)["occurrence"] for line in then)
    assert dragoman("search", grown, "Herald", "--known", "2024-05-02").out == ""


def test_what_was_learnt_in_between(grown: Path) -> None:
    answer = dragoman("diff", grown, "--from", "2024-05-02")
    assert answer.code == 0
    assert any("New, denied: that Iran attacked Azerbaijan" in line for line in answer.out.splitlines())
    assert "supplies energy" not in answer.out
    changes = list(
        map(json.loads, dragoman("diff", grown, "--from", "2024-05-02", "--format", "json").out.splitlines())
    )
    assert {change["kind"] for change in changes} == {"new"}


def test_between_two_days_without_reading_nothing_changed(grown: Path) -> None:
    answer = dragoman("diff", grown, "--from", "2024-05-01", "--to", "2024-05-02")
    assert (answer.code, answer.out) == (0, "")
    assert "Nothing changed" in answer.err


def test_the_brief_of_then(grown: Path) -> None:
    assert "Nothing was found" in dragoman("brief", grown, "Iran", "Azerbaijan", "--known", "2024-05-02").out
    assert "Nothing was found" not in dragoman("brief", grown, "Iran", "Azerbaijan").out


def test_a_day_that_is_none(grown: Path) -> None:
    answer = dragoman("statements", grown, "--known", "yesterday")
    assert answer.code == 1
    assert "yesterday" in answer.err
