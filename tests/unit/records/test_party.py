from __future__ import annotations

import pytest

from dragoman.records import Party, Span


@pytest.mark.parametrize(
    ("code", "name", "key"),
    [
        ("NPL", "Nepal", "NPL"),
        ("NATO", "NATO", "NATO"),
        (None, "Rosa Quispe", "rosa quispe"),
        (None, "STRASSE", "strasse"),
    ],
)
def test_parties_are_told_apart_by_code_or_by_name(code: str | None, name: str, key: str) -> None:
    assert Party(code, name, Span(0, len(name), name)).key == key
