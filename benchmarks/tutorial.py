"""Put real output into docs/tutorial.ipynb: `python -m benchmarks.tutorial`; `--check` says if it is out of date.

The cells are run in order, in one namespace and in the notebook's folder, as Jupyter would. A kernel of Jupyter's would
bring some thirty packages, for nothing that is shown here: no cell uses its commands.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

NOTEBOOK = Path(__file__).parents[1] / "docs" / "tutorial.ipynb"

Cell = dict[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Write the outputs, or with `--check` say whether they are up to date; returns the exit code."""
    stored = NOTEBOOK.read_text(encoding="utf-8")
    fresh = written(json.loads(stored))
    if list(arguments) != ["--check"]:
        NOTEBOOK.write_text(fresh, encoding="utf-8", newline="\n")
        return 0
    if fresh == stored:
        return 0
    print(f"{NOTEBOOK.name} is out of date; run `python -m benchmarks.tutorial`.", file=sys.stderr)
    return 1


def written(notebook: dict[str, Any]) -> str:
    """The notebook with the outputs of its cells; raises what a cell raises."""
    names: dict[str, Any] = {"__name__": "__main__"}
    with contextlib.chdir(NOTEBOOK.parent), _environment():
        code = (cell for cell in notebook["cells"] if cell["cell_type"] == "code")
        for number, cell in enumerate(code, start=1):
            cell["execution_count"] = number
            cell["outputs"] = list(outputs("".join(cell["source"]), number, names))
    return json.dumps(notebook, indent=1, ensure_ascii=False) + "\n"


def outputs(source: str, number: int, names: dict[str, Any]) -> Iterator[Cell]:
    """What a cell prints, then the value of its last line if that is an expression, as Jupyter stores them."""
    tree = ast.parse(source)
    last = tree.body[-1] if tree.body else None
    asked = ast.Expression(last.value) if isinstance(last, ast.Expr) else None
    del tree.body[len(tree.body) - (asked is not None) :]
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, f"cell {number}", "exec"), names)
        value = eval(compile(asked, f"cell {number}", "eval"), names) if asked is not None else None
    if printed.getvalue():
        yield {"name": "stdout", "output_type": "stream", "text": printed.getvalue().splitlines(keepends=True)}
    if value is not None:
        yield {"data": shown(value), "execution_count": number, "metadata": {}, "output_type": "execute_result"}


def shown(value: object) -> dict[str, list[str]]:
    """A value as a page shows it: as HTML if it can be, else as text."""
    as_html = getattr(value, "_repr_html_", None)
    kind, text = ("text/html", as_html()) if as_html is not None else ("text/plain", repr(value))
    return {kind: text.splitlines(keepends=True)}


@contextlib.contextmanager
def _environment() -> Iterator[None]:
    """What cells say of the time is forgotten afterwards."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        yield
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH", None)
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
