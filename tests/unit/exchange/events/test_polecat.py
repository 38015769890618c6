from __future__ import annotations

import json
import tomllib
from pathlib import Path

from dragoman.exchange.events import polecat, polecat_rows
from dragoman.exchange.events.columns import POLECAT
from dragoman.exchange.exported import Exported
from dragoman.exchange.policy import Policy
from dragoman.records import Entry, Reading, Standing
from tests import rows
from tests.factories import an_article, an_entry


def read(text: str) -> tuple[list[Reading], list[object]]:
    found, failed = rows.parted(polecat_rows.read(rows.lines(text), rows.nothing))
    return found, list(failed)


def written(tmp_path: Path, *entries: Entry, **more: object) -> list[dict[str, str]]:
    target = tmp_path / "out.txt"
    polecat.write(Exported(lambda: iter(entries), "sha256:0", **more), target)  # type: ignore[arg-type]
    header, *lines = target.read_text(encoding="utf-8").split("\n")[:-1]
    assert tuple(header.split("\t")) == POLECAT
    return [dict(zip(POLECAT, line.split("\t"), strict=True)) for line in lines]


def test_the_columns_are_the_forty() -> None:
    assert len(POLECAT) == 40
    assert (POLECAT[0], POLECAT[14], POLECAT[15], POLECAT[39]) == (
        "Event ID",
        "Wikipedia Actor ID",
        "Recipient Name",
        "Version",
    )


def test_a_row_is_a_document_that_makes_one_statement() -> None:
    (reading,), failed = read(rows.polecat(rows.VISIT))
    (statement,) = reading.statements
    document = reading.document

    assert failed == []
    assert (document.publisher, document.published and document.published.iso(), document.path) == (
        "The Gazette",
        "2023-05-31",
        "file.txt#2",
    )
    assert (document.transport, statement.reader) == ("POLECAT import", "import polecat 1")
    assert (statement.type, statement.mode, statement.contexts) == ("CONSULT", "visit", ("executive", "diplomatic"))
    (actor,), (recipient,) = statement.actor, statement.recipient
    assert (actor.code, actor.name, actor.sector, actor.role) == ("ISR", "Isaac Herzog", "GOV", "president")
    assert (recipient.code, recipient.sector) == ("AZE", None)
    assert statement.occurred.iso() == "2023-05-30"
    assert statement.standing is Standing.ASSERTED
    assert statement.evidence.text == document.text
    assert all(document.text[span.start : span.end] == span.text for span in statement.spans)


def test_several_actors_in_a_row_are_several_parties() -> None:
    (reading,), _ = read(rows.polecat(rows.SIGNED))
    (statement,) = reading.statements

    assert [(party.code, party.name, party.sector) for party in statement.actor] == [
        ("ISR", "Israel", "GOV"),
        ("BHR", "Bahrain", "MIL"),
    ]
    assert [party.code for party in statement.recipient] == ["XKX"]


def test_countries_by_name_and_with_bars_are_understood() -> None:
    row = {**rows.VISIT, "Actor Name": "None", "Actor Country": "Israel|Türkiye", "Recipient Country": "Azerbaijan"}
    (reading,), _ = read(rows.polecat(row))

    assert [party.code for party in reading.statements[0].actor] == ["ISR", "TUR"]


def test_a_bad_row_fails_alone_with_its_line() -> None:
    short = "only\tthree\tcells\n"
    found, failed = read(
        rows.polecat(rows.BROKEN, {**rows.VISIT, "Event Type": "DANCE"}, {**rows.VISIT, "Actor Name": "a\0b"})
        + short
        + rows.polecat(rows.VISIT).split("\n")[1]
    )

    assert len(found) == 1
    assert [str(each.path) for each in failed] == [f"file.txt#{line}" for line in (2, 3, 4, 5)]  # type: ignore[attr-defined]
    assert "DANCE" in str(failed[1])


def test_a_file_of_something_else_is_one_failure() -> None:
    found, failed = read("a\tb\n1\t2\n3\t4\n")

    assert (found, len(failed)) == ([], 1)
    assert "Event Date" in str(failed[0])


