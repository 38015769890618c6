from __future__ import annotations

import json
import random
import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman import brief
from dragoman.codebook.ties import MUTUAL
from dragoman.errors import InvalidValue, LedgerMissing, UnknownId, UnknownName
from dragoman.ledger import Filters
from dragoman.records import Statement
from dragoman.settings import Settings
from dragoman.workspace import Workspace

SAHEL = Path(__file__).parents[2] / "piles" / "sahel"
FIXED = Settings(epoch=1_700_000_000)


def read_into(path: Path, *piles: Path, workers: int = 1) -> list[str]:
    """The export of a new ledger into which the piles were read."""
    with Workspace.open(path, create=True, settings=FIXED) as workspace:
        for pile in piles:
            workspace.read([pile], workers=workers)
        return list(workspace.export())


@pytest.fixture(scope="module")
def sahel(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    workspace = Workspace.open(tmp_path_factory.mktemp("sahel") / "sahel.ledger", create=True, settings=FIXED)
    workspace.read([SAHEL])
    return workspace


def test_reading_again_reads_nothing(sahel: Workspace) -> None:
    before = list(sahel.export())

    report = sahel.read([SAHEL])

    assert (report.read, report.statements) == ((), 0)
    assert len(report.unchanged) >= 5
    assert list(sahel.export()) == before


def test_what_is_asked_without_a_day_is_answered_as_of_the_last_publication_of_all(tmp_path: Path) -> None:
    old = "Analysts predicted that Nigeria will send troops to Ghana by 2020."
    with Workspace.open(tmp_path / "new.ledger", create=True) as workspace:
        for day, text in (("2019-03-05", old), ("2024-06-10", "Kenya supplies fuel to Uganda.")):
            (tmp_path / f"{day}.txt").write_text(text, encoding="utf-8")
            workspace.read([tmp_path / f"{day}.txt"], published=day)
        assert workspace.last_published() == date(2024, 6, 10)
        assert workspace.account("Nigeria", "Ghana").as_of == date(2024, 6, 10)
        assert workspace.account_in_parts("Ghana").as_of == date(2024, 6, 10)
        assert {each.outcome for each in (*workspace.forecasts("Ghana"), *workspace.forecasts())} == {"passed"}
        assert {*workspace.outlook("Ghana").outcomes} == {"passed"}
        before = workspace.at(str(workspace.latest()))
        assert before.account("Nigeria").as_of == date(2024, 6, 10)


def test_a_reprint_is_found(sahel: Workspace, tmp_path: Path) -> None:
    with Workspace.open(tmp_path / "new.ledger", create=True) as workspace:
        report = workspace.read([SAHEL])

    assert [copy.kind for copy in report.copies] == ["near"]


def test_signatures_of_an_earlier_version_are_made_again(tmp_path: Path) -> None:
    ledger = tmp_path / "old.ledger"
    with Workspace.open(ledger, create=True) as workspace:
        found = workspace.read([SAHEL]).copies
    with closing(sqlite3.connect(ledger)) as connection, connection:
        connection.execute(
            "UPDATE signatures SET signature = CAST(substr(signature, 1, 32) || x'01' || substr(signature, 34) AS BLOB)"
        )

    (tmp_path / "rain.txt").write_text("Heavy rain fell in Peru and in Mongolia on Monday.", encoding="utf-8")
    with Workspace.open(ledger) as workspace:
        workspace.read([tmp_path / "rain.txt"])
        with workspace._ledger.view() as view:
            assert view.copies() == list(found)


def test_workers_and_order_change_nothing(tmp_path: Path) -> None:
    files = sorted(SAHEL.glob("*.txt"))
    shuffled = files[:]
    random.Random(3).shuffle(shuffled)

    whole = read_into(tmp_path / "one.ledger", SAHEL)

    assert read_into(tmp_path / "two.ledger", SAHEL, workers=2) == whole
    assert read_into(tmp_path / "each.ledger", *shuffled) == whole


def test_a_changed_file_supersedes_what_it_said(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("Kenyan Foreign Minister Musalia Mudavadi visited Tanzania in March 2024.", encoding="utf-8")
    with Workspace.open(tmp_path / "note.ledger", create=True) as workspace:
        workspace.read([file])
        file.write_text("Ugandan President Yoweri Museveni visited Rwanda in March 2024.", encoding="utf-8")
        report = workspace.read([file])

        assert report.read == (str(file),)
        assert {entry.statement.actor[0].code for entry in workspace.statements()} == {"UGA"}
        assert "KEN" in {e.statement.actor[0].code for e in workspace.statements(Filters(superseded=True))}


def test_what_is_said_of_the_pile_beside_it_is_believed(tmp_path: Path) -> None:
    shutil.copy(SAHEL / "03-mediation.txt", tmp_path / "a.txt")
    (tmp_path / "sources.csv").write_text("file,publisher,author,title,published\na.txt,The Gazette,,,2020-01\n")
    with Workspace.open(tmp_path / "a.ledger", create=True) as workspace:
        workspace.read([tmp_path / "a.txt"])
        (document,) = {entry.document for entry in workspace.statements()}

    assert document.publisher == "The Gazette"
    assert document.published is not None
    assert document.published.iso() == "2020-01"


def test_a_statement_is_shown_in_its_paragraph(sahel: Workspace) -> None:
    entry = next(iter(sahel.statements()))

    passage = sahel.show(entry.statement.id)

    assert "".join(passage.parts) == passage.paragraph.text
    assert passage.parts[1] == entry.statement.evidence.text


def test_a_brief_by_any_name(sahel: Workspace) -> None:
    text = brief.markdown(sahel.brief("Algiers", "ml"))

    assert text.startswith("# Algeria and Mali")
    assert text == brief.markdown(sahel.brief("DZA", "Mali"))


def test_words_are_found(sahel: Workspace) -> None:
    assert sahel.search("embassy")
    assert sahel.search('"unbalanced OR (') == []


def test_a_ledger_that_was_read_into_is_whole(sahel: Workspace) -> None:
    assert sahel.verify() == []


def test_errors_are_sentences(sahel: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="Did you mean"):
        sahel.brief("Algiera", "Mali")
    with pytest.raises(UnknownId):
        sahel.show("s1:none")
    with pytest.raises(LedgerMissing):
        Workspace.open(tmp_path / "none.ledger")
    with pytest.raises(InvalidValue, match="not a date"):
        sahel.read([SAHEL], published="soon")


def test_the_same_document_at_two_paths_is_one(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        shutil.copy(SAHEL / "03-mediation.txt", tmp_path / name)
    with Workspace.open(tmp_path / "a.ledger", create=True) as workspace:
        report = workspace.read([tmp_path])

        assert report.repeats == ((str(tmp_path / "b.txt"), str(tmp_path / "a.txt")),)
        assert workspace.counts().documents == 1
        assert report.statements == workspace.counts().statements


def test_most_plain_facts_of_a_pile_are_found(sahel: Workspace) -> None:
    facts = json.loads((SAHEL.parent / "sahel.facts.json").read_text(encoding="utf-8"))
    said = [(entry.document.path, entry.statement) for entry in sahel.statements()]

    found = [fact for fact in facts if any(_says(fact, path, statement) for path, statement in said)]

    assert len(facts) == 12
    assert len(found) >= 7


def _says(fact: dict[str, Any], path: str | None, statement: Statement) -> bool:
    actors, recipients = ({party.code for party in side} for side in (statement.actor, statement.recipient))
    given = {*fact["actor"]} <= actors and {*fact["recipient"]} <= recipients
    turned = statement.type in MUTUAL and {*fact["actor"], *fact["recipient"]} <= actors | recipients
    return Path(path or "").name == fact["document"] and statement.type == fact["type"] and (given or turned)
