from __future__ import annotations

from pathlib import Path

from benchmarks.accuracy.reconciling import lineage, occurrences
from benchmarks.accuracy.reconciling.cases import reports

from dragoman.records.dates import month

CASES = """# A comment.

### river-talks | two rounds
@ 2023-03-07 | Tanzania Herald
<1|KEN.GOV|Kenyan Foreign Minister Alice Mutua> met <2|TZA|Tanzania's envoy> in Arusha on Monday.
= 1>2 CONSULT asserted "met" @"on Monday" * a

@ 2023-05-02 | Reuters
<1|TZA|Tanzania> and <2|KEN|Kenya> will hold talks in June, and sold 40 percent of its maize last year.
= 1>2 CONSULT planned "talks" @"in June" * b
= 1>2 AGREE asserted "sold" #"40 percent" of "its maize" whose 1 * c
"""
ARTICLES = """### one | case
## A | Herald | 2024-03-05 | Power | own
Zambia and Zimbabwe agreed at Kariba to share the power of the dam in equal parts for ten years.

## B | Lake News | 2024-03-06 | Power | copy A
Zambia and Zimbabwe agreed at Kariba to share the power of the dam in equal parts for ten years.

### two | case
## A | Herald | 2024-03-05 | Rain | own
Rain has come to the Sahel at last, and herders in Gao are praying that it will not stop so soon again.
"""


def test_reports_are_marked_statements_of_dated_documents(tmp_path: Path) -> None:
    path = tmp_path / "cases.txt"
    path.write_text(CASES, encoding="utf-8")
    met, talks, sold = reports(path)

    assert [(each.case, each.label) for each in (met, talks, sold)] == [("river-talks", label) for label in "abc"]
    statement = met.entry.statement
    assert statement.occurred.iso() == "2023-03-06"
    assert (statement.actor[0].name, statement.actor[0].role) == ("Alice Mutua", "Foreign Minister")
    assert talks.entry.statement.occurred.iso() == month(2023, 6).iso()
    (figure,) = sold.entry.statement.quantities
    assert (figure.low, figure.unit, figure.of, figure.whose) == (40, "percent", "its maize", "TZA")
    assert met.entry.document.publisher == "Tanzania Herald"


def test_events_of_two_kinds_are_apart(tmp_path: Path) -> None:
    path = tmp_path / "cases.txt"
    path.write_text(CASES, encoding="utf-8")
    assert len(set(occurrences.found(list(reports(path))).values())) == 3


def test_articles_and_where_their_news_began(tmp_path: Path) -> None:
    path = tmp_path / "articles.txt"
    path.write_text(ARTICLES, encoding="utf-8")
    listed = list(lineage.articles(path))
    a, b, other = (each.document.id for each in listed)

    assert lineage.golden(listed) == {a: a, b: a, other: other}
    assert lineage.found(listed) == {a: a, b: a, other: other}
    assert list(lineage.wrong(listed, {a: a, b: b, other: other})) == [
        "one B (copy): one B, not one A; exact 1.0 of one A"
    ]
