from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.functional.piles import OIL
from tests.functional.shell import dragoman

BY = ("--who", "A. Analyst", "--why", "read it again")


@pytest.fixture
def own(ledger: Path, tmp_path: Path) -> Path:
    """A ledger of the pile that may be changed."""
    return Path(shutil.copy(ledger, tmp_path / "own.ledger"))


def _statements(ledger: Path, *more: str) -> list[dict[str, object]]:
    return list(map(json.loads, dragoman("statements", ledger, *more, "--format", "json").out.splitlines()))


def test_a_statement_is_judged_and_the_judgement_undone(own: Path) -> None:
    (visit, *_) = _statements(own, "--type", "CONSULT", "--actor", "Israel")
    answer = dragoman("decide", own, str(visit["id"]), "--type", "COOPERATE", *BY)
    assert answer.code == 0, answer.err
    assert visit["id"] not in {each["id"] for each in _statements(own)}
    assert [each["type"] for each in _statements(own, "--type", "COOPERATE")] == ["COOPERATE"]

    (line,) = dragoman("decisions", own).out.splitlines()
    assert "wrong type, it is COOPERATE (A. Analyst: read it again)" in line
    assert dragoman("decisions", own, "--undo", line.split()[0], "--who", "B. Editor").code == 0
    assert visit["id"] in {each["id"] for each in _statements(own)}
    assert "by B. Editor" in dragoman("decisions", own).out
    assert dragoman("verify", own).code == 0


def test_what_is_confirmed_stays_is_listed_carried_over_and_undone(own: Path, ledger: Path, tmp_path: Path) -> None:
    (visit, *_) = before = _statements(own, "--type", "CONSULT", "--actor", "Israel")
    answer = dragoman("decide", own, str(visit["id"]), "--confirmed", *BY)
    assert answer.code == 0, answer.err
    assert _statements(own, "--type", "CONSULT", "--actor", "Israel") == before
    (line,) = dragoman("decisions", own).out.splitlines()
    assert "CONSULT confirmed (A. Analyst: read it again)" in line

    other = Path(shutil.copy(ledger, tmp_path / "other.ledger"))
    dragoman("decisions", own, "--export", tmp_path / "judged.jsonl")
    assert "1 decision was new here." in dragoman("decisions", other, "--import", tmp_path / "judged.jsonl").err
    assert dragoman("decisions", other, "--undo", line.split()[0]).code == 0
    assert "undone" in dragoman("decisions", other).out
    assert dragoman("verify", other).code == 0
    assert _statements(other) == _statements(own)


def test_a_decision_holds_when_the_same_is_read_again(own: Path, pile: Path) -> None:
    (visit, *_) = _statements(own, "--type", "CONSULT", "--actor", "Israel")
    dragoman("decide", own, str(visit["id"]), "--not-stated", *BY)
    before = _statements(own)
    assert dragoman("read", pile, "--into", own).code == 0
    assert _statements(own) == before


def test_what_a_retraction_would_cost_and_costs(own: Path) -> None:
    before = _statements(own)
    answer = dragoman("retract", own, "The Courier", "--as", "publisher", "--dry-run")
    assert answer.code == 0
    assert "lose support" in answer.err
    assert any("No longer reported" in line for line in answer.out.splitlines())
    assert _statements(own) == before

    assert dragoman("retract", own, "The Courier", "--as", "publisher", *BY).code == 0
    assert "The Courier" not in {each["document"]["publisher"] for each in _statements(own)}  # type: ignore[index]
    (line,) = dragoman("decisions", own).out.splitlines()
    dragoman("decisions", own, "--undo", line.split()[0])
    assert len(_statements(own)) == len(before)


def test_decisions_go_from_one_ledger_to_another(own: Path, ledger: Path, tmp_path: Path) -> None:
    (visit, *_) = _statements(own, "--type", "CONSULT", "--actor", "Israel")
    dragoman("decide", own, str(visit["id"]), "--party", "AZE=ARM", *BY)
    other = Path(shutil.copy(ledger, tmp_path / "other.ledger"))
    assert dragoman("decisions", own, "--export", tmp_path / "judged.jsonl").code == 0
    answer = dragoman("decisions", other, "--import", tmp_path / "judged.jsonl")
    assert "1 decision was new here." in answer.err
    assert {each["id"] for each in _statements(other)} == {each["id"] for each in _statements(own)}
    assert "0 decisions were new" in dragoman("decisions", other, "--import", tmp_path / "judged.jsonl").err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--not-stated", "--type", "AID"), "Say one thing"),
        ((), "Say one thing"),
        (("--type", "VISITED"), "is no type"),
        (("--party", "Peru=Chile"), "takes no part"),
        (("--same",), "two or more"),
    ],
)
def test_what_cannot_be_decided(own: Path, arguments: tuple[str, ...], message: str) -> None:
    (first, *_) = _statements(own)
    answer = dragoman("decide", own, str(first["id"]), *arguments, *BY)
    assert answer.code == 1
    assert message in answer.err


def test_a_file_of_decisions_that_is_none(own: Path, tmp_path: Path) -> None:
    (tmp_path / "no.jsonl").write_text('{"verdict": "wrong"}\n', encoding="utf-8")
    answer = dragoman("decisions", own, "--import", tmp_path / "no.jsonl")
    assert answer.code == 1
    assert "Line 1 is no decision" in answer.err
    assert dragoman("decisions", own, "--import", tmp_path / "missing").code == 1