def test_columns_that_drifted_are_kept_with_the_row() -> None:
    header = [{"Intensity": "Event Intensity"}.get(name, name) for name in POLECAT] + ["Headline", "", "City: x"]
    row = {**rows.VISIT, "Event Intensity": "4.0", "Headline": "A visit", "": "", "City: x": "y"}
    (reading,), failed = read(rows.polecat(row, header=header))

    assert failed == []
    assert reading.document.title == "A visit"
    assert reading.document.text.startswith("Event ID: A1_CONSULT_visit\n")
    assert "\nIntensity: 4.0\n" in reading.document.text
    assert reading.document.text.endswith("Column 42: \nCity:x: y")


def test_a_statement_is_a_row_of_forty_cells(tmp_path: Path) -> None:
    article = an_article("The Gazette", "2023-06-01", "Ilham Aliyev met\tIsaac Herzog of Israel in Baku.")
    entry = an_entry(
        article,
        article.text,
        "CONSULT",
        mode="multilateral",
        contexts=("diplomatic",),
        actor="AZE:Ilham Aliyev:president;XNK",
        recipient="ISR",
        when="2023-05-30",
    )
    (row,) = written(tmp_path, entry)

    assert row["Event ID"] == f"{article.id}_CONSULT_multilateral_{entry.statement.id}"
    assert row["Event Date"] == "2023-05-30"
    assert (row["Intensity"], row["Quad Code"]) == ("4.0", "VERBAL COOPERATION")
    assert row["Actor Name"] == "Ilham Aliyev; Nagorno-Karabakh"
    assert (row["Actor Country"], row["Actor COW"]) == ("AZE; AZE", "373; 373")
    assert (row["Primary Actor Sector"], row["Actor Sectors"]) == ("PRE", "None; PRE")
    assert row["Actor Title"] == "president; None"
    assert (row["Recipient Country"], row["Recipient Sectors"], row["Language"]) == ("ISR", "None", "None")
    assert (row["Source"], row["Publication Date"]) == ("The Gazette", "2023-06-01")
    (line,) = (tmp_path / "out.evidence.jsonl").read_text(encoding="utf-8").splitlines()
    about = json.loads(line)
    assert about["event_id"] == row["Event ID"]
    assert about["evidence"]["text"] == article.text
    assert [party["code"] for party in about["actor"]] == ["AZE", "XNK"]


def test_another_policy_writes_another_code_and_is_printed(tmp_path: Path) -> None:
    article = an_article(None, "2019-06-01", "Nagorno-Karabakh accused Azerbaijan.")
    entry = an_entry(article, article.text, "ACCUSE", actor="XNK", recipient="AZE", when="2019-05-30")
    policy = Policy.of('[territory.Artsakh]\nname = "Artsakh"\ncode = "XNK"\n')
    (row,) = written(tmp_path, entry, policy=policy)

    assert (row["Actor Country"], row["Primary Actor Sector"]) == ("XNK", "None")
    printed = (tmp_path / "out.policy.toml").read_text(encoding="utf-8")
    assert tomllib.loads(printed)["territory"]["XNK"] == {"name": "Artsakh", "code": "XNK"}
    assert Policy.of(printed) == policy


def test_ties_and_what_is_not_asserted_are_left_out_and_counted(tmp_path: Path) -> None:
    article = an_article("The Gazette", "2023-06-01", "Azerbaijan supplies Israel.", "Israel may visit Azerbaijan.")
    tie = an_entry(article, "Azerbaijan supplies Israel.")
    may = an_entry(article, "Israel may visit Azerbaijan.", "CONSULT", standing="possible")

    assert written(tmp_path, tie, may) == []
    (tmp_path / "out.txt").unlink()
    counts = tomllib.loads((tmp_path / "out.policy.toml").read_text(encoding="utf-8"))["export"]
    assert counts["statements_left_out"] == {"possible": 1, "standing ties, which POLECAT has no rows for": 1}
    for left in tmp_path.iterdir():
        left.unlink()
    assert len(written(tmp_path, tie, may, standings=(Standing.POSSIBLE,))) == 1


def test_expanded_there_is_a_row_for_each_pair(tmp_path: Path) -> None:
    article = an_article("The Gazette", "2023-06-01", "Israel and Bahrain met Kosovo.")
    entry = an_entry(article, article.text, "CONSULT", actor="ISR;BHR", recipient="XKX", when="2023-05-30")
    found = written(tmp_path, entry, expand=True)

    assert [(row["Actor Country"], row["Recipient Country"]) for row in found] == [("ISR", "KOS"), ("BHR", "KOS")]
    assert len({row["Event ID"] for row in found}) == 2
