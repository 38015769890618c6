"""Small pieces, measured."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

FILES = [path for folder in ("src", "training", "benchmarks") for path in sorted(Path(folder).rglob("*.py"))]


def functions() -> list[tuple[str, int]]:
    """Every function with its place and its length in lines, signature and docstring included."""
    return [
        (f"{path}:{node.name}", node.end_lineno - node.lineno + 1)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno is not None
    ]


def test_no_file_is_long() -> None:
    lengths = {str(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}

    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}


def test_no_function_is_long() -> None:
    assert [(name, lines) for name, lines in functions() if lines > 60] == []


def test_half_of_the_functions_are_short() -> None:
    assert statistics.median(lines for _, lines in functions()) < 10


def test_no_file_is_named_for_nothing() -> None:
    assert [path for path in FILES if path.stem in ("utils", "util", "helpers", "common", "misc")] == []
