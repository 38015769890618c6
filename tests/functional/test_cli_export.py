from __future__ import annotations

import json
from pathlib import Path

from tests.functional.shell import dragoman


def test_a_file_and_standard_output_get_the_same_lines(tmp_path: Path, ledger: Path) -> None:
    file = tmp_path / "statements.jsonl"
    file.write_text("an earlier export", encoding="utf-8")
    assert dragoman("export", ledger, "--as", "statements", "-o", file).code == 0
    printed = dragoman("export", ledger, "--as", "statements", "-o", "-")
    assert file.read_text(encoding="utf-8") == printed.out
    assert list(tmp_path.iterdir()) == [file]
    some = dragoman("export", ledger, "--as", "statements", "-o", "-", "--party", "FRA")
    assert set(some.out.splitlines()) < set(printed.out.splitlines())
    for line in printed.out.splitlines():
        evidence = json.loads(line)["evidence"]
        assert len(evidence["text"]) == evidence["end"] - evidence["start"]


def test_a_failed_export_leaves_what_was_there(tmp_path: Path, ledger: Path) -> None:
    file = tmp_path / "statements.jsonl"
    file.write_text("an earlier export", encoding="utf-8")
    assert dragoman("export", ledger, "--as", "statements", "-o", file, "--party", "Nowhere").code == 1
    assert file.read_text(encoding="utf-8") == "an earlier export"
    assert list(tmp_path.iterdir()) == [file]
    missing = dragoman("export", ledger, "--as", "statements", "-o", tmp_path / "none" / "file")
    assert (missing.code, missing.err.count("\n")) == (1, 1)


def test_the_ledger_is_not_written_over(ledger: Path) -> None:
    before = ledger.read_bytes()
    answer = dragoman("export", ledger, "--as", "statements", "-o", ledger)
    assert answer.code == 1
    assert "is the ledger itself" in answer.err
    assert ledger.read_bytes() == before


def test_a_folder_gets_a_file_named_after_the_format(tmp_path: Path, ledger: Path) -> None:
    answer = dragoman("export", ledger, "--as", "statements", "-o", tmp_path)
    assert (answer.code, answer.err) == (0, f"{tmp_path / 'statements.jsonl'}\n")
    printed = dragoman("export", ledger, "--as", "statements", "-o", "-")
    assert (tmp_path / "statements.jsonl").read_text(encoding="utf-8") == printed.out


def test_a_folder_that_is_to_be_made_is_one(tmp_path: Path, ledger: Path) -> None:
    answer = dragoman("export", ledger, "--as", "statements", "-o", f"{tmp_path}/new/")
    assert (answer.code, answer.err) == (0, f"{tmp_path / 'new' / 'statements.jsonl'}\n")


def test_an_unknown_format_says_which_there_are(tmp_path: Path, ledger: Path) -> None:
    answer = dragoman("export", ledger, "--as", "cuneiform", "-o", tmp_path / "file")
    assert answer.code == 2
    assert "There is no 'cuneiform' here; there are statements" in answer.err
    assert list(tmp_path.iterdir()) == []
