from __future__ import annotations

import pytest

from dragoman.codebook.rows import listed, rows, table


@pytest.mark.parametrize(
    ("cell", "values"),
    [("", ()), (" ; ", ()), ("Kabul", ("Kabul",)), ("Sucre; La Paz ;", ("Sucre", "La Paz")), ("a, b", ("a, b",))],
)
def test_values_of_a_cell(cell: str, values: tuple[str, ...]) -> None:
    assert listed(cell) == values


def test_rows_of_a_table_by_column() -> None:
    first = next(rows("people.csv"))

    assert list(first) == ["name", "aliases", "code", "sector", "role", "from", "to", "pronoun"]


def test_a_toml_table() -> None:
    assert table("contexts.toml")["gender"] == ["women", "gender", "girls", "sexual violence"]
