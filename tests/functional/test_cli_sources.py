"""Feeds, mail and web archives, read as any other file is."""

from __future__ import annotations

import gzip
import json
import warnings
import zipfile
from pathlib import Path

import pytest

from tests.functional.piles import OIL
from tests.functional.shell import dragoman
from tests.unit.intake.made import as_html, letter, packed, response, rss, write


def test_one_article_by_feed_mail_and_archive_is_one_article_and_its_copies(tmp_path: Path) -> None:
    pile, ledger = tmp_path / "pile", tmp_path / "l"
    write(pile, "a.txt", OIL)
    write(pile, "b.rss", rss(f"<guid>1</guid><title>Oil</title><description>{OIL}</description>"))
    write(pile, "c.eml", letter(OIL))
    write(pile, "d.mbox", b"From a@b.example Mon Mar  4 09:15:00 2024\n" + letter(f"{OIL} It rained."))
    write(pile, "e.warc", response(as_html([OIL]), "https://herald.example/e"))
    answer = dragoman("read", pile, "--into", ledger, "--format", "json")
    assert answer.code == 0, answer.err
    report = json.loads(answer.out)
    assert report["failed"] == []
    assert [each.rsplit("/", 1)[1] for each in report["read"]] == ["a.txt", "b.rss#1", "c.eml", "d.mbox#1", "e.warc#1"]
    copies = sorted((each["path"].rsplit("/", 1)[1], each["kind"]) for each in report["copies"])
    assert [kind for _, kind in copies].count("exact") == 3
    assert [kind for _, kind in copies].count("near") == 1
    found = [json.loads(line) for line in dragoman("statements", ledger, "--format", "json").out.splitlines()]
    assert {each["document"]["publisher"] for each in found} >= {"The Valley Herald"}
    again = json.loads(dragoman("read", pile, "--into", ledger, "--format", "json").out)
    assert (again["read"], len(again["unchanged"])) == ([], 5)


def test_of_a_file_that_has_grown_only_what_is_new_is_read(tmp_path: Path) -> None:
    two = [
        f"{one} signed a treaty with {other} on 3 May 2024." for one, other in (("Ghana", "Togo"), ("Peru", "Chile"))
    ]
    envelope = b"From a@b.example Mon Mar  4 09:15:00 2024\n"
    for name, told, apart in (
        ("a.mbox", [envelope + letter(each) for each in two], b"\n\n"),
        ("a.jsonl", [json.dumps({"text": each}).encode() for each in two], b"\n"),
    ):
        ledger, path = tmp_path / f"{name}.ledger", tmp_path / name
        reports = []
        for content in (told[0], apart.join(told), apart.join(told) + b"\n\n"):
            write(tmp_path, name, content)
            reports.append(json.loads(dragoman("read", path, "--into", ledger, "--format", "json").out))
        assert [report["read"] for report in reports] == [[f"{path}#1"], [f"{path}#2"], []]
        assert [len(report["unchanged"]) for report in reports] == [0, 1, 2]


TREATIES = [
    f"{one} signed a treaty with {other} on 3 May 2024."
    for one, other in (("Ghana", "Togo"), ("Peru", "Chile"), ("Kenya", "Uganda"))
]


def _told(path: Path, ledger: Path) -> tuple[list[str], int, list[str]]:
    """What of a file was read, how much was not again, and why what failed did."""
    report = json.loads(dragoman("read", path, "--into", ledger, "--format", "json").out)
    names = [each.removeprefix(str(path)) for each in report["read"]]
    return names, len(report["unchanged"]), [each["reason"] for each in report["failed"]]


@pytest.mark.parametrize("ending", ["warc", "warc.gz"])
def test_of_a_web_archive_that_has_grown_only_what_is_new_is_read(tmp_path: Path, ending: str) -> None:
    records = [response(as_html([each]), f"https://herald.example/{each[:4]}") for each in TREATIES]
    first, second, third = (gzip.compress(each, 9) if ending.endswith("gz") else each for each in records)
    between = response("{}", kind="application/json").replace(b"WARC-Type: response", b"WARC-Type: metadata")
    between = gzip.compress(between) if ending.endswith("gz") else between
    path, ledger = tmp_path / f"a.{ending}", tmp_path / "l"

    def read(*parts: bytes) -> tuple[list[str], int, list[str]]:
        path.write_bytes(b"".join(parts))
        return _told(path, ledger)

    assert read(first) == (["#1"], 0, [])
    assert read(first, between) == ([], 1, [])
    assert read(first, between, second) == (["#2"], 1, [])
    broken = read(first, between, second, third[:-30])
    assert (broken[0], broken[1], len(broken[2])) == ([], 2, 1)
    assert read(first, between, second, third) == (["#3"], 2, [])
    # A beginning that is another is read, and so is what it pushed to another place.
    changed = records[0].replace(b"3 May", b"4 May")
    changed = gzip.compress(changed) if ending.endswith("gz") else changed
    assert read(changed, between, second, third) == (["#1"], 2, [])
    assert read(changed, first, second, third) == (["#2", "#3", "#4"], 1, [])
    assert dragoman("verify", ledger).code == 0


