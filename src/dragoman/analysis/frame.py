"""Rows with named columns: what every answer can be turned into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib import import_module
from typing import Any, Final, Literal, Protocol

from dragoman.errors import InvalidValue, MissingExtra

Library = Literal["pandas", "polars"]
_LIBRARIES: Final[tuple[Library, ...]] = ("pandas", "polars")


@dataclass(frozen=True, slots=True)
class Frame:
    """A table: the names of its columns, and rows of as many values (text, numbers, days, truth or `None`)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]

    def __post_init__(self) -> None:
        uneven = next((row for row in self.rows if len(row) != len(self.columns)), None)
        if uneven is not None:
            raise InvalidValue(f"A row has {len(uneven)} values, not one for each of {', '.join(self.columns)}.")

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Mapping[str, object]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def to_frame(self, library: Library | None = None) -> Any:
        """The table as a data frame of pandas or polars, whichever is named or, of the two, installed first.

        Raises `MissingExtra` if it is not installed.
        """
        module = _module(library)
        return module.DataFrame({name: [row[place] for row in self.rows] for place, name in enumerate(self.columns)})

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(f"<tr>{''.join(f'<td>{_shown(value)}</td>' for value in row)}</tr>" for row in self.rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class Tabular(Protocol):
    """What can be seen as a table."""

    def table(self) -> Frame:
        """The answer as rows."""


class Shown:
    """What an answer with a table has beside it: a data frame, and its display in a notebook."""

    __slots__ = ()

    def to_frame(self: Tabular, library: Library | None = None) -> Any:
        """The answer as a data frame of pandas or polars; raises `MissingExtra` if neither is installed."""
        return self.table().to_frame(library)

    def _repr_html_(self: Tabular) -> str:
        return self.table()._repr_html_()


def _module(library: Library | None) -> Any:
    wanted: Sequence[Library] = _LIBRARIES if library is None else (library,)
    for name in wanted:
        try:
            return import_module(name)
        except ImportError:
            continue
    raise MissingExtra("A data frame", f"it needs {' or '.join(wanted)}; `pip install {wanted[0]}` brings it.")


def _shown(value: object) -> str:
    return "" if value is None else escape(str(value))
