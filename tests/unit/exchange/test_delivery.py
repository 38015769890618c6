from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import InvalidValue
from dragoman.exchange.delivery import beside, deliver, placed


def two(target: Path) -> None:
    target.write_text("first", encoding="utf-8")
    beside(target, ".more.txt").write_text("second", encoding="utf-8")


def test_files_appear_together_and_replace_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("earlier", encoding="utf-8")

    made = deliver(tmp_path / "out.txt", two)

    assert made == (tmp_path / "out.txt", tmp_path / "out.more.txt")
    assert [path.read_text(encoding="utf-8") for path in made] == ["first", "second"]
    assert sorted(tmp_path.iterdir()) == sorted(made)


def test_a_writer_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text("earlier", encoding="utf-8")

    def fails(target: Path) -> None:
        two(target)
        raise InvalidValue("No.")

    with pytest.raises(InvalidValue, match="No"):
        deliver(tmp_path / "out.txt", fails)
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["earlier"]


def test_neither_a_ledger_nor_a_folder_is_written_over(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="is the ledger itself"):
        deliver(tmp_path / "out.txt", two, never={str(tmp_path / "out.more.txt")})
    (tmp_path / "out.more.txt").mkdir()
    with pytest.raises(InvalidValue, match="is no file"):
        deliver(tmp_path / "out.txt", two)
    with pytest.raises(InvalidValue, match="takes new files"):
        deliver(tmp_path / "none" / "out.txt", two)
    assert [path.name for path in tmp_path.iterdir()] == ["out.more.txt"]


def test_in_a_folder_files_are_named_after_the_format(tmp_path: Path) -> None:
    assert placed(str(tmp_path), called="statements", ending=".jsonl") == tmp_path / "statements.jsonl"
    assert placed(f"{tmp_path}/new/", called="gdelt", ending=".CSV") == tmp_path / "new" / "gdelt.CSV"
    assert placed(f"{tmp_path}/a.txt", called="gdelt", ending=".CSV") == tmp_path / "a.txt"
