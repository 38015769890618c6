"""A row of a table as the text of a document: each cell on a line of its own, after the name of its column."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.errors import InvalidValue
from dragoman.records import Span

_BETWEEN = ": "


class Sheet:
    """The cells of a row, by the names of their columns, in a text in which each has its place.

    `text` has a line `name: value` for each cell. Of columns with one name the first counts. Raises `InvalidValue` for
    a cell with a NUL character.
    """

    def __init__(self, cells: Iterable[tuple[str, str]]) -> None:
        self.cells: dict[str, str] = {}
        self._starts: dict[str, int] = {}
        lines: list[str] = []
        start = 0
        for name, value in cells:
            if name not in self.cells:
                self.cells[name] = value
                self._starts[name] = start + len(name) + len(_BETWEEN)
            lines.append(f"{name}{_BETWEEN}{value}")
            start += len(lines[-1]) + 1
        self.text = "\n".join(lines)
        if "\0" in self.text:
            raise InvalidValue("The row holds a NUL character, which no text can; take it out.")

    def __getitem__(self, name: str) -> str:
        """The value of a column, empty if the row has no such column."""
        return self.cells.get(name, "")

    @property
    def whole(self) -> Span:
        """The whole text."""
        return Span(0, len(self.text), self.text)

    def span(self, name: str, part: str | None = None) -> Span:
        """Where the value of a column stands, or some words of it; the whole text if there are none such."""
        value = self[name]
        at = value.find(part) if part is not None else 0
        if not value or at < 0 or part == "":
            return self.whole
        start = self._starts[name] + at
        return Span.of(self.text, start, start + len(value if part is None else part))


def cells(text: str) -> dict[str, str]:
    """The cells of a row from the text that `Sheet` made of it, if none of them holds a line end."""
    found: dict[str, str] = {}
    for line in text.split("\n"):
        name, _, value = line.partition(_BETWEEN)
        found.setdefault(name, value)
    return found
