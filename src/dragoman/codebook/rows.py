"""Rows of the codebook's tables."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV table of the codebook; lines that begin with `#` say where it is from."""
    text = files(__package__).joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


@cache
def table(name: str) -> Mapping[str, Any]:
    """A TOML table of the codebook, read once; nobody changes it."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, joined by semicolons."""
    return tuple(value.strip() for value in cell.split(";") if value.strip())
