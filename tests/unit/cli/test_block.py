from __future__ import annotations

from dragoman.cli.block import block
from dragoman.records import Entry
from tests.factories import a_denial, a_document, a_statement

DOCUMENT = a_document()
NOW = "2024-05-30T12:00:00Z"


def test_a_block_tells_what_by_whose_account_and_in_which_words() -> None:
    statement = a_statement(DOCUMENT)
    assert [line.plain for line in block(Entry(statement, DOCUMENT, NOW), 6)] == [
        f"{statement.id[:9]}  undated  Azerbaijan → Israel  energy",
        "  about 40 percent of oil imports (ISR) · as told by a Baku official · The Gazette",
        "  > Azerbaijan supplies about 40 percent of Israel's oil imports, a Baku official said.",
    ]


def test_what_is_not_asserted_or_no_longer_stands_says_so() -> None:
    head = block(Entry(a_denial(DOCUMENT), DOCUMENT, NOW, superseded=NOW), 6)[0]
    assert head.plain.endswith("  CONSULT  denied  superseded 2024-05-30")


def test_markup_and_escapes_of_strangers_are_words() -> None:
    document = a_document(publisher="[red]\x1b[31mThe\nGazette[/red]")
    assert block(Entry(a_denial(document), document, NOW), 6)[1].plain == "  [red]The Gazette[/red]"
