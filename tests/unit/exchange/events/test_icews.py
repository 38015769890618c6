from __future__ import annotations

from pathlib import Path

from dragoman.exchange.events import icews, icews_rows
from dragoman.exchange.events.columns import ICEWS
from dragoman.exchange.exported import Exported
from dragoman.records import Entry
from tests import rows
from tests.factories import an_article, an_entry

ROW = {
    "Event ID": "20718170",
    "Event Date": "2014-01-02",
    "Source Name": "Ministry (Iran)",
    "Source Sectors": "Government,Executive",
    "Source Country": "Iran",
    "Event Text": "Make an appeal or request",
    "CAMEO Code": "042",
    "Intensity": "1.9",
    "Target Name": "Army (Azerbaijan)",
    "Target Sectors": "Military",
    "Target Country": "Azerbaijan",
    "Story ID": "3",
    "Sentence Number": "2",
    "Publisher": "The Gazette",
}


def test_a_row_is_read_with_countries_by_name() -> None:
    text = rows.tabbed(ICEWS, ROW, {**ROW, "CAMEO Code": "13y"}, {**ROW, "CAMEO Code": "020"}, headed=True)
    found, failed = rows.parted(icews_rows.read(rows.lines(text), rows.nothing))
    statement = found[0].statements[0]

    assert failed == []
    assert (statement.type, statement.mode) == ("CONSULT", "visit")
    assert [(each.code, each.sector, each.name) for each in statement.parties] == [
        ("IRN", "GOV", "Ministry (Iran)"),
        ("AZE", "MIL", "Army (Azerbaijan)"),
    ]
    assert [each.type for each in found[1].statements] == ["THREATEN"]
    assert found[2].statements == ()


def test_a_file_of_something_else_is_one_failure() -> None:
    found, failed = rows.parted(icews_rows.read(rows.lines("a\tb\nc\td\n"), rows.nothing))

    assert (len(found), len(failed)) == (0, 1)


def test_a_statement_is_a_row_and_a_row_comes_out_as_it_went_in(tmp_path: Path) -> None:
    text = rows.tabbed(ICEWS, ROW, headed=True)
    (reading,), _ = rows.parted(icews_rows.read(rows.lines(text), rows.nothing))
    article = an_article("The Gazette", "2023-05-31", "Nagorno-Karabakh imposed sanctions on Israel.")
    made = an_entry(article, article.text, "SANCTION", contexts=("economic",), actor="XNK", recipient="ISR")
    entries = [Entry(reading.statements[0], reading.document, "2026-03-01T00:00:00Z"), made]
    icews.write(Exported(lambda: iter(entries), "sha256:0"), tmp_path / "out.tab")
    lines = (tmp_path / "out.tab").read_text(encoding="utf-8").splitlines(keepends=True)
    row = dict(zip(ICEWS, lines[1].rstrip("\n").split("\t"), strict=True))

    assert lines[0] + lines[2] == text
    assert (row["CAMEO Code"], row["Intensity"], row["Event Date"]) == ("163", "-8.0", "2023-05-31")
    assert (row["Source Name"], row["Source Country"]) == ("Nagorno-Karabakh", "Azerbaijan")
    assert (row["Target Country"], row["Publisher"]) == ("Israel", "The Gazette")
