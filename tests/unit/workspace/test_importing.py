from __future__ import annotations

import gzip
import shutil
import tracemalloc
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from dragoman.errors import InvalidValue, UnknownName
from dragoman.exchange.events import columns
from dragoman.ledger import Filters
from dragoman.records import Imported
from dragoman.settings import Settings
from dragoman.workspace import Workspace
from dragoman.workspace.importing import Import
from tests import rows

SAHEL = Path(__file__).parents[2] / "piles" / "sahel"
FIXED = Settings(epoch=1_700_000_000)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.open(tmp_path / "a.ledger", create=True, settings=FIXED)


def test_the_same_rows_are_taken_in_once_whatever_file_they_are_in(workspace: Workspace, tmp_path: Path) -> None:
    file = rows.put(tmp_path / "a.txt", rows.polecat(rows.VISIT, rows.SIGNED, rows.VISIT))
    assert workspace.import_from([file], "polecat") == Imported(new=2, known=1)
    digest, documents = workspace.digest(), workspace.counts().documents

    assert workspace.import_from([file], "polecat") == Imported(unchanged=(str(file),))
    copy = shutil.copy(file, tmp_path / "b.txt")
    assert workspace.import_from([copy], "polecat") == Imported(known=3)
    assert (workspace.digest(), workspace.counts().documents) == (digest, documents)
    assert workspace.verify() == []


def test_failures_are_kept_with_their_lines_and_tried_again(workspace: Workspace, tmp_path: Path) -> None:
    file = rows.put(tmp_path / "a.txt", rows.polecat(rows.BROKEN, rows.VISIT))
    found = workspace.import_from([file, tmp_path / "missing.txt"], "polecat")

    assert (found.new, [each.path for each in found.failures]) == (1, [f"{file}#2", str(tmp_path / "missing.txt")])
    assert [each.path for each in workspace.failures()] == [f"{file}#2", str(tmp_path / "missing.txt")]
    rows.put(file, rows.polecat({**rows.BROKEN, "Event Date": "2020-01-09"}, rows.VISIT))
    assert workspace.import_from([file], "polecat") == Imported(new=1, known=1)
    assert [each.path for each in workspace.failures()] == [str(tmp_path / "missing.txt")]


def test_of_very_many_failures_the_number_is_told(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dragoman.workspace.importing._FAILURES", 2)
    found = workspace.import_from([rows.put(tmp_path / "a.txt", rows.polecat(*[rows.BROKEN] * 5))], "polecat")

    assert [each.reason for each in found.failures][-1] == "3 more rows of it failed."


def test_packed_files_and_latin_letters_are_the_same_rows(workspace: Workspace, tmp_path: Path) -> None:
    text = rows.polecat({**rows.VISIT, "Placename": "Zürich"})
    rows.put(tmp_path / "a.txt", text, "iso-8859-1")
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress(text.encode()))
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        archive.writestr("c.txt", text)
    found = workspace.import_from([tmp_path / name for name in ("a.txt", "b.txt.gz", "c.zip")], "polecat")

    assert found == Imported(new=1, known=2)
    assert "Zürich" in next(workspace.statements()).document.text


def test_rows_are_not_read_again_and_copy_nothing(workspace: Workspace, tmp_path: Path) -> None:
    other = {**rows.VISIT, "Event ID": "A9", "Source": "The Herald"}
    workspace.import_from([rows.put(tmp_path / "a.txt", rows.polecat(rows.VISIT, other))], "polecat")
    before = list(workspace.export())
    again = workspace.reread()

    assert (again.documents, again.failures) == (0, [])
    assert list(workspace.export()) == before
    assert list(workspace.borrowings()) == []


def test_of_a_row_only_its_prose_counts_as_words(workspace: Workspace, tmp_path: Path) -> None:
    clash = {"event_id_cnty": "X1", "event_date": "2023-05-30", "sub_event_type": "Attack", "actor1": "Hezbollah"}
    noted = {**clash, "location": "Kfar Tzur", "notes": "They fired at the border."}
    workspace.import_from([rows.put(tmp_path / "a.txt", rows.polecat(rows.VISIT, rows.SIGNED))], "polecat")
    workspace.import_from([rows.put(tmp_path / "a.csv", rows.comma(noted))], "acled")

    words = {entry.document.title: entry.statement.words for entry in workspace.statements()}
    assert words == {
        "POLECAT event A1_CONSULT_visit": "Baku",
        "POLECAT event A2_AGREE_None": "",
        "ACLED event X1": "Kfar Tzur\nThey fired at the border.",
    }


def test_reports_of_two_publishers_are_of_one_event(workspace: Workspace, tmp_path: Path) -> None:
    other = {**rows.VISIT, "Event ID": "A9", "Event Date": "2023-05-31", "Source": "The Herald"}
    later = {**rows.VISIT, "Event ID": "A10", "Event Date": "2023-07-31"}
    workspace.import_from([rows.put(tmp_path / "a.txt", rows.polecat(rows.VISIT, other, later))], "polecat")
    found = Counter(entry.occurrence for entry in workspace.statements())

    assert sorted(found.values()) == [1, 2]
    assert {entry.origins for entry in workspace.statements(Filters(publisher="The Herald"))} == {2}


