from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.functional.shell import dragoman

BY = ("--who", "A. Analyst", "--why", "read it again")


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A ledger of the pile that may be changed."""
    return Path(shutil.copy(ledger, tmp_path / "own.ledger"))


@pytest.mark.parametrize(
    "command",
    [
        ("statements", "--party", "Israel"),
        ("brief", "Azerbaijan", "Israel"),
        ("quantities", "Israel"),
        ("ties",),
        ("search", "oil"),
        ("info",),
    ],
)
def test_an_answer_can_be_asked_again_after_the_ledger_learnt_more(
    own: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    receipt = tmp_path / "receipt.json"
    answer = dragoman("--receipt", receipt, command[0], own, *command[1:])
    assert answer.code == 0, answer.err
    assert answer.out == dragoman(command[0], own, *command[1:]).out
    assert json.loads(receipt.read_text(encoding="utf-8"))["lines"] == len(answer.out.splitlines())
    retracted = dragoman("retract", own, "The Courier", "--as", "publisher", *BY, SOURCE_DATE_EPOCH="1700009999")
    assert retracted.code == 0
    again = dragoman("replay", receipt)
    assert again.code == 0, again.err
    assert "The same answer, byte for byte" in again.out


def test_that_nothing_was_found_can_be_shown(own: Path, tmp_path: Path) -> None:
    receipt = tmp_path / "receipt.json"
    assert dragoman("--receipt", receipt, "statements", own, "--party", "Peru").out == ""
    assert json.loads(receipt.read_text(encoding="utf-8"))["lines"] == 0
    moved = own.rename(tmp_path / "moved.ledger")
    assert dragoman("replay", receipt, "--ledger", moved).code == 0


def test_another_ledger_or_another_answer_is_told(own: Path, tmp_path: Path) -> None:
    receipt = tmp_path / "receipt.json"
    dragoman("--receipt", receipt, "statements", own, "--party", "Israel")
    values = json.loads(receipt.read_text(encoding="utf-8"))
    receipt.write_text(json.dumps({**values, "held": "sha256:0"}), encoding="utf-8")
    assert "does not hold what" in dragoman("replay", receipt).err
    receipt.write_text(json.dumps({**values, "answer": "sha256:0"}), encoding="utf-8")
    answer = dragoman("replay", receipt)
    assert (answer.code, "answers otherwise" in answer.err) == (1, True)


@pytest.mark.parametrize(
    ("text", "message"), [("[]", "is no receipt"), ("{}", "it lacks command"), ("no", "is no receipt")]
)
def test_a_file_that_is_no_receipt(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "file"
    file.write_text(text, encoding="utf-8")
    answer = dragoman("replay", file)
    assert (answer.code, message in answer.err) == (1, True)


def test_there_is_no_receipt_for_what_asks_nothing_or_fails(own: Path, tmp_path: Path) -> None:
    receipt = tmp_path / "receipt.json"
    assert "asks a ledger nothing" in dragoman("--receipt", receipt, "verify", own).err
    assert dragoman("--receipt", receipt, "brief", own, "Israel", "Atlantis").code == 1
    assert not receipt.exists()
