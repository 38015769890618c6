from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from dragoman import open as open_ledger
from tests.functional.shell import dragoman

TEXT = """\
Bolivia supplies 55 percent of Argentina's gas imports.

Paraguay supplies electricity to Argentina.

Bolivia and Argentina are close allies. Argentina regards Venezuela as a threat. Bolivia regards Venezuela as a threat.
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("network")
    (folder / "gas.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "a.ledger"
    told = ("--published", "2024-05-01", "--publisher", "La Plata Post")
    assert dragoman("read", folder / "gas.txt", "--into", path, *told).code == 0
    return path


def test_days_in_the_wrong_order_are_told(ledger: Path) -> None:
    answer = dragoman("network", ledger, "--since", "2024", "--as-of", "2023")
    assert (answer.code, answer.out) == (1, "")
    assert "2023-12-31 is before 2024-12-31; give the earlier day after --since." in answer.err


def test_who_stands_how_to_whom(ledger: Path) -> None:
    answer = dragoman("network", ledger, "--as-of", "2024-06-01")
    assert answer.code == 0, answer.err
    assert answer.out.startswith("As of 2024-06-01: ")
    assert any(
        line.startswith("+ BOL → ARG · energy · 55 percent · last told 2024-05-01 · 1 report · s1:")
        for line in answer.out.splitlines()
    )
    assert (
        dragoman("network", ledger, "Paraguay", "--as-of", "2024-06-01").out.splitlines()[1].startswith("+ PRY → ARG")
    )


def test_as_data_each_number_opens_to_its_statements(ledger: Path) -> None:
    (line,) = dragoman("network", ledger, "--format", "json").out.splitlines()
    network = json.loads(line)
    (gas,) = (each for each in network["links"] if (each["giver"], each["channel"]) == ("BOL", "energy"))
    assert dragoman("show", ledger, gas["reports"][0]).out
    rows = list(csv.DictReader(StringIO(dragoman("network", ledger, "--format", "csv").out)))
    assert [row["statements"].split("; ") for row in rows] == [each["reports"] for each in network["links"]]


def test_what_came_and_went(ledger: Path) -> None:
    answer = dragoman("network", ledger, "--since", "2020", "--as-of", "2024-06")
    assert answer.out.startswith("Between 2020-12-31 and 2024-06-30: ")
    data = json.loads(dragoman("network", ledger, "--since", "2020", "--format", "json").out)
    assert data["lost"] == []
    assert {each["giver"] for each in data["gained"]} >= {"BOL", "PRY"}


def test_how_far_one_depends_on_others(ledger: Path) -> None:
    answer = dragoman("exposure", ledger, "Argentina", "--channel", "energy")
    assert answer.code == 0, answer.err
    assert "  BOL  55 %, last told 2024-05-01" in answer.out.splitlines()
    assert "  unexplained  45 %" in answer.out.splitlines()
    assert answer.out.startswith("As of ")
    data = json.loads(dragoman("exposure", ledger, "Argentina", "--channel", "energy", "--format", "json").out)
    assert data["partners"] == {"BOL": [55.0, 55.0]}
    assert data["without_share"] == ["PRY"]


def test_three_with_a_common_foe_are_balanced(ledger: Path) -> None:
    triads = json.loads(dragoman("balance", ledger, "--format", "json").out)["triads"]
    assert {tuple(each["parties"]): each["state"] for each in triads}["ARG", "BOL", "VEN"] == "balanced"
    text = dragoman("balance", ledger).out
    assert text.startswith("1 triad: 1 balanced, 0 strained, 0 open.")
    rows = csv.DictReader(StringIO(dragoman("balance", ledger, "--format", "csv").out))
    (row,) = (row for row in rows if (row["a"], row["b"], row["c"]) == ("ARG", "BOL", "VEN"))
    assert (row["ab"], row["ac"], row["bc"]) == ("+", "-", "-")
    assert f"  ARG - VEN · hostility {row['ac_statements'][:9]}" in text


def test_balance_over_time_opens_to_statements(ledger: Path) -> None:
    """The text was published on 1 May 2024: before that nobody is tied to anybody."""
    span = ("balance", ledger, "--from", "2024-03", "--to", "2024-06", "--period", "month")
    text = dragoman(*span)
    assert text.code == 0, text.err
    assert [line.split()[:3] for line in text.out.splitlines() if line.startswith("2024")] == [
        ["2024-03", "2024-03-31", "0"],
        ["2024-04", "2024-04-30", "0"],
        ["2024-05", "2024-05-31", "1"],
        ["2024-06", "2024-06-30", "1"],
    ]
    assert "  ARG, BOL, VEN: no triad, then balanced" in text.out.splitlines()
    rows = [*csv.DictReader(StringIO(dragoman(*span, "--format", "csv").out))]
    assert [(row["balanced"], row["shifted"]) for row in rows] == [("0", "0"), ("0", "0"), ("1", "1"), ("1", "0")]
    months = [json.loads(line) for line in dragoman(*span, "--format", "json").out.splitlines()]
    (shift,) = (shift for month in months for shift in month["shifts"])
    assert [side["after"] for side in shift["sides"]] == ["+", "-", "-"]
    (threat, *_) = (link for side in shift["sides"] for link in side["came"] if link["channel"] == "hostility")
    assert "threat" in dragoman("show", ledger, threat["statements"][0]).out
    changes = [*csv.DictReader(StringIO(dragoman(*span, "--changes", "--format", "csv").out))]
    assert {row["period"] for row in changes} == {"2024-05"}
    assert dragoman(*span, "--changes").out.startswith("2024-05, by 2024-05-31\n")


def test_balance_is_of_a_day_or_over_time(ledger: Path) -> None:
    answer = dragoman("balance", ledger, "--as-of", "2024", "--period", "month")
    assert answer.code == 1
    assert "--as-of is about one day" in answer.err
    assert dragoman("balance", ledger, "--from", "2025", "--to", "2024").code == 1


def test_a_scenario_that_supposes_nothing_is_how_things_stand(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "none.toml").write_text('name = "Nothing"\ncut = []\n', encoding="utf-8")
    for format_ in ("json", "csv", "text"):
        baseline = dragoman("whatif", ledger, "--format", format_)
        assert baseline.code == 0, baseline.err
        assert dragoman("whatif", ledger, tmp_path / "none.toml", "--format", format_).out == baseline.out
    whatif = json.loads(dragoman("whatif", ledger, "--format", "json").out)
    assert whatif["network"] == json.loads(dragoman("network", ledger, "--format", "json").out)


@pytest.mark.parametrize("command", ["whatif", "network", "balance"])
def test_each_table_of_an_answer_can_be_had_as_csv(ledger: Path, command: str) -> None:
    with open_ledger(str(ledger)) as workspace:
        answer = {
            "whatif": lambda: workspace.whatif(workspace.scenario({})),
            "network": workspace.network,
            "balance": workspace.balance,
        }[command]()
        for name, frame in answer.frames.items():
            rows = dragoman(command, ledger, "--format", "csv", "--table", name).out.splitlines()
            assert tuple(rows[0].split(",")) == frame.columns
            assert len([*csv.reader(rows)]) == len(frame) + 1
        first = next(iter(answer.frames))
    unnamed = dragoman(command, ledger, "--format", "csv").out
    assert unnamed == dragoman(command, ledger, "--format", "csv", "--table", first).out
    assert "; there are " in dragoman(command, ledger, "--format", "csv", "--table", "nothing").err
    assert "give it with --format csv" in dragoman(command, ledger, "--table", first).err


def test_a_table_is_of_one_day(ledger: Path) -> None:
    network = dragoman("network", ledger, "--since", "2024", "--format", "csv", "--table", "links")
    assert "give it without --table" in network.err
    balances = dragoman("balance", ledger, "--from", "2024", "--format", "csv", "--table", "triads")
    assert "--table is about one day" in balances.err


def test_a_file_and_options_say_the_same(ledger: Path, tmp_path: Path) -> None:
    (tmp_path / "cut.toml").write_text('cut = ["Bolivia->Argentina:energy"]\nwithout = ["Venezuela"]\n')
    by_file = dragoman("whatif", ledger, tmp_path / "cut.toml")
    by_options = dragoman("whatif", ledger, "--cut", "BOL->ARG:energy", "--without", "VEN")
    assert by_file.code == by_options.code == 0, by_file.err
    assert by_file.out == by_options.out
    assert "BOL → ARG energy: 55 % of gas imports; PRY supplies it already" in by_file.out
    assert "ARG and BOL, in VEN" in by_file.out


def test_a_publisher_that_is_not_believed(ledger: Path) -> None:
    answer = dragoman("whatif", ledger, "--without", "La Plata Post")
    assert answer.code == 0, answer.err
    assert "nothing else supports it" in answer.out
    assert "0 would" in answer.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--cut", "BOL>ARG"), "is no tie; write KAZ->ISR:energy"),
        (("--without", "La Plata Pots"), "Did you mean La Plata Post?"),
        (("--share", "BOL->ARG:energy=lots"), "is no share"),
        (("missing.toml",), "cannot be read"),
    ],
)
def test_what_cannot_be_supposed(ledger: Path, arguments: tuple[str, ...], says: str) -> None:
    answer = dragoman("whatif", ledger, *arguments)
    assert answer.code == 1
    assert says in answer.err
    assert not answer.out
