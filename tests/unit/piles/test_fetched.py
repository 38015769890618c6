from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman
from dragoman.fetching import robots
from dragoman.piles.fetched import Fetching
from dragoman.workspace import Workspace
from tests.unit.fetching.served import Served, open_door, serving
from tests.unit.intake.made import PARAGRAPHS, as_html, pdf_file, rss

MOMENT = "2026-04-01T00:00:00Z"
SIGNED = "Ghana and Togo signed a treaty on 3 May 2024."


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setattr(robots, "PAUSE", 0.0)
    with serving() as found:
        yield found


def rows(folder: Path) -> list[dict[str, str]]:
    with open(folder / "sources.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_what_was_sent_is_kept_with_a_line_in_the_table(tmp_path: Path, served: Served) -> None:
    fetching = Fetching(tmp_path / "kept", open_door(), MOMENT)
    moved = served.lead("/old", "/2024/accord-signed.html")
    served.put("/2024/accord-signed.html", as_html())
    document = served.put("/paper", pdf_file([[(0, PARAGRAPHS[0])]]), kind="application/octet-stream")
    page, paper = map(Path, fetching.pages([moved, document]))
    assert page.read_bytes() == as_html().encode()
    assert (page.suffix, paper.suffix) == (".html", ".pdf")
    assert "accord-signed" in page.name
    assert rows(tmp_path / "kept")[0] == {
        "file": page.name,
        "url": f"{served.root}/2024/accord-signed.html",
        "asked": moved,
        "fetched": MOMENT,
    }


def test_the_same_is_kept_once_and_what_has_changed_beside_it(tmp_path: Path, served: Served) -> None:
    (tmp_path / "sources.csv").write_text("publisher,file,url\nHerald,old.txt,\n", encoding="utf-8")
    fetching = Fetching(tmp_path, open_door(), MOMENT)
    url = served.put("/a", as_html())
    first, second = fetching.pages([url, url])
    served.put("/a", as_html(PARAGRAPHS[:2]))
    [third] = fetching.pages([url])
    assert first == second
    assert third != first
    assert Path(first).exists()
    assert [row["file"] for row in rows(tmp_path)] == ["old.txt", Path(first).name, Path(third).name]
    assert (rows(tmp_path)[0]["publisher"], rows(tmp_path)[2]["url"]) == ("Herald", url)


def test_what_cannot_be_read_is_not_kept(tmp_path: Path, served: Served) -> None:
    fetching = Fetching(tmp_path / "kept", open_door(), MOMENT)
    urls = [
        served.put("/p.png", b"\x89PNG\r\n", kind="image/png"),
        served.put("/empty", " "),
        served.put("/zip", b"PK\x03\x04", kind="text/html"),
        served.lead("/led", "/nowhere"),
    ]
    assert fetching.pages(urls) == []
    assert not (tmp_path / "kept").exists()
    png, empty, zipped, led = fetching.failures
    assert "sent image/png" in png.reason
    assert "sent nothing" in empty.reason
    assert "sent text/html; web pages" in zipped.reason
    assert (led.path, "answered 404" in led.reason) == (f"{urls[3]} → {served.root}/nowhere", True)


def test_the_pages_of_a_feed_are_followed_as_the_site_allows(tmp_path: Path, served: Served) -> None:
    served.put("/robots.txt", "User-agent: *\nDisallow: /no\n", kind="text/plain")
    pages = [served.put(f"/{name}", as_html()) for name in ("one", "no", "two", "three")]
    feed = served.put("/feed", rss(*(f"<link>{url}</link>" for url in pages)), kind="text/xml")
    fetching = Fetching(tmp_path, open_door(), MOMENT)
    paths = fetching.articles([feed], most=3)
    assert [row["asked"] for row in rows(tmp_path)] == [feed, pages[0], pages[2]]
    assert [Path(path).suffix for path in paths] == [".html", ".html"]
    assert [each.path for each in fetching.failures] == [pages[1]]
    assert "/three" not in served.asked


def test_what_is_no_feed_says_so(tmp_path: Path, served: Served) -> None:
    fetching = Fetching(tmp_path, open_door(), MOMENT)
    assert fetching.articles([served.put("/a", as_html())], most=3) == []
    assert "holds no items" in fetching.failures[0].reason


def test_a_workspace_reads_what_it_fetches(tmp_path: Path, served: Served) -> None:
    url = served.put("/a", as_html([SIGNED]))
    feed = served.put("/feed", rss(f"<link>{url}?x</link><description>{PARAGRAPHS[0]}</description>"), kind="text/xml")
    with Workspace.open(tmp_path / "l", create=True) as workspace:
        report = workspace.fetch([url, feed, f"{served.root}/none"], door=open_door())
        assert len(report.read) == 2
        assert [each.path for each in report.failures] == [f"{served.root}/none"]
        found = {each.url: workspace.document(each.id).path for each in map(workspace.document, ids(workspace))}
        assert set(found) == {url, f"{url}?x"}
        assert all(str(path).startswith(str(tmp_path / "l.fetched")) for path in found.values())
        assert workspace.fetch([url], door=open_door()).read == ()


def ids(workspace: Workspace) -> list[str]:
    return [each.id for each in workspace.documents()]


def test_an_ordinary_workspace_fetches_nothing_from_this_machine(tmp_path: Path, served: Served) -> None:
    with dragoman.open(tmp_path / "l", create=True) as workspace:
        report = workspace.fetch([served.put("/a", as_html()).replace("127.0.0.1", "localhost")])
    assert (report.read, served.asked) == ((), [])
    assert "names port" in report.failures[0].reason
