from __future__ import annotations

from dragoman.codebook.accents import unaccented


def test_letters_lose_what_stands_above_and_below_them() -> None:
    assert unaccented("São Tomé, Łódź, Şırnak") == "Sao Tome, Łodz, Sırnak"
    assert unaccented("Peru") == "Peru"