def test_mentions_are_reports_of_their_event_and_of_no_other(workspace: Workspace, tmp_path: Path) -> None:
    two = (rows.an_event("7", "042", "ISR", "AZE"), rows.an_event("8", "042", "ISR", "AZE"))
    events = rows.put(tmp_path / "z.export.CSV", rows.tabbed(columns.GDELT, *two))
    listed = (rows.a_mention("7", "one.example"), rows.a_mention("8", "two.example"), rows.a_mention("9", "x.example"))
    mentions = rows.put(tmp_path / "a.mentions.CSV", rows.tabbed(columns.MENTIONS, *listed))
    found = workspace.import_from([mentions, events], "gdelt")

    assert (found.new, len(found.failures)) == (4, 1)
    together = Counter(entry.occurrence for entry in workspace.statements())
    assert list(together.values()) == [2, 2]
    ninth = rows.put(tmp_path / "b.export.CSV", rows.tabbed(columns.GDELT, rows.an_event("9", "190", "ISR", "IRN")))
    # What failed for want of its event is taken in when that is there.
    assert workspace.import_from([ninth, mentions], "gdelt") == Imported(new=2, known=2)


def test_questions_are_answered_from_rows(workspace: Workspace, tmp_path: Path) -> None:
    workspace.read([SAHEL])
    clash = {"event_id_cnty": "X1", "event_date": "2023-05-30", "sub_event_type": "Attack"}
    acled = {**clash, "actor1": "Military Forces of Mali (2021-)", "actor2": "Civilians (Niger)", "fatalities": "4"}
    workspace.import_from([rows.put(tmp_path / "a.txt", rows.polecat(rows.VISIT))], "polecat")
    workspace.import_from([rows.put(tmp_path / "a.csv", rows.comma(acled))], "acled")

    cells = {(cell.actor, cell.recipient) for cell in workspace.series().cells}
    assert {("ISR", "AZE"), ("MLI", "NER")} <= cells
    assert "Isaac Herzog" in str(workspace.brief("Israel", "Azerbaijan").sections)
    assert workspace.account("Mali", "Niger").entries
    workspace.network()
    workspace.survey()
    assert workspace.verify() == []


def test_the_order_of_files_and_kills_change_nothing(tmp_path: Path) -> None:
    one = rows.put(tmp_path / "a.txt", rows.polecat(rows.VISIT))
    two = rows.put(tmp_path / "b.txt", rows.polecat(rows.SIGNED, {**rows.VISIT, "Event ID": "A9"}))
    exports = []
    for number, files in enumerate(([one, two], [two, one])):
        with Workspace.open(tmp_path / f"{number}.ledger", create=True, settings=FIXED) as workspace:
            for file in files:
                workspace.import_from([file], "polecat")
            exports.append(list(workspace.export()))

    assert exports[0] == exports[1]


def test_memory_does_not_grow_with_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dragoman.workspace.importing.derive", lambda *_, **__: ())
    monkeypatch.setattr("dragoman.workspace.importing._TOGETHER", 50)
    peaks = []
    for many in (200, 1_600):
        listed = ({**rows.VISIT, "Event ID": f"A{number}"} for number in range(many))
        file = rows.put(tmp_path / f"{many}.txt", rows.polecat(*listed))
        with Workspace.open(tmp_path / f"{many}.ledger", create=True) as workspace:
            tracemalloc.start()
            workspace.import_from([file], "polecat")
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()

    assert peaks[1] < 1.5 * peaks[0]


def test_what_is_no_format_is_told(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UnknownName):
        workspace.import_from([], "cuneiform")
    with pytest.raises(UnknownName):
        workspace.export_to(tmp_path / "x", "cuneiform")
    with pytest.raises(InvalidValue):
        workspace.export_to(tmp_path / "x", "polecat", policy="x")
    workspace.import_from([rows.put(tmp_path / "a.txt", rows.polecat(rows.VISIT))], "polecat")
    with pytest.raises(InvalidValue):
        workspace.at("2030-01-01").import_from([], "polecat")


def test_an_export_of_the_same_ledger_is_the_same_bytes(workspace: Workspace, tmp_path: Path) -> None:
    workspace.read([SAHEL])
    workspace.import_from([rows.put(tmp_path / "a.txt", rows.polecat(rows.VISIT, rows.SIGNED))], "polecat")
    for name in ("polecat", "gdelt", "icews", "plover"):
        made = [workspace.export_to(f"{tmp_path}/{number}-{name}/", name) for number in (1, 2)]
        assert [path.read_bytes() for path in made[0]] == [path.read_bytes() for path in made[1]]
        assert all(path.stat().st_size for path in made[0])


def test_a_run_that_was_killed_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = rows.put(tmp_path / "a.txt", rows.polecat(rows.VISIT, rows.SIGNED))
    whole = Import._keep
    calls = []

    def killed(self: Import, readings: object) -> None:
        whole(self, readings)  # type: ignore[arg-type]
        calls.append(readings)
        raise KeyboardInterrupt

    with Workspace.open(tmp_path / "a.ledger", create=True) as workspace:
        monkeypatch.setattr("dragoman.workspace.importing._TOGETHER", 1)
        monkeypatch.setattr(Import, "_keep", killed)
        with pytest.raises(KeyboardInterrupt):
            workspace.import_from([file], "polecat")
        monkeypatch.setattr(Import, "_keep", whole)
        assert workspace.import_from([file], "polecat") == Imported(new=1, known=1)
        assert workspace.verify() == []
        assert all(entry.occurrence for entry in workspace.statements())
