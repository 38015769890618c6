"""The notebook keeps its outputs, so that it can be read without being run; that they are true is tested here."""

from __future__ import annotations

import json
import tempfile
from typing import Any

import pytest
from benchmarks import tutorial


def told(source: str) -> list[dict[str, Any]]:
    return list(tutorial.outputs(source, 1, {}))


def test_the_notebook_runs_and_its_outputs_are_up_to_date() -> None:
    pytest.importorskip("pandas")
    assert tutorial.main(["--check"]) == 0


def test_no_output_depends_on_the_machine() -> None:
    cells = json.loads(tutorial.NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    outputs = json.dumps([cell.get("outputs") for cell in cells])
    assert [
        place for place in (str(tutorial.NOTEBOOK.parents[1]), tempfile.gettempdir(), " at 0x") if place in outputs
    ] == []


def test_a_cell_gives_what_it_prints_and_its_last_value() -> None:
    printed, value = told("print('a')\n1 + 1")
    assert (printed["text"], value["data"]) == (["a\n"], {"text/plain": ["2"]})


def test_a_cell_that_ends_in_a_statement_gives_nothing() -> None:
    assert told("x = 1") == []


def test_a_table_is_shown_as_one() -> None:
    (value,) = told("import dragoman\ndragoman.Frame(('a',), ((1,),))")
    assert value["data"]["text/html"][0].startswith("<table>")


def test_what_a_cell_raises_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        told("1 / 0")
