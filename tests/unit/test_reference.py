from __future__ import annotations

import contextlib
import doctest
import shutil
from datetime import date
from pathlib import Path

import pytest

import dragoman
from dragoman import reference

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the example pile, to be copied."""
    path = tmp_path_factory.mktemp("demo") / "demo.ledger"
    with contextlib.chdir(EXAMPLES.parent), dragoman.open(path, create=True) as workspace:
        workspace.read(["examples"])
    return path


@pytest.fixture
def folder(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the examples are run: the pile and its ledger as `make demo` leaves them."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    shutil.copy(demo, tmp_path / "demo.ledger")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_is_up_to_date() -> None:
    assert reference.main(["--check"]) == 0


def test_every_public_function_and_nothing_else_has_an_example() -> None:
    assert set(reference.examples()) == set(reference.functions())
    assert [name for name, text in reference.examples().items() if ">>> " not in text] == []


def test_every_public_function_says_what_it_gives() -> None:
    assert [name for name, each in reference.functions().items() if not each.__doc__] == []
    assert [name for name, each in reference.functions().items() if "return" not in each.__annotations__] == []


@pytest.mark.parametrize("name", reference.examples())
def test_examples_give_what_they_say(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    if "polars" in reference.examples()[name]:
        pytest.importorskip("polars")
    names = {"dragoman": dragoman, "date": date, "workspace": dragoman.open("demo.ledger")}
    example = doctest.DocTestParser().get_doctest(reference.examples()[name], names, name, "docs/api.txt", 0)

    failed = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example).failed

    assert failed == 0, capsys.readouterr().out