def test_of_a_zip_archive_that_has_grown_only_what_is_new_is_read(tmp_path: Path) -> None:
    path, ledger = tmp_path / "a.zip", tmp_path / "l"
    members = {"a.txt": TREATIES[0], "b.txt": TREATIES[1]}
    write(tmp_path, "a.zip", packed(members))
    assert _told(path, ledger) == (["!a.txt", "!b.txt"], 0, [])
    write(tmp_path, "a.zip", packed({"0.txt": TREATIES[2], **members}))
    assert _told(path, ledger) == (["!0.txt"], 2, [])
    write(tmp_path, "a.zip", packed({"0.txt": TREATIES[2], **members, "a.txt": TREATIES[0].replace("3", "4")}))
    assert _told(path, ledger) == (["!a.txt"], 2, [])
    assert dragoman("verify", ledger).code == 0


def test_a_member_that_was_damaged_is_read_when_its_archive_is_mended(tmp_path: Path) -> None:
    path, ledger = tmp_path / "a.zip", tmp_path / "l"
    whole = packed({"a.txt": TREATIES[0], "b.txt": TREATIES[1]})
    place = whole.index(b"b.txt") + 8
    write(tmp_path, "a.zip", whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
    read, unchanged, (failure,) = _told(path, ledger)
    assert (read, unchanged) == (["!a.txt"], 0)
    assert "fetch the archive again" in failure
    assert _told(path, ledger) == ([], 2, [])
    write(tmp_path, "a.zip", whole)
    assert _told(path, ledger) == (["!b.txt"], 1, [])


def test_of_members_of_one_name_the_last_is_read_once(tmp_path: Path) -> None:
    path, ledger = tmp_path / "a.zip", tmp_path / "l"
    with zipfile.ZipFile(path, "w") as archive, warnings.catch_warnings(action="ignore"):
        for each in TREATIES:
            archive.writestr("a.txt", each)
    read, unchanged, (failure,) = _told(path, ledger)
    assert (read, unchanged) == (["!a.txt"], 0)
    assert "several members called 'a.txt'; the last is read" in failure
    assert _told(path, ledger)[:2] == ([], 1)
    found = [json.loads(line) for line in dragoman("statements", ledger, "--format", "json").out.splitlines()]
    assert {each["actor"][0]["code"] for each in found} == {"KEN"}


def test_what_a_feed_no_longer_holds_stays_read_and_what_it_still_holds_is_not_read_again(tmp_path: Path) -> None:
    items = [
        f"<guid>{number}</guid><description>{one} signed a treaty with {other} on 3 May 2024.</description>"
        for number, (one, other) in enumerate((("Ghana", "Togo"), ("Peru", "Chile"), ("Kenya", "Uganda")))
    ]
    ledger, path = tmp_path / "l", tmp_path / "a.rss"
    for first in (0, 1):
        write(tmp_path, "a.rss", rss(*items[first : first + 2]))
        report = json.loads(dragoman("read", path, "--into", ledger, "--format", "json").out)
    assert (report["read"], report["unchanged"]) == ([f"{path}#2"], [f"{path}#1"])
    found = [json.loads(line) for line in dragoman("statements", ledger, "--format", "json").out.splitlines()]
    assert {each["document"]["path"] for each in found} == {f"{path}#{number}" for number in range(3)}

    write(tmp_path, "a.rss", rss(items[0].replace("3 May", "4 May")))
    assert dragoman("read", path, "--into", ledger).code == 0
    found = [json.loads(line) for line in dragoman("statements", ledger, "--format", "json").out.splitlines()]
    assert sorted(each["document"]["path"] for each in found) == [f"{path}#{number}" for number in range(3)]
    assert "3 May" not in dragoman("statements", ledger, "--party", "Ghana").out
