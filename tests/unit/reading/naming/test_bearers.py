from __future__ import annotations

import pytest

from dragoman.reading.naming.bearers import bare, surname


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mohammed bin Salman", "Salman"),
        ("Bashar al-Assad", "Assad"),
        ("Abdel Fattah el-Sisi", "Sisi"),
        ("Pelé", "Pelé"),
        ("Han Duck-soo", "Han"),
        ("Ferdinand Marcos Jr.", "Marcos"),
        ("Felipe VI", "Felipe"),
        ("Jean-Pierre Raffarin", "Raffarin"),
        ("VI", "VI"),
        ("", ""),
    ],
)
def test_surnames(name: str, expected: str) -> None:
    assert surname(name) == expected


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        ("Wang Yi", "CHN", "Wang"),
        ("Kim Jong Un", "PRK", "Kim"),
        ("Wang Yi", "AUS", "Yi"),
        ("Suharto", "IDN", "Suharto"),
    ],
)
def test_surnames_that_come_first_where_they_do(name: str, code: str, expected: str) -> None:
    assert surname(name, code) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("Erdoğan", "Erdogan"), ("Yıldırım", "Yildirim"), ("Sánchez", "Sanchez")]
)
def test_names_without_diacritics(name: str, expected: str) -> None:
    assert bare(name) == expected
