from __future__ import annotations

from pathlib import Path

from dragoman.records import Document, Failure
from tests.unit.intake.made import PARAGRAPHS, documents, only, packed, read, reason, rss, write

ITEM = (
    "<title>Accord signed</title><link>https://herald.example/a</link><guid>herald-1</guid>"
    "<pubDate>Mon, 04 Mar 2024 09:15:00 GMT</pubDate><author>Mara Novak</author>"
)


def iso(document: Document) -> str | None:
    return document.published.iso() if document.published else None


def test_each_item_is_a_document_with_its_date_address_and_publisher(tmp_path: Path) -> None:
    item = f"{ITEM}<description>&lt;p&gt;{PARAGRAPHS[0]}&lt;/p&gt;&lt;p&gt;{PARAGRAPHS[1]}&lt;/p&gt;</description>"
    path = write(tmp_path, "a.rss", rss(item, f"<description>{PARAGRAPHS[2]}</description>"))
    first, second = documents(path)
    assert (first.text, first.title, first.publisher) == (
        "\n".join(PARAGRAPHS[:2]),
        "Accord signed",
        "The Valley Herald",
    )
    assert (first.url, iso(first), first.author) == ("https://herald.example/a", "2024-03-04", "Mara Novak")
    assert first.path == f"{path}#herald-1"
    assert (second.text, second.published) == (PARAGRAPHS[2], None)


def test_atom_is_known_by_its_bytes_and_the_fuller_of_summary_and_content_is_taken(tmp_path: Path) -> None:
    atom = f"""<?xml version="1.0" encoding="utf-8"?><!-- a --><feed xmlns="http://www.w3.org/2005/Atom">
    <title>Borduria Post</title>
    <entry><title type="html">Pipeline &lt;b&gt;laid&lt;/b&gt;</title><id>tag:post.example,2024:7</id>
    <link href="https://post.example/7"/><updated>2024-03-05T23:59:00+02:00</updated><summary>Short.</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PARAGRAPHS[1]}</p></div></content></entry></feed>"""
    found = only(write(tmp_path, "export.xml", atom))
    assert (found.text, found.publisher, iso(found)) == (PARAGRAPHS[1], "Borduria Post", "2024-03-05")
    assert (found.title, found.url) == ("Pipeline laid", "https://post.example/7")


def test_an_item_that_names_its_source_came_by_the_feed(tmp_path: Path) -> None:
    item = f"{ITEM}<source url='https://x.example'>Borduria Post</source><description>{PARAGRAPHS[0]}</description>"
    found = only(write(tmp_path, "a.rss", rss(item)))
    assert (found.publisher, found.transport) == ("Borduria Post", "The Valley Herald")


def test_an_item_of_a_title_alone_is_its_title(tmp_path: Path) -> None:
    assert only(write(tmp_path, "a.rss", rss(ITEM))).text == "Accord signed"


def test_an_item_with_nothing_in_it_is_one_failure(tmp_path: Path) -> None:
    outcomes = read(write(tmp_path, "a.rss", rss("<guid>1</guid>", f"<description>{PARAGRAPHS[0]}</description>")))
    assert [type(each) for each in outcomes] == [Failure, Document]


def test_a_feed_that_declares_entities_is_left_alone(tmp_path: Path) -> None:
    lol = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    bomb = rss(f"<title>&b;</title><description>{PARAGRAPHS[0]}</description>").replace("<rss", f"{lol}<rss", 1)
    assert "declares entities" in reason(write(tmp_path, "a.rss", bomb))
    assert "declares entities" in reason(write(tmp_path, "b.rss", bomb.encode("utf-16")))


def test_a_feed_that_is_none_and_one_without_items_are_failures(tmp_path: Path) -> None:
    assert "holds no items" in reason(write(tmp_path, "a.rss", "Nothing of the kind."))
    assert "holds no items" in reason(write(tmp_path, "b.rss", rss()))


def test_the_address_of_a_feed_in_a_table_is_not_that_of_its_items(tmp_path: Path) -> None:
    write(tmp_path, "sources.csv", "file,url,publisher\na.rss,https://herald.example/feed,Herald\n")
    write(tmp_path, "a.rss", rss(f"{ITEM}<description>{PARAGRAPHS[0]}</description>"))
    found = only(tmp_path)
    assert (found.url, found.publisher) == ("https://herald.example/a", "Herald")


def test_a_feed_that_is_not_well_formed_is_mended(tmp_path: Path) -> None:
    broken = f"""<rss><channel><title>A & B</title><item><title>R&D <br> day</title><guid>1</guid>
    <content:encoded><![CDATA[<p>{PARAGRAPHS[0]}</p>]]></content:encoded><media:x y:z="1"/></item></channel>"""
    found = only(write(tmp_path, "a.rss", broken))
    assert (found.text, found.publisher) == (PARAGRAPHS[0], "A & B")


def test_a_large_one_is_mended_too(tmp_path: Path) -> None:
    items = f"<item><content:encoded><![CDATA[<p>{PARAGRAPHS[0]}</p>]]></content:encoded></item>" * 2000
    found = documents(write(tmp_path, "a.rss", f"<rss><channel><title>A & B</title>{items}<m:x y:z='1'/></channel>"))
    assert len(found) == 2000
    assert {each.text for each in found} == {PARAGRAPHS[0]}


def test_an_item_is_called_alike_wherever_it_stands(tmp_path: Path) -> None:
    named, nameless = f"<guid>1</guid><title>{PARAGRAPHS[0]}</title>", f"<title>{PARAGRAPHS[1]}</title>"
    before = {each.text: each.path for each in documents(write(tmp_path, "a.rss", rss(named, nameless)))}
    after = {each.text: each.path for each in documents(write(tmp_path, "a.rss", rss("<title>New</title>", nameless)))}
    assert before[PARAGRAPHS[1]] == after[PARAGRAPHS[1]]
    twice = documents(write(tmp_path, "a.rss", rss(named, named.replace("first", "second"), named)))
    assert len({each.path for each in twice}) == 3


def test_a_feed_in_an_archive_is_read_too(tmp_path: Path) -> None:
    path = write(tmp_path, "a.zip", packed({"a.xml": rss(f"{ITEM}<description>{PARAGRAPHS[0]}</description>")}))
    found = only(path)
    assert (found.text, found.path) == (PARAGRAPHS[0], f"{path}!a.xml#herald-1")
