from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dragoman.exchange.tabular import parquet
from dragoman.exchange.tabular.parquet import file_of
from dragoman.workspace import Workspace

COLUMNS = {"text": "text", "date": "day", "publisher": "text", "title": "text", "shares": "number"}
NOTHING = {"date": None, "publisher": None, "title": None, "shares": None}
ROWS = [
    {
        "text": "Iran condemned Israel.",
        "date": date(2024, 5, 30),
        "publisher": "The Courier",
        "title": "A",
        "shares": 2.0,
    },
    {"text": "Kenya signed a treaty with Uganda on 3 May 2024.", **NOTHING},
    {"text": "", **NOTHING},
]


def test_rows_of_a_table_are_documents(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    path = tmp_path / "pile" / "news.parquet"
    path.write_bytes(file_of(ROWS, COLUMNS))
    with Workspace.open(tmp_path / "l", create=True) as workspace:
        report = workspace.read([tmp_path / "pile"], workers=2)
        found = {each.path: workspace.document(each.id) for each in workspace.documents()}
        again = workspace.read([tmp_path / "pile"])

    assert report.read == (f"{path}#1", f"{path}#2")
    assert [failure.path for failure in report.failures] == [f"{path}#3"]
    assert found[f"{path}#1"].publisher == "The Courier"
    assert found[f"{path}#1"].published is not None
    assert found[f"{path}#1"].published.iso() == "2024-05-30"
    assert found[f"{path}#2"].text == ROWS[1]["text"]
    assert (again.read, len(again.unchanged)) == ((), 3)


@pytest.mark.parametrize("content", [b"", b"PAR1 and then nothing of the kind"])
def test_a_table_that_is_none_is_a_failure(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "news.parquet"
    path.write_bytes(content)
    with Workspace.open(tmp_path / "l", create=True) as workspace:
        (failure,) = workspace.read([path]).failures

    assert failure.path == str(path)
    assert "cannot be read as Parquet" in failure.reason


def test_rows_that_unpack_to_much_more_than_they_take_are_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news.parquet"
    path.write_bytes(file_of([{**ROWS[0], "text": "Iran " * 400_000}], COLUMNS))
    monkeypatch.setattr(parquet, "_UNPACKED", 1_000_000)
    with Workspace.open(tmp_path / "l", create=True) as workspace:
        (failure,) = workspace.read([path]).failures

    assert failure.path == f"{path}#1"
    assert "200 times their packed size" in failure.reason


def test_a_text_that_many_rows_share_is_held_once(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    path.write_bytes(file_of([{**ROWS[0], "text": "Iran met Israel. " * 1_000}] * 500, COLUMNS))

    assert parquet.row_at(path, 499)["text"] == "Iran met Israel. " * 1_000
    assert parquet._group(path, path.stat().st_mtime_ns, 0).nbytes < 100_000
