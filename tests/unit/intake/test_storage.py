from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.dataset import Dataset
from dragoman.errors import MissingExtra, UnreadableFile
from dragoman.intake import Defaults, Item, load, storage, survey
from dragoman.records import Failure
from dragoman.workspace import Workspace
from tests.functional.piles import SOURCES, VISIT, write_pile

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def bucket() -> Iterator[str]:
    """A folder in a storage that is in memory, with a table of sources, a note and a hidden file."""
    system = fsspec.filesystem("memory")
    for name, text in (
        ("visit.txt", VISIT),
        ("a/oil.jsonl", '{"text": "Iran condemned Israel."}\n{"text": "Iran visited Iraq."}\n'),
        ("sources.csv", SOURCES),
        ("README.md", "About the pile."),
        (".git/x.txt", "hidden"),
    ):
        system.pipe_file(f"/bucket/{name}", text.encode())
    yield "memory://bucket"
    system.rm("/bucket", recursive=True)


def test_what_is_behind_an_address_is_listed_and_loaded_as_from_a_folder(bucket: str) -> None:
    items = [each for each in survey([bucket]) if isinstance(each, Item)]
    texts = [
        document.text for item in items for document in load(item, Defaults()) if not isinstance(document, Failure)
    ]

    assert [item.path for item in items] == [
        "memory:///bucket/a/oil.jsonl#1", "memory:///bucket/a/oil.jsonl#2", "memory:///bucket/visit.txt"
    ]  # fmt: skip
    assert texts == ["Iran condemned Israel.", "Iran visited Iraq.", VISIT]


def test_what_has_not_changed_in_a_storage_is_not_read_again(bucket: str, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "l", create=True) as workspace:
        assert len(workspace.read([bucket]).read) == 3
        assert len(workspace.read([bucket]).unchanged) == 3
        fsspec.filesystem("memory").pipe_file("/bucket/visit.txt", VISIT.replace("Germany", "Austria").encode())
        assert workspace.read([bucket]).read == ("memory:///bucket/visit.txt",)


def test_an_address_of_this_machines_files_gives_what_their_folder_gives(tmp_path: Path) -> None:
    pile = write_pile(tmp_path / "pile")
    report = Dataset.open(tmp_path / "d", create=True).read([f"file://{pile}"], workers=2)

    assert [Path(each).name for each in report.read] == ["oil.txt", "reprint.txt", "denial.txt", "visit.txt"]
    assert {part.documents for part in Dataset.open(tmp_path / "d").parts()} == {4}


def test_patterns_and_single_files_can_be_addressed(bucket: str) -> None:
    assert [item.path for item in survey([f"{bucket}/*.txt"]) if isinstance(item, Item)] == [
        "memory:///bucket/visit.txt"
    ]
    assert [item.path for item in survey([f"{bucket}/visit.txt"]) if isinstance(item, Item)] == [
        "memory:///bucket/visit.txt"
    ]


@pytest.mark.parametrize(
    ("address", "said"),
    [("memory://nothing", "Nothing is there"), ("wonder://bucket", "cannot be reached"), ("s3://bucket", "s3fs")],
)
def test_an_address_behind_which_nothing_can_be_reached_is_a_failure(address: str, said: str) -> None:
    (found,) = survey([address])

    assert isinstance(found, Failure)
    assert said in found.reason


def test_without_fsspec_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(MissingExtra, match=r"pip install 'dragoman\[storage\]'"):
        storage.listed("memory://bucket")


def test_what_is_gone_is_told(bucket: str) -> None:
    for ask in (storage.opened, storage.looks):
        with pytest.raises(UnreadableFile, match="cannot be reached"):
            ask(f"{bucket}/gone.txt")