def test_what_was_copied_from_what_is_retracted_falls_with_it(own: Path, tmp_path: Path) -> None:
    answer = dragoman("retract", own, "The Courier", "--as", "publisher", *BY)
    assert "altogether" in answer.err
    assert not _statements(own, "--publisher", "The Mirror")
    late = tmp_path / "late.txt"
    late.write_text("From elsewhere. " + OIL, encoding="utf-8")
    assert dragoman("read", late, "--into", own, "--publisher", "Late", "--published", "2023-08-01").code == 0
    assert not _statements(own, "--publisher", "Late")
    (line,) = dragoman("decisions", own).out.splitlines()
    dragoman("decisions", own, "--undo", line.split()[0])
    assert _statements(own, "--publisher", "The Mirror")


def test_nothing_by_that_name_can_be_retracted(own: Path) -> None:
    answer = dragoman("retract", own, "Nobody", "--as", "publisher", *BY)
    assert answer.code == 1
    assert "No publisher is called" in answer.err
    assert dragoman("decisions", own).out == ""


def test_who_acts_and_who_is_acted_upon_change_places(own: Path) -> None:
    (oil, *_) = _statements(own, "--type", "energy", "--actor", "Azerbaijan")
    assert dragoman("decide", own, str(oil["id"]), "--turned", *BY).code == 0
    assert len(_statements(own, "--type", "energy", "--actor", "Israel")) == 1


def test_one_id_that_is_none_leaves_the_others_alone(own: Path) -> None:
    (first, *_) = before = _statements(own)
    assert dragoman("decide", own, str(first["id"]), "s1:nothing", "--not-stated", *BY).code == 1
    assert _statements(own) == before


def test_two_statements_are_judged_to_be_of_one_event_or_of_two(own: Path) -> None:
    one, other = (_statements(own, "--type", type_)[0] for type_ in ("CONSULT", "ACCUSE"))
    (tie, *_) = _statements(own, "--type", "energy")
    refused = dragoman("decide", own, str(one["id"]), str(tie["id"]), "--same", *BY)
    assert refused.code == 1
    assert "a tie (energy), which are never one" in refused.err

    answer = dragoman("decide", own, str(one["id"]), str(other["id"]), "--same", *BY)
    assert answer.code == 0, answer.err
    assert "same as" in answer.err
    lineage = json.loads(dragoman("lineage", own, str(one["id"]), "--format", "json").out)
    told = {report["statement"] for part in lineage for origin in part["origins"] for report in origin["reports"]}
    assert {one["id"], other["id"]} <= told

    refused = dragoman("decide", own, str(one["id"]), str(other["id"]), "--not-same", *BY)
    assert refused.code == 1
    assert "A. Analyst judged this same" in refused.err
    (line,) = dragoman("decisions", own).out.splitlines()
    dragoman("decisions", own, "--undo", line.split()[0])
    again = dragoman("lineage", own, str(one["id"]), "--format", "json").out
    assert str(other["id"]) not in again
    assert dragoman("verify", own).code == 0


def test_a_publisher_that_is_not_there_is_told_with_those_most_like_it(own: Path) -> None:
    answer = dragoman("retract", own, "The Curier", "--as", "publisher", "--dry-run")
    assert answer.code == 1
    assert "Did you mean" in answer.err
    assert "The Courier" in answer.err
    assert "No source is called" in dragoman("retract", own, "The Courier", "--as", "source", "--dry-run").err


def test_pairs_go_to_nomenklatura_and_back(own: Path, ledger: Path, tmp_path: Path) -> None:
    last = max(str(each["id"]) for each in _statements(own, "--type", "ACCUSE", "--actor", "TUR"))
    (other,) = (str(each["id"]) for each in _statements(own, "--type", "ACCUSE", "--actor", "IRN"))
    assert dragoman("decide", own, last, other, "--not-same", *BY).code == 0
    edges = tmp_path / "edges.ijson"
    assert dragoman("decisions", own, "--export", edges, "--as", "nomenklatura").code == 0
    (line,) = edges.read_text(encoding="utf-8").splitlines()
    target, source, judgement, _, user, _ = json.loads(line)
    # An event goes by the first of its reports.
    first = min(str(each["id"]) for each in _statements(own, "--type", "ACCUSE", "--actor", "TUR"))
    ids = {f"dragoman-{each.replace(':', '-')}" for each in (first, other)}
    assert ({target, source}, judgement, user) == (ids, "negative", "A. Analyst")
    entities = {json.loads(each)["id"] for each in dragoman("export", own, "--as", "ftm", "-o", "-").out.splitlines()}
    assert ids < entities

    fresh = Path(shutil.copy(ledger, tmp_path / "other.ledger"))
    assert "1 decision was new here." in dragoman("decisions", fresh, "--import", edges).err
    assert "0 decisions were new here." in dragoman("decisions", fresh, "--import", edges).err
    (told,) = dragoman("decisions", fresh).out.splitlines()
    assert "not the same thing as" in told
    assert "(A. Analyst: judged in nomenklatura)" in told

    joined = [json.dumps(["NK-abc", each, "positive", None, "B", None]) for each in (target, source)]
    edges.write_text("\n".join(joined), encoding="utf-8")
    answer = dragoman("decisions", fresh, "--import", edges)
    assert (answer.code, answer.err.count("\n")) == (1, 1)
    assert "A. Analyst judged not the same" in answer.err
    third = Path(shutil.copy(ledger, tmp_path / "third.ledger"))
    assert "1 decision was new here." in dragoman("decisions", third, "--import", edges).err
