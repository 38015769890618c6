from __future__ import annotations

import json
from pathlib import Path

from dragoman.exchange.events import columns, gdelt, gdelt_rows
from dragoman.exchange.exported import Exported
from dragoman.records import Document, Entry, Reading
from tests import rows
from tests.factories import an_article, an_entry


def read(text: str, *known: Document) -> tuple[list[Reading], list[str]]:
    by_title = {document.title: document for document in known}
    found, failed = rows.parted(gdelt_rows.read(rows.lines(text), lambda title: by_title.get(title)))
    return found, [failure.reason for failure in failed]


def events(*given: dict[str, str]) -> str:
    return rows.tabbed(columns.GDELT, *given)


def written(tmp_path: Path, *entries: Entry) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    gdelt.write(Exported(lambda: iter(entries), "sha256:0"), tmp_path / "out.export.CSV")
    tables = (("out.export.CSV", columns.GDELT), ("out.mentions.CSV", columns.MENTIONS))
    first, second = (
        [
            dict(zip(names, line.split("\t"), strict=True))
            for line in (tmp_path / name).read_text(encoding="utf-8").splitlines()
        ]
        for name, names in tables
    )
    return first, second


def test_the_tables_have_as_many_columns_as_they_should() -> None:
    assert [len(each) for each in (columns.GDELT, columns.GDELT_1, columns.MENTIONS, columns.ICEWS, columns.ACLED)] == [
        61,
        58,
        16,
        20,
        31,
    ]
    assert (columns.GDELT[26], columns.GDELT[60]) == ("EventCode", "SOURCEURL")


def test_a_row_is_read_by_its_code_with_its_leading_nought() -> None:
    (reading,), failed = read(events(rows.an_event("7", "042", "ISR", "AZE", Actor1Type1Code="MED")))
    (statement,) = reading.statements

    assert failed == []
    assert (statement.type, statement.mode) == ("CONSULT", "visit")
    assert [(party.code, party.sector) for party in statement.parties] == [("ISR", "JRN"), ("AZE", None)]
    assert "EventCode: 042\n" in reading.document.text
    assert (reading.document.url, reading.document.publisher) == ("https://www.gazette.example/7", "gazette.example")
    assert reading.document.published is not None
    assert reading.document.published.iso() == "2023-05-31"
    assert all(reading.document.text[each.start : each.end] == each.text for each in statement.spans)


def test_who_hosts_a_visit_is_visited() -> None:
    (reading,), _ = read(events(rows.an_event("7", "043", "AZE", "ISR")))

    assert [party.code for party in reading.statements[0].actor] == ["ISR"]


def test_codes_of_cameo_that_are_not_iso_are_understood() -> None:
    (reading,), _ = read(events(rows.an_event("8", "190", "ROM", "KSV")))

    assert [party.code for party in reading.statements[0].parties] == ["ROU", "XKX"]


def test_what_plover_has_no_type_for_is_a_document_alone() -> None:
    found, failed = read(events(rows.an_event("7", "010", "ISR", ""), rows.an_event("8", "0231", "ISR", "AZE")))

    assert [reading.statements for reading in found] == [(), ()]
    assert failed == []


def test_rows_of_earlier_versions_and_with_names_are_understood() -> None:
    older = rows.tabbed(columns.GDELT_1, rows.an_event("7", "190", "ISR", "IRN"))
    named = rows.tabbed((*columns.GDELT, "CAMEOCodeDescription"), rows.an_event("8", "190", "ISR", "IRN"), headed=True)

    assert [len(read(text)[0]) for text in (older, named)] == [1, 1]


def test_bad_rows_fail_alone() -> None:
    good = rows.an_event("7", "190", "ISR", "IRN")
    found, failed = read(
        events(
            {**good, "GLOBALEVENTID": "x"},
            {**good, "GLOBALEVENTID": "1" * 5000},
            {**good, "EventCode": "99"},
            {**good, "SQLDATE": "20231399"},
            good,
        )
        + "a\tb\n"
    )

    assert len(found) == 1
    assert len(failed) == 5
    assert "61" in failed[4]


