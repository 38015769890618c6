from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from dragoman.dataset import Dataset
from dragoman.dataset import dataset as module
from dragoman.errors import InvalidValue, LedgerBusy
from dragoman.exchange.tabular.parquet import rows_of
from dragoman.settings import Settings
from dragoman.workspace import Workspace
from tests.functional.piles import write_long_pile

SAHEL = Path(__file__).parents[2] / "piles" / "sahel"
FIXED = Settings(epoch=1_700_000_000)


def held(folder: Path) -> dict[str, str]:
    """The files of a dataset with their hashes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def rows(ledger: Path) -> list[str]:
    """All that a ledger holds, but for when its tables were made."""
    return [line for line in sqlite3.connect(ledger).iterdump() if "migrations" not in line]


def loaded(folder: Path, ledger: Path, *where: str) -> list[str]:
    """The export of a ledger that a dataset was loaded into."""
    with Workspace.open(ledger, create=True, settings=FIXED) as workspace:
        workspace.load(folder, where=where)
        assert workspace.verify() == []
        return list(workspace.export())


@pytest.fixture(scope="module")
def sahel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sahel") / "dataset"
    assert Dataset.open(folder, create=True).read([SAHEL]).statements > 0
    return folder


def test_a_dataset_that_is_loaded_is_the_ledger_of_reading_its_pile(sahel: Path, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "read", create=True, settings=FIXED) as workspace:
        workspace.read([SAHEL])

    loaded(sahel, tmp_path / "loaded")

    assert rows(tmp_path / "loaded") == rows(tmp_path / "read")


def test_loading_again_adds_nothing(sahel: Path, tmp_path: Path) -> None:
    before = loaded(sahel, tmp_path / "l")
    with Workspace.open(tmp_path / "l") as workspace:
        report = workspace.load(sahel)

    assert (report.read, report.statements) == ((), 0)
    assert loaded(sahel, tmp_path / "l") == before


def test_a_slice_is_the_whole_documents_that_it_asks_for(sahel: Path, tmp_path: Path) -> None:
    loaded(sahel, tmp_path / "all")
    loaded(sahel, tmp_path / "some", "party=Mali", "published=2024/2026")
    with Workspace.open(tmp_path / "all") as workspace:
        entries = list(workspace.statements())
    wanted = {
        entry.document.id
        for entry in entries
        if any(party.code == "MLI" for party in entry.statement.parties)
        and entry.document.published is not None
        and entry.document.published.start is not None
        and entry.document.published.start.year >= 2024
    }
    with Workspace.open(tmp_path / "some") as workspace:
        found = {entry.statement.id for entry in workspace.statements()}

    assert 0 < len(wanted) < len({entry.document.id for entry in entries})
    assert found == {entry.statement.id for entry in entries if entry.document.id in wanted}


def test_slices_together_are_the_whole(sahel: Path, tmp_path: Path) -> None:
    whole = loaded(sahel, tmp_path / "whole")
    loaded(sahel, tmp_path / "parts", "party=Mali")
    # Occurrences and origins are told of all documents that are there, in whatever order they came.
    assert sorted(loaded(sahel, tmp_path / "parts")) == sorted(whole)


def test_the_months_are_folders_and_the_manifest_tells_every_file(sahel: Path) -> None:
    (part,) = Dataset.open(sahel).parts()

    assert {each.path: each.sha256 for each in part.files} == {
        path: mark for path, mark in held(sahel).items() if path != "manifest.jsonl"
    }
    for file in part.of("documents"):
        found = list(rows_of(sahel / file.path))
        assert len(found) == file.rows
        months = {row["published"]["from"].isoformat()[:7] if row["published"] else "undated" for row in found}
        assert months == {file.month}
    assert sum(file.rows for file in part.of("statements")) == part.statements


def test_a_run_that_was_killed_goes_on_to_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PART", 32)
    pile = write_long_pile(tmp_path / "pile", 80)
    whole = Dataset.open(tmp_path / "whole", create=True)
    whole.read([pile])
    assert [part.items for part in whole.parts()] == [32, 32, 16]

    def stopped(done: int, total: int, path: str) -> None:
        if done == 40:
            raise KeyboardInterrupt

    again = Dataset.open(tmp_path / "again", create=True)
    with pytest.raises(KeyboardInterrupt):
        again.read([pile], progress=stopped)
    assert [part.items for part in again.parts()] == [32]
    # What a kill leaves: files of a part that is not told, and half a line that tells of it.
    stale = again.folder / "documents" / "month=1999-01" / "000002.parquet"
    stale.parent.mkdir()
    stale.touch()
    with (again.folder / "manifest.jsonl").open("a") as file:
        file.write('{"number": 2, "rea')
    report = Dataset.open(again.folder, create=True).read([pile])

    assert (len(report.unchanged), len(report.read)) == (32, 48)
    assert held(again.folder) == held(whole.folder)


def test_what_changed_is_read_again_and_loaded_in_the_place_of_what_was(tmp_path: Path) -> None:
    pile = write_long_pile(tmp_path / "pile", 3)
    dataset = Dataset.open(tmp_path / "dataset", create=True)
    dataset.read([pile])
    (pile / "000.txt").write_text("Kenya condemned Uganda on Friday.", encoding="utf-8")
    assert dataset.read([pile]).read == (str(pile / "000.txt"),)

    loaded(dataset.folder, tmp_path / "l")
    with Workspace.open(tmp_path / "l") as workspace:
        texts = [workspace.document(each.id).text for each in workspace.documents()]
    assert len(texts) == 3
    assert Counter("Kenya" in text for text in texts) == {True: 1, False: 2}


def test_what_could_not_be_read_is_told_once(tmp_path: Path) -> None:
    pile = write_long_pile(tmp_path / "pile", 2)
    (pile / "empty.txt").touch()
    dataset = Dataset.open(tmp_path / "dataset", create=True)
    first = dataset.read([pile, tmp_path / "missing.txt"])
    dataset.read([pile, tmp_path / "missing.txt"])

    assert len(first.failures) == 2
    assert [part.failures for part in dataset.parts()] == [2]
    with Workspace.open(tmp_path / "l", create=True) as workspace:
        assert len(workspace.load(dataset.folder).failures) == 2
        assert len(workspace.failures()) == 2


def test_one_at_a_time_writes_into_it(tmp_path: Path) -> None:
    pile = write_long_pile(tmp_path / "pile", 2)
    dataset = Dataset.open(tmp_path / "dataset", create=True)

    def meanwhile(done: int, total: int, path: str) -> None:
        with pytest.raises(LedgerBusy, match="being written to by another"):
            Dataset.open(dataset.folder).read([pile])

    assert len(dataset.read([pile], progress=meanwhile).read) == 2


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.png").touch()
    with pytest.raises(InvalidValue, match="is no dataset"):
        Dataset.open(tmp_path)
    with pytest.raises(InvalidValue, match="holds other things than a dataset"):
        Dataset.open(tmp_path, create=True)
    (tmp_path / "manifest.jsonl").write_text('{"version": 9}\n')
    with pytest.raises(InvalidValue, match="a later version may have written it"):
        Dataset.open(tmp_path)
