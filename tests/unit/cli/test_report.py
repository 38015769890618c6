from __future__ import annotations

import json

from dragoman.cli.report import Outcome, as_json, lines
from dragoman.records import Copy, Failure, Report

REPORT = Report(
    read=("a.txt", "b.txt", "c.txt"),
    unchanged=("d.txt", "e.txt"),
    copies=(Copy("d1:c", "d1:a", "near", 0.9999), Copy("d1:b", "d1:a", "exact", 1.0)),
    failures=(Failure("f.pdf", "The file\nis \x1b[31mempty."),),
    names={"d1:a": "a.txt", "d1:b": "b.txt", "d1:c": "c.txt"},
    statements=1234,
)
EMPTY = Report((), (), (), (), {}, 0)


def test_counts_come_first_then_each_copy_and_failure() -> None:
    told = list(lines(Outcome(REPORT, ("e.txt",))))
    assert [line.split() for line in told[:2]] == [["read", "3"], ["statements", "1,234"]]
    assert told[7:] == [
        "",
        "Copies:",
        "  b.txt has the same text as a.txt",
        "  c.txt is 99 % like a.txt",
        "",
        "Failed:",
        "  f.pdf: The file is empty.",
        "",
        "Failed before and unchanged since:",
        "  e.txt",
    ]


def test_what_is_kept_without_a_date_or_with_one_that_is_still_to_come_is_told() -> None:
    undated = tuple(f"{number}.txt" for number in range(22))
    report = Report(undated, (), (), (), {}, 0, undated=undated, ahead=(("a.md", "2999-01-01"),))
    told = list(lines(Outcome(report)))
    assert ["failed", "0"] in [line.split() for line in told]
    assert told[told.index("  a.md: 2999-01-01") - 1].startswith("Dated in the future")
    assert told[-22].startswith("Without a date that can be read")
    assert told[-3:] == ["  18.txt", "  19.txt", "  and 2 more"]
    content = json.loads(as_json(Outcome(report)))
    assert (len(content["undated"]), content["ahead"]) == (22, [{"path": "a.md", "published": "2999-01-01"}])


def test_nothing_is_said_to_be_nothing() -> None:
    assert list(lines(Outcome(EMPTY))) == ["Nothing to read was found."]


def test_json_names_the_paths_of_copies() -> None:
    report = json.loads(as_json(Outcome(REPORT)))
    assert report["copies"][1] == {
        "path": "b.txt", "document": "d1:b", "of_path": "a.txt", "of": "d1:a", "kind": "exact", "likeness": 1.0,
    }  # fmt: skip


def test_a_reading_succeeded_if_anything_could_be_read_now_or_before() -> None:
    assert Outcome(REPORT).succeeded
    assert not Outcome(EMPTY).succeeded
    before = Report((), ("e.txt",), (), (), {}, 0)
    assert Outcome(before).succeeded
    assert not Outcome(before, ("e.txt",)).succeeded
