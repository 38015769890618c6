from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.intake import Item, survey
from tests.unit.intake.made import only, read, reason, write


def paths(*given: Path | str) -> list[str]:
    return [each.path for each in survey([str(path) for path in given])]


def test_a_folder_is_walked_in_order_without_hidden_files_and_the_table_of_sources(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/.hidden.txt", ".git/x.txt", "~$lock.docx", "sources.csv"):
        write(tmp_path, name, "file\n")
    assert paths(tmp_path) == [str(tmp_path / "a/z.txt"), str(tmp_path / "b.txt")]


def test_a_pattern_is_expanded_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.md"):
        write(tmp_path, name, "text")
    assert paths(tmp_path / "*.txt") == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "text")
    assert paths(path, tmp_path, path) == [str(path)]


def test_a_missing_path_says_so(tmp_path: Path) -> None:
    assert "No such file" in reason(tmp_path / "nowhere.txt")
    assert "No file matches" in reason(tmp_path / "*.html")


def test_an_empty_folder_says_so(tmp_path: Path) -> None:
    assert "holds no files" in reason(tmp_path)


def test_a_folder_called_like_a_file_is_walked(tmp_path: Path) -> None:
    write(tmp_path, "x.txt/inside.txt", "A text that is inside.")
    assert only(tmp_path / "x.txt").text == "A text that is inside."


def test_links_that_go_round_end(tmp_path: Path) -> None:
    write(tmp_path, "a/text.txt", "A text.")
    (tmp_path / "a" / "round").symlink_to(tmp_path / "a")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    outcomes = read(tmp_path)
    assert [getattr(each, "reason", "read") for each in outcomes] == [
        "The folder is a link back to one that holds it; it is read once.",
        "read",
        "The link leads to a file that does not exist.",
        "The file cannot be reached (Too many levels of symbolic links); check its links and permissions.",
    ]


def test_a_pipe_and_a_device_are_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "named pipe" in reason(tmp_path / "pipe.txt")
    assert "device" in reason("/dev/zero")


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_closed_to_us_says_so(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "text").chmod(0)
    assert "permission" in reason(tmp_path / "a.txt")


def test_a_file_that_goes_away_between_listing_and_reading_is_a_failure(tmp_path: Path) -> None:
    from dragoman.intake import Defaults, load

    path = write(tmp_path, "a.txt", "text")
    item = next(iter(survey([str(path)])))
    path.unlink()
    assert isinstance(item, Item)
    assert "cannot be read" in load(item, Defaults())[0].reason  # type: ignore[union-attr]


def test_a_readme_of_a_folder_is_no_document_of_it(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "What this pile is.")
    write(tmp_path, "a.txt", "A document.")

    assert paths(tmp_path) == [str(tmp_path / "a.txt")]
    assert paths(tmp_path / "README.md") == [str(tmp_path / "README.md")]
