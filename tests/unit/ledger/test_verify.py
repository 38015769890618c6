from __future__ import annotations

import random
import re
import sqlite3
from pathlib import Path

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger import Derived, Ledger
from dragoman.ledger.rows import STATEMENT_COLUMNS
from tests.factories import a_document, a_reading, a_visit

EVERY = f"key, document, recorded, {STATEMENT_COLUMNS}"


def findings_after(path: Path, tampering: str) -> str:
    with Ledger.open(path, create=True) as ledger:
        with ledger.writer() as writer:
            writer.add(a_reading(), recorded="2024-05-01")
            writer.renew_derived([Derived(a_visit(a_document()).id, "o1:one", 1)], matters=[])
        with ledger.view() as view:
            assert view.verify() == []
        connection = sqlite3.connect(path)
        with connection:
            connection.execute(tampering)
        connection.close()
        with ledger.view() as view:
            return "\n".join(view.verify())


@pytest.mark.parametrize(
    ("tampering", "finding"),
    [
        ("UPDATE documents SET text = replace(text, '40', '90')", "Document d1:.* has changed"),
        ("UPDATE documents SET publisher = 'Another'", "Document d1:.* has changed"),
        ("UPDATE statements SET standing = 'denied'", "Statement s1:.* has changed"),
        ("UPDATE statements SET standing = 'true'", "Statement s1:.* cannot be read back"),
        ("UPDATE statements SET evidence_end = 9999", "cannot be read back from document"),
        ("UPDATE statements SET evidence_end = evidence_end - 1", "Statement s1:.* has changed"),
        ("UPDATE statements SET contexts = '['", "Statement s1:.* cannot be read back"),
        ("UPDATE mentions SET mention_start = 9998, mention_end = 9999", "cannot be read back"),
        ("UPDATE names SET code = 'XXX' WHERE code = 'AZE'", "Statement s1:.* has changed"),
        ("UPDATE quantities SET low = 90", "Statement s1:.* has changed"),
        ("DELETE FROM chains", "Statement s1:.* has changed"),
        ("DELETE FROM names", "mentions refers to a row of names"),
        ("DELETE FROM documents", "statements refers to a row of documents"),
        ("UPDATE documents SET superseded = '2024-06-01T00:00:00'", "stands although its document"),
        ("UPDATE statements SET superseded = '2023-06-01T00:00:00'", "before it was recorded"),
        ("UPDATE derived_occurrences SET statement = 's1:none'", "Statement s1:none has an occurrence"),
        ("INSERT INTO copies VALUES (1, 'd1:a', 'd1:b', 'near', 0.5, '2024-05-01', NULL)", "d1:a is said to be a copy"),
        ("INSERT INTO signatures VALUES ('d1:a', x'00', '2024-05-01')", "Document d1:a has a signature"),
        (f"INSERT INTO statements ({EVERY}) SELECT key + 9, {EVERY[5:]} FROM statements", "is there 2 times"),
        ("DELETE FROM search_docsize", "cannot be found by its words"),
        ("UPDATE documents SET published_precision = 'day', published_from = 'x'", "cannot be read back"),
    ],
)  # fmt: skip
def test_tampering_is_found(tmp_path: Path, tampering: str, finding: str) -> None:
    assert re.search(finding, findings_after(tmp_path / "ledger", tampering))


def test_a_damaged_page_is_found(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    with Ledger.open(path, create=True) as ledger:
        with ledger.writer() as writer:
            writer.add_many(
                [a_reading(a_document(title=f"Title {number}")) for number in range(200)], recorded="2024-05-01"
            )
        content = bytearray(path.read_bytes())
        content[-5 * 8192 :] = b"\x55" * 5 * 8192
        path.write_bytes(content)
        with ledger.view() as view:
            assert "damaged" in "\n".join(view.verify())


def held(path: Path) -> tuple[str, str, str]:
    with Ledger.open(path) as ledger, ledger.view() as view:
        return view.digest(), repr(list(view.documents())), repr(list(view.entries()))


def test_damaged_bytes_are_found_or_change_nothing_that_was_read(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "whole", create=True) as ledger, ledger.writer() as writer:
        titles = (f"Title {number}" for number in range(9))
        writer.add_many([a_reading(a_document(title=title)) for title in titles], recorded="2024-05-01")
    chance, whole, expected = random.Random(1), (tmp_path / "whole").read_bytes(), held(tmp_path / "whole")
    outcomes = {"told": 0, "harmless": 0}
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 2, 8))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        (tmp_path / "damaged").write_bytes(content)
        try:
            with Ledger.open(tmp_path / "damaged") as ledger, ledger.view() as view:
                found = view.verify()
        except LedgerError as error:
            found = [str(error)]
        outcomes["told" if found else "harmless"] += 1
        assert all(len(each) < 1000 for each in found)
        assert found or held(tmp_path / "damaged") == expected
    assert all(outcomes.values())


def test_a_description_of_tables_that_is_no_text_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    Ledger.open(path, create=True).close()
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE clock (one", b"CREATE T\xff\xfeLE clock (one"))
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="is damaged"):
        ledger.view()


def test_a_clock_that_holds_no_moment_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    Ledger.open(path, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE clock")
        connection.execute("CREATE TABLE clock (one, latest)")
        connection.execute("INSERT INTO clock VALUES (1, NULL)")
    connection.close()
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match="is damaged"):
        ledger.view()
