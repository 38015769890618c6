"""Feeds: RSS and Atom, saved as files."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from lxml import etree  # type: ignore[import-untyped]

from dragoman.errors import TooLarge, UnreadableFile
from dragoman.intake import limits
from dragoman.intake.draft import Draft
from dragoman.intake.encoding import decode, lines_checked, normalise
from dragoman.intake.furniture import clean
from dragoman.intake.metadata import Metadata, tidy, web_address
from dragoman.intake.page import scan
from dragoman.records import Interval
from dragoman.records.dates import day

_DECLARATION: Final = re.compile(r"\s*<\?xml\b[^>]{0,200}\?>")
_ENCODING: Final = re.compile(rb"<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{1,40})[\"']")
#: What feeds leave out to declare, and mean all the same.
_MEANT: Final = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
#: Longer names of items are addresses with a query that tells nothing; the item goes by its number.
_LONGEST_NAME: Final = 200


def entries(data: bytes, path: str) -> Iterator[tuple[str, Draft]]:
    """The items of a feed, each with the name by which it is called wherever it stands: its own, its address, or a
    digest of its text.

    The text is what the feed holds of the item, the title alone if it holds nothing else. The publisher is the one that
    the item names as its source, and then the feed is the transport; else the feed itself. Raises `UnreadableFile` if
    it is no feed or declares entities, and `TooLarge`.
    """
    parsed = _parsed(data, path)
    feed = tidy(parsed.feed.get("title"))
    called: Counter[str] = Counter()
    for item in parsed.entries:
        draft = _draft(item, feed, path)
        name = _name(item) or hashlib.sha256(draft.text.encode("utf-8", "replace")).hexdigest()[:12]
        called[name] += 1
        yield name if called[name] == 1 else f"{name}~{called[name]}", draft


def records(data: bytes, path: str) -> Iterator[tuple[str, bytes]]:
    """The items of a feed with their names, each as the line of JSON Lines that holds it; raises as `entries`.

    So each is known by itself: one that a feed no longer holds stays read, one that it still holds is not read again.
    """
    for name, draft in entries(data, path):
        said = draft.metadata
        record = {
            "id": name,
            "text": draft.text,
            "title": said.title,
            "publisher": said.publisher,
            "author": said.author,
            "date": said.published.iso() if said.published else None,
            "url": said.url,
            "transport": said.transport,
        }
        yield name, json.dumps({key: value for key, value in record.items() if value}, ensure_ascii=False).encode()


def links(data: bytes, path: str) -> list[str]:
    """The addresses of the pages that the items of a feed lead to, in its order, each once; raises as `entries`."""
    found = (web_address(item.get("link")) for item in _parsed(data, path).entries)
    return list(dict.fromkeys(each for each in found if each))


def _parsed(data: bytes, path: str) -> Any:
    """The feed as its library sees it, which is given bytes and never an address to fetch."""
    if len(data) > limits.FEED_BYTES:
        raise TooLarge(path, f"The feed is larger than {limits.FEED_BYTES // limits.MEBIBYTE} MB; split it.")
    declared = _ENCODING.search(data[:1024])
    text = normalise(decode(data, path, declared=declared[1].decode("ascii") if declared else None))
    if "<!entity" in text.lower():
        raise UnreadableFile(path, "The feed declares entities, which no feed needs; it is left alone.")
    # Imported here because piles without feeds need not wait for it.
    import feedparser

    text = _DECLARATION.sub("", text, count=1)
    parsed = feedparser.parse(
        io.BytesIO(text.encode("utf-8") if len(text) <= limits.FEED_LOOSE else _well_formed(text, path)),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not parsed.entries:
        raise UnreadableFile(path, "The feed holds no items, or is none; give RSS or Atom.")
    if len(parsed.entries) > limits.FEED_ITEMS:
        raise TooLarge(
            path, f"The feed has {len(parsed.entries):,} items; it may have {limits.FEED_ITEMS:,}. Split it."
        )
    return parsed


def _well_formed(text: str, path: str) -> bytes:
    """The XML mended, roughly, so that the feed's library never falls back on its parser for broken ones, which mends
    better and takes hours on large ones that are made to break it.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, encoding="utf-8")
    tree = etree.fromstring(text.encode("utf-8"), parser)
    if tree is None:
        raise UnreadableFile(path, "The feed holds no items, or is none; give RSS or Atom.")
    for number, each in enumerate(tree.iter(etree.Element)):
        if number > limits.FEED_ELEMENTS:
            raise TooLarge(path, f"The feed has more than {limits.FEED_ELEMENTS:,} elements; split it.")
        each.tag = _declared(each.tag)
        for name in [name for name in each.attrib if ":" in name and not name.startswith("{")]:
            del each.attrib[name]
    return bytes(etree.tostring(tree, encoding="utf-8"))


def _declared(tag: str) -> str:
    """The name of an element in a namespace, if it has a prefix of which nothing was said."""
    prefix, colon, name = tag.partition(":")
    if not colon or tag.startswith("{"):
        return tag
    return f"{{{_MEANT[prefix]}}}{name}" if prefix in _MEANT and name else tag.replace(":", "_")


def _draft(item: Any, feed: str | None, path: str) -> Draft:
    title = _plain(tidy(item.get("title")), path)
    bodies = [str(each.get("value") or "") for each in item.get("content") or ()] + [str(item.get("summary") or "")]
    texts = [_text(each, path) for each in bodies if each.strip()]
    source = item.get("source")
    named = tidy(source.get("title")) if isinstance(source, dict) else None
    own = Metadata(
        title=title,
        publisher=named or feed,
        author=tidy(item.get("author")),
        published=_day(item.get("published_parsed") or item.get("updated_parsed")),
        url=web_address(item.get("link")),
        transport=feed if named and named != feed else None,
    )
    return Draft(max(texts, key=len, default="") or title or "", own)


def _text(body: str, path: str) -> str:
    """What an item holds, which is HTML more often than it says, as text with a paragraph a line."""
    if not _TAG.search(body):
        return clean(lines_checked(normalise(body), path))
    lines = scan(f"<html><body>{body}</body></html>", path).lines
    return clean(lines_checked(normalise("\n".join(lines)), path))


def _plain(title: str | None, path: str) -> str | None:
    return tidy(_text(title, path)) or title if title and _TAG.search(title) else title


def _name(item: Any) -> str | None:
    said = item.get("id") or item.get("link")
    name = tidy(said)
    return name if name is not None and name == str(said) and len(name) <= _LONGEST_NAME else None


def _day(parsed: Any) -> Interval | None:
    """The day of a moment that the library has turned to UTC."""
    try:
        return day(date(parsed.tm_year, parsed.tm_mon, parsed.tm_mday)) if parsed else None
    except (AttributeError, ValueError):
        return None
