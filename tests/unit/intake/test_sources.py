from __future__ import annotations

from pathlib import Path

from dragoman.records import Failure
from tests.unit.intake.made import SAVED_PAGE, documents, only, packed, read, write

TABLE = 'file,publisher,author,title,published\na.txt,Other Paper,,"A title, given",2023-07\nsub/b.txt,Sub,,,\n'


def test_the_table_wins_over_the_text_and_empty_cells_do_not(tmp_path: Path) -> None:
    write(tmp_path, "sources.csv", TABLE)
    for document in (only(write(tmp_path, "a.txt", SAVED_PAGE)), documents(tmp_path)[0]):
        assert (document.publisher, document.title, document.author) == ("Other Paper", "A title, given", "Mara Novak")
        assert document.published is not None
        assert document.published.iso() == "2023-07"


def test_the_table_of_a_folder_speaks_of_the_folders_below(tmp_path: Path) -> None:
    write(tmp_path, "sources.csv", TABLE)
    write(tmp_path, "sub/b.txt", "A text without anything.")
    assert only(tmp_path).publisher == "Sub"


def test_a_table_inside_an_archive_is_understood(tmp_path: Path) -> None:
    path = write(tmp_path, "x.zip", packed({"p/sources.csv": TABLE, "p/a.txt": "A text without anything."}))
    assert only(path).publisher == "Other Paper"


def test_a_bad_date_is_told_once_and_the_rest_holds(tmp_path: Path) -> None:
    write(tmp_path, "sources.csv", "file,publisher,published\na.txt,Paper,someday\n")
    for name in ("a.txt", "b.txt"):
        write(tmp_path, name, "A text without anything.")
    failures = [each for each in read(tmp_path) if isinstance(each, Failure)]
    assert len(failures) == 1
    assert "someday" in failures[0].reason
    assert documents(tmp_path)[0].publisher == "Paper"


def test_a_table_without_its_columns_says_so(tmp_path: Path) -> None:
    write(tmp_path, "sources.csv", "name;publisher\na.txt;Paper\n")
    write(tmp_path, "a.txt", "A text without anything.")
    assert "no column called file" in next(each.reason for each in read(tmp_path) if isinstance(each, Failure))
