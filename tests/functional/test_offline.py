"""Law: nothing leaves the machine, whatever a document refers to, unless `fetch` is given an address."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

from tests.functional.piles import OIL
from tests.functional.preloads import preloaded
from tests.functional.shell import dragoman
from tests.unit.intake.made import as_html, letter, pdf_file, response, rss, word_file, write

#: Runs the program in a process in which every look-up of a name and every connection ends it with code 99.
GUARDED = """
import os, sys

def guard(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "http.client.connect"):
        os.write(2, f"{event}{arguments!r}".encode())
        os._exit(99)

sys.addaudithook(guard)
from dragoman.cli import main
main()
"""
REMOTE = '<img src="http://track.example/a.gif"><link rel="stylesheet" href="http://track.example/a.css">'


def guarded(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", GUARDED, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """One document of each format, that refer to the network where they can."""
    folder = tmp_path / "pile"
    page = as_html([OIL]).replace("<article>", f"<base href='http://track.example/'>{REMOTE}<article>")
    write(folder, "a.txt", OIL)
    write(folder, "b.html", page)
    feed = rss(f"<guid>1</guid><link>http://track.example/1</link><description>{OIL}</description>")
    write(folder, "c.rss", feed.replace("<rss", '<!DOCTYPE rss SYSTEM "http://track.example/rss.dtd"><rss', 1))
    write(folder, "d.eml", letter(page, Content_Type="text/html"))
    write(folder, "e.warc.gz", gzip.compress(response(page)))
    write(folder, "f.docx", word_file([OIL]))
    write(folder, "g.pdf", pdf_file([[(0, "Ghana signed a treaty with Togo on 3 May 2024.")]]))
    return folder


def test_reading_and_asking_connect_to_nothing(pile: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "l"
    for command in (
        ("read", pile, "--into", ledger),
        ("watch", pile, "--into", ledger, "--once"),
        ("brief", ledger, "Azerbaijan", "Israel"),
        ("network", ledger),
        ("export", ledger, "--as", "statements", "-o", "-"),
    ):
        done = guarded(*command)
        assert done.returncode == 0, done.stderr
    assert "\nfailed                 0\n" in guarded("read", pile, "--into", tmp_path / "m").stdout


def test_no_library_connects_to_anything_or_keeps_a_record_of_its_use(pile: Path, tmp_path: Path) -> None:
    """Libraries may ask past Python, which the other guard does not see, or note down what they would report later."""
    ledger, home = tmp_path / "l", tmp_path / "home"
    home.mkdir()
    shut = preloaded(Path(__file__).with_name("no_network.c"), tmp_path)
    surroundings = {"HOME": str(home), "LD_PRELOAD": str(shut)}
    for command in (
        ("read", pile, "--into", ledger, "--workers", "2"),
        ("brief", ledger, "Azerbaijan", "Israel", "--format", "pdf", "-o", tmp_path / "brief.pdf"),
        ("export", ledger, "--as", "parquet", "-o", tmp_path / "tables"),
    ):
        answer = dragoman(*command, **surroundings)
        assert answer.code == 0, answer.err
    assert [each for each in home.rglob("*") if each.is_file()] == []
    assert dragoman("fetch", "http://a.example/", "--into", ledger, **surroundings).code == 99


def test_the_guard_sees_what_fetch_does(tmp_path: Path) -> None:
    assert guarded("fetch", "http://a.example/", "--into", tmp_path / "l").returncode == 99
