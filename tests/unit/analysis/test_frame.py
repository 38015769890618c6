from __future__ import annotations

import pytest

from dragoman.analysis import Frame, network
from dragoman.errors import InvalidValue, MissingExtra
from tests.unit.analysis.nets import entries


def test_rows_are_as_long_as_there_are_columns() -> None:
    with pytest.raises(InvalidValue, match="2 values"):
        Frame(("a",), ((1, 2),))


def test_a_frame_of_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    frame = network(entries("AZE -> ISR energy")).to_frame("pandas")
    assert isinstance(frame, pandas.DataFrame)
    assert frame["giver"].tolist() == ["AZE"]


def test_a_library_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "polars", None)
    with pytest.raises(MissingExtra, match="pip install polars"):
        Frame(("a",), ()).to_frame("polars")


def test_a_notebook_shows_texts_as_texts() -> None:
    assert "&lt;b&gt;" in Frame(("a",), (("<b>",),))._repr_html_()