def test_a_mention_states_the_event_in_its_own_article() -> None:
    (event,), _ = read(events(rows.an_event("7", "042", "ISR", "AZE")))
    own = rows.a_mention("7", "x", MentionIdentifier="https://www.gazette.example/7")
    table = rows.tabbed(columns.MENTIONS, rows.a_mention("7", "other.example"), own, rows.a_mention("8", "no.example"))
    found, failed = read(table, event.document)

    assert [len(reading.statements) for reading in found] == [1, 0]
    statement, document = found[0].statements[0], found[0].document
    assert (document.url, document.publisher) == ("https://other.example/7", "other.example")
    assert statement.claim == event.statements[0].claim
    assert statement.certainty == 0.6
    assert "no event 8" in failed[0]


def test_an_event_is_counted_from_its_reports(tmp_path: Path) -> None:
    words = "Isaac Herzog of Israel visited Azerbaijan."
    one = an_article("The Gazette", "2023-05-31", words, url="https://gazette.example/1")
    two = an_article("The Herald", "2023-06-01", words)
    entries = [
        an_entry(
            each,
            words,
            "CONSULT",
            mode="visit",
            actor="ISR:Isaac Herzog",
            recipient="AZE",
            when="2023-05-30",
            occurrence="o1:a",
        )
        for each in (two, one)
    ]
    (event,), mentions = written(tmp_path, *entries)

    assert (event["EventCode"], event["EventBaseCode"], event["EventRootCode"]) == ("042", "042", "04")
    assert (event["QuadClass"], event["GoldsteinScale"], event["AvgTone"]) == ("1", "1.9", "")
    assert (event["SQLDATE"], event["MonthYear"], event["Year"]) == ("20230530", "202305", "2023")
    # 5 * 30 + 30 days of 365.
    assert event["FractionDate"] == "2023.4932"
    assert [event[name] for name in ("NumMentions", "NumSources", "NumArticles")] == ["2", "2", "2"]
    assert (event["Actor1CountryCode"], event["Actor1Name"]) == ("ISR", "ISAAC HERZOG")
    assert (event["SOURCEURL"], event["DATEADDED"]) == ("https://gazette.example/1", "20260301000000")
    assert [each["GLOBALEVENTID"] for each in mentions] == [event["GLOBALEVENTID"]] * 2
    assert [(each["MentionType"], each["MentionSourceName"]) for each in mentions] == [
        ("1", "The Gazette"),
        ("2", "The Herald"),
    ]
    assert (mentions[0]["SentenceID"], mentions[0]["Actor2CharOffset"]) == ("1", str(words.index("Azerbaijan")))
    lines = (tmp_path / "out.evidence.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["event_id"] for line in lines] == [event["GLOBALEVENTID"]] * 2


def test_there_is_a_row_for_each_pair_and_countries_are_those_of_cameo(tmp_path: Path) -> None:
    article = an_article("The Gazette", "2023-05-31", "Israel and Romania met Kosovo.")
    entry = an_entry(article, article.text, "CONSULT", actor="ISR;ROU", recipient="XKX", when="2023-05-30")
    found, _ = written(tmp_path, entry)

    assert sorted((row["Actor1CountryCode"], row["Actor2CountryCode"]) for row in found) == [
        ("ISR", "KOS"),
        ("ROM", "KOS"),
    ]
    assert len({row["GLOBALEVENTID"] for row in found}) == 2


def test_rows_come_out_as_they_went_in(tmp_path: Path) -> None:
    table = events(
        rows.an_event("7", "042", "ISR", "AZE", Actor1Geo_Lat="40.4", ActionGeo_CountryCode="AJ", AvgTone="-1.5"),
        rows.an_event("12", "1831", "ISR", "IRN"),
    )
    found, _ = read(table)
    entries = [Entry(each.statements[0], each.document, "2026-03-01T00:00:00Z") for each in found]
    written(tmp_path, *entries)

    assert (tmp_path / "out.export.CSV").read_text(encoding="utf-8") == table
