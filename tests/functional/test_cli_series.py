from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.functional.shell import dragoman

TEXT = """\
Japan's foreign minister visited Manila on 3 May 2023.

Japan's prime minister visited Manila on 20 May 2023.

The Philippines expelled a Chinese diplomat on 7 June 2023.
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("series")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "a.ledger"
    assert dragoman("read", folder / "text.txt", "--into", path, "--published", "2023-07-01").code == 0
    return path


def test_a_dyad_month_frame(ledger: Path) -> None:
    answer = dragoman("series", ledger, "--format", "csv")
    assert answer.code == 0, answer.err
    rows = [*csv.DictReader(StringIO(answer.out))]
    assert {(row["actor"], row["recipient"], row["period"], row["counts"]) for row in rows} >= {
        ("JPN", "PHL", "2023-05", "occurrence"),
        ("PHL", "CHN", "2023-06", "occurrence"),
    }
    (talks,) = (row for row in rows if (row["actor"], row["period"]) == ("JPN", "2023-05"))
    assert (talks["quad1"], talks["total"]) == ("2", "2")


def test_between_days_in_the_numbers_of_the_correlates_of_war(ledger: Path) -> None:
    rows = [*csv.DictReader(StringIO(dragoman("series", ledger, "--from", "2023-06", "--format", "csv").out))]
    assert {row["period"] for row in rows} <= {"2023-06", "undated"}
    assert ("840", "710") in {(row["actor_cow"], row["recipient_cow"]) for row in rows}
    full = dragoman("series", ledger, "JPN", "PHL", "--from", "2023-03", "--to", "2023-08", "--full").out
    assert [line.split()[3:5] for line in full.splitlines() if line.startswith("JPN → PHL")][:6] == [
        ["2023-03", "0"],
        ["2023-04", "0"],
        ["2023-05", "2"],
        ["2023-06", "0"],
        ["2023-07", "0"],
        ["2023-08", "0"],
    ]


def test_each_number_opens_to_its_statements(ledger: Path) -> None:
    cells = [json.loads(line) for line in dragoman("series", ledger, "Japan", "--format", "json").out.splitlines()]
    assert all("JPN" in (cell["actor"], cell["recipient"]) for cell in cells)
    assert "visited Manila" in dragoman("show", ledger, cells[0]["statements"][0]).out


def test_to_read(ledger: Path) -> None:
    first, second, *_ = dragoman("series", ledger, "Japan", "Philippines", "--by", "report").out.splitlines()
    assert first.split()[2] == "reports"
    assert second.startswith("JPN → PHL   2023-05")


def test_parquet(ledger: Path, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    one, other = tmp_path / "a.parquet", tmp_path / "b.parquet"
    for file in (one, other):
        answer = dragoman("series", ledger, "--format", "parquet", "-o", file)
        assert answer.code == 0, answer.err
    assert one.read_bytes() == other.read_bytes()
    assert set(pandas.read_parquet(one)["period"]) >= {"2023-05", "2023-06"}


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("--format", "parquet"), 1, "Parquet is no text"),
        (("--period", "fortnight"), 2, "There is no 'fortnight' here; there are day, week, month, quarter and year."),
        (("--format", "csv", "-o", "series.csv"), 1, "-o takes Parquet only"),
        (("Atlantis",), 1, "Atlantis"),
        (("--from", "2024", "--to", "2023"), 1, "give the earlier day first"),
    ],
)
def test_what_cannot_be_asked(ledger: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    answer = dragoman("series", ledger, *arguments)
    assert answer.code == code
    assert says in answer.err


def test_parquet_does_not_take_the_ledgers_place(ledger: Path) -> None:
    answer = dragoman("series", ledger, "--format", "parquet", "-o", ledger)
    assert answer.code == 1
    assert "is the ledger itself" in answer.err
    assert dragoman("verify", ledger).code == 0


def test_what_is_undated_can_be_taken_to_be_of_its_publication(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Japan condemned North Korea.\n", encoding="utf-8")
    path = tmp_path / "a.ledger"
    assert dragoman("read", tmp_path / "text.txt", "--into", path, "--published", "2023-07-01").code == 0
    told = {each: dragoman("series", path, "--undated", each).out.splitlines()[1:] for each in ("apart", "published")}
    assert [line.split()[:5] for line in told["apart"]] == [["JPN", "→", "PRK", "undated", "1"]]
    assert [line.split()[:5] for line in told["published"]] == [["JPN", "→", "PRK", "2023-07", "1"]]
    assert told["published"][0].endswith("1 by publication")
