from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from dragoman.exchange.events import columns
from tests import rows
from tests.functional.shell import dragoman

TALKS = {"Event ID": "1", "Event Date": "2014-01-02", "CAMEO Code": "042", "Source Name": "Iran", "Target Name": "Oman"}
ATTACK = {"event_id_cnty": "A1", "event_date": "2023-05-30", "sub_event_type": "Attack", "actor1": "Hezbollah"}
AGREED = {
    "id": "1",
    "date": "2023-05-30",
    "actor": [{"code": "ISR"}],
    "recipient": [{"code": "AZE"}],
    "event": ["AGREE"],
}
TABLES = {
    "polecat": ("a.txt", rows.polecat(rows.VISIT, rows.SIGNED)),
    "gdelt": ("a.export.CSV", rows.tabbed(columns.GDELT, rows.an_event("7", "042", "ISR", "AZE"))),
    "icews": ("a.tab", rows.tabbed(columns.ICEWS, TALKS, headed=True)),
    "acled": ("a.csv", rows.comma({**ATTACK, "actor2": "Civilians (Israel)"})),
    "plover": ("a.jsonl", json.dumps(AGREED) + "\n"),
}


@pytest.mark.parametrize("form", TABLES)
def test_a_file_is_taken_in_once_and_answers(tmp_path: Path, form: str) -> None:
    name, text = TABLES[form]
    file, ledger = rows.put(tmp_path / name, text), tmp_path / "a.ledger"
    answer = dragoman("import", file, "--into", ledger, "--as", form)

    assert (answer.code, answer.err) == (0, "")
    assert ["new", "rows"] in [line.split()[:2] for line in answer.out.splitlines()]
    again = json.loads(dragoman("import", file, "--into", ledger, "--as", form, "--format", "json").out)
    assert (again["new"], again["unchanged"]) == (0, [str(file)])
    assert dragoman("verify", ledger).code == 0
    assert "already" in dragoman("reread", ledger).err
    for command in ("statements", "series", "network"):
        asked = dragoman(command, ledger)
        assert (asked.code, asked.err) == (0, ""), asked


@pytest.mark.parametrize("form", ["polecat", "gdelt", "icews", "plover"])
def test_what_is_taken_in_comes_out_as_it_was(tmp_path: Path, form: str) -> None:
    name, text = TABLES[form]
    file, ledger = rows.put(tmp_path / name, text), tmp_path / "a.ledger"
    dragoman("import", file, "--into", ledger, "--as", form)
    answer = dragoman("export", ledger, "--as", form, "-o", tmp_path / f"out{name[1:]}")

    assert answer.code == 0, answer.err
    assert (tmp_path / f"out{name[1:]}").read_text(encoding="utf-8") == text
    assert f"{tmp_path}/out.policy.toml" in answer.err.splitlines()


def test_a_bad_row_is_told_with_its_line_and_the_rest_goes_on(tmp_path: Path) -> None:
    file = rows.put(tmp_path / "a.txt", rows.polecat(rows.VISIT, rows.BROKEN))
    answer = dragoman("import", file, "--into", tmp_path / "a.ledger", "--as", "polecat")

    assert answer.code == 0
    assert f"  {file}#3: '2020-13-99' is not a date" in answer.out
    nothing = dragoman("import", tmp_path / "none.txt", "--into", tmp_path / "b.ledger", "--as", "polecat")
    assert (nothing.code, nothing.err) == (1, "")
    assert "none.txt" in nothing.out


def test_a_format_that_there_is_not_is_told(tmp_path: Path) -> None:
    answer = dragoman("import", tmp_path / "a.txt", "--into", tmp_path / "a.ledger", "--as", "cuneiform")

    assert answer.code == 2
    assert "polecat" in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("form", "names"),
    [
        ("polecat", {"polecat.txt", "polecat.evidence.jsonl", "polecat.policy.toml"}),
        ("gdelt", {"gdelt.export.CSV", "gdelt.mentions.CSV", "gdelt.evidence.jsonl", "gdelt.policy.toml"}),
        ("icews", {"icews.tab", "icews.evidence.jsonl", "icews.policy.toml"}),
        ("plover", {"plover.jsonl", "plover.evidence.jsonl", "plover.policy.toml"}),
    ],
)
def test_statements_of_documents_are_exported_as_events(
    tmp_path: Path, ledger: Path, form: str, names: set[str]
) -> None:
    answer = dragoman("export", ledger, "--as", form, "-o", f"{tmp_path}/out/")

    assert answer.code == 0, answer.err
    assert {path.name for path in (tmp_path / "out").iterdir()} == names
    printed = dragoman("export", ledger, "--as", form, "-o", "-")
    first = next(
        name for name in sorted(names) if "evidence" not in name and "policy" not in name and "mentions" not in name
    )
    assert printed.out == (tmp_path / "out" / first).read_text(encoding="utf-8")
    assert "policy.toml is left out" in printed.err
    evidence = (tmp_path / "out" / f"{form}.evidence.jsonl").read_text(encoding="utf-8").splitlines()
    assert evidence
    assert all(json.loads(line)["evidence"]["text"] for line in evidence)
    assert {json.loads(line)["standing"] for line in evidence} == {"asserted"}


def test_a_policy_of_ones_own_is_followed_and_printed(tmp_path: Path) -> None:
    row = {**rows.VISIT, "Recipient Name": "Kosovo", "Recipient Country": "KOS"}
    file, ledger = rows.put(tmp_path / "a.txt", rows.polecat(row)), tmp_path / "a.ledger"
    dragoman("import", file, "--into", ledger, "--as", "polecat")
    policy = rows.put(tmp_path / "mine.toml", '[territory.Kosovo]\nname = "Kosovo"\ncode = "SRB"\nsector = "PRE"\n')
    out = tmp_path / "out.tab"
    assert dragoman("export", ledger, "--as", "icews", "-o", out, "--policy", policy).code == 0

    target = out.read_text(encoding="utf-8").splitlines()[1].split("\t")[8:11]
    assert (target[0], target[2]) == ("Kosovo", "Serbia")
    printed = tomllib.loads((tmp_path / "out.policy.toml").read_text(encoding="utf-8"))
    assert printed["territory"]["XKX"] == {"name": "Kosovo", "code": "SRB", "sector": "PRE"}
    # What was printed is a policy again.
    assert dragoman("export", ledger, "--as", "icews", "-o", out, "--policy", tmp_path / "out.policy.toml").code == 0
    for wrong in (tmp_path / "none.toml", file):
        answer = dragoman("export", ledger, "--as", "icews", "-o", out, "--policy", wrong)
        assert (answer.code, answer.err.count("\n")) == (1, 1)


def test_pairs_have_rows_of_their_own_if_asked(tmp_path: Path) -> None:
    file, ledger = rows.put(tmp_path / "a.txt", rows.polecat(rows.SIGNED)), tmp_path / "a.ledger"
    dragoman("import", file, "--into", ledger, "--as", "polecat")
    answer = dragoman("export", ledger, "--as", "polecat", "--expand", "-o", "-")

    header, *listed = answer.out.splitlines()
    countries = [dict(zip(header.split("\t"), line.split("\t"), strict=True))["Actor Country"] for line in listed]
    assert countries == ["ISR", "BHR"]
