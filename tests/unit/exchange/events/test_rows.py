from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest

from dragoman.errors import InvalidValue
from dragoman.exchange.events.rows import Line, delimited, files
from dragoman.exchange.events.sheet import Sheet, cells
from dragoman.records import Failure
from tests import rows


def all_lines(path: Path) -> list[Line]:
    found: list[Line] = []
    for each in files(str(path)):
        assert not isinstance(each, Failure), each
        found += each
    return found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1"])
def test_a_file_is_read_in_either_encoding(tmp_path: Path, encoding: str) -> None:
    path = rows.put(tmp_path / "a.txt", "Zürich\tb\nc\td", encoding)

    assert [line.text for line in all_lines(path)] == ["Zürich\tb", "c\td"]
    assert all_lines(path)[1].place == f"{path}#2"


def test_line_ends_of_windows_are_no_part_of_a_cell_and_lone_returns_are(tmp_path: Path) -> None:
    assert [line.text for line in all_lines(rows.put(tmp_path / "a.txt", "a\r\nb\r\n"))] == ["a", "b"]
    assert [line.text for line in all_lines(rows.put(tmp_path / "b.txt", "a\nb\r\n"))] == ["a", "b\r"]


def test_what_is_packed_is_unpacked_by_its_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.txt", "a\n")
        archive.writestr("folder/two.txt", "b\n")
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"c\n"))

    assert [line.place for line in all_lines(tmp_path / "a.zip")] == [
        f"{tmp_path}/a.zip!one.txt#1",
        f"{tmp_path}/a.zip!folder/two.txt#1",
    ]
    assert [line.text for line in all_lines(tmp_path / "a.txt.gz")] == ["c"]


def test_what_cannot_be_read_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no archive")
    for name in ("a.zip", "missing.txt"):
        (failure,) = files(str(tmp_path / name))
        assert isinstance(failure, Failure)


def test_what_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    whole = gzip.compress("".join(f"line {number * 7919 % 1000003}\n" for number in range(20_000)).encode())
    (tmp_path / "a.gz").write_bytes(whole[: len(whole) // 2])
    opened = files(str(tmp_path / "a.gz"))
    lines = next(opened)
    assert not isinstance(lines, Failure)
    assert next(lines).text == "line 0"
    with pytest.raises(InvalidValue, match="breaks off"):
        list(lines)


def test_cells_in_quotation_marks_may_hold_line_ends() -> None:
    found = list(delimited(rows.lines('a;b\n"x\ny";z\nlast;one')))

    assert [(line.number, row) for line, row in found] == [(1, ["a", "b"]), (2, ["x\ny", "z"]), (4, ["last", "one"])]


def test_cells_have_their_places_in_the_text() -> None:
    sheet = Sheet([("City", "Baku"), ("Actor", "Israel; Azerbaijan"), ("City", "Ganja"), ("Empty", "")])

    assert sheet.text == "City: Baku\nActor: Israel; Azerbaijan\nCity: Ganja\nEmpty: "
    for name, part, words in (
        ("City", None, "Baku"),
        ("Actor", "Azerbaijan", "Azerbaijan"),
        ("Empty", None, sheet.text),
    ):
        span = sheet.span(name, part)
        assert sheet.text[span.start : span.end] == span.text == words
    assert cells(sheet.text) == {"City": "Baku", "Actor": "Israel; Azerbaijan", "Empty": ""}
    with pytest.raises(InvalidValue, match="NUL"):
        Sheet([("City", "\0")])
