"""What a web page says of its publication: JSON-LD, meta elements, `<time>`, its address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from dragoman.intake.dateline import bare_date, first_date
from dragoman.intake.metadata import Metadata, tidy, web_address
from dragoman.intake.page import Page
from dragoman.records import Interval
from dragoman.records.dates import month

_TITLES: Final = ("og:title", "twitter:title", "citation_title", "dc.title", "headline")
_PUBLISHERS: Final = ("og:site_name", "citation_publisher", "dc.publisher", "publisher", "application-name")
_AUTHORS: Final = (
    "author",
    "article:author",
    "parsely-author",
    "citation_author",
    "dc.creator",
    "sailthru.author",
    "byl",
)
_DATES: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "citation_publication_date",
    "citation_date",
    "parsely-pub-date",
    "sailthru.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.date",
    "dc.date",
    "publish-date",
    "publish_date",
    "pubdate",
    "date",
)
_IN_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|$)")
_JOINT: Final = r"\s+[-–—|·•:»]+\s+"
_DEEPEST: Final = 12


def said_by(page: Page) -> Metadata:
    """What the page's own marks say; only dates that stand in the page are taken, the one of publication first."""
    linked = _linked(page)
    metas = {name: content for name, content in reversed(page.metas) if content}
    url = web_address(page.canonical) or web_address(metas.get("og:url")) or linked.url
    publisher = linked.publisher or _first(metas, _PUBLISHERS)
    title = linked.title or _first(metas, _TITLES) or (page.headings[0] if len(page.headings) == 1 else None)
    author = linked.author or next((each for name in _AUTHORS if (each := _person(metas.get(name)))), None)
    return Metadata(
        title=_without_site(tidy(title) or tidy(page.title), publisher),
        publisher=publisher,
        author=author,
        published=linked.published or _meta_date(metas) or _time(page),
        url=url,
    )


def dated_elements(page: Page) -> Interval | None:
    """The date of the first short element whose class speaks of dates and which holds nothing but one."""
    return next((when for text in page.dated if (when := bare_date(text))), None)


def date_in_address(url: str | None) -> Interval | None:
    """The day or month that an address such as `/2025/01/16/` holds; a year alone is none."""
    match = _IN_ADDRESS.search(url or "")
    if match is None:
        return None
    if match[3]:
        return first_date("-".join(match.groups()))
    return month(int(match[1]), int(match[2])) if 1 <= int(match[2]) <= 12 else None


def _meta_date(metas: dict[str, str]) -> Interval | None:
    return next((when for name in _DATES if (when := first_date(metas.get(name, "")[:100]))), None)


def _time(page: Page) -> Interval | None:
    """The `<time>` marked as that of publication, else the first."""
    for attribute, text in sorted(page.times, key=lambda each: not each[0].startswith("!")):
        when = first_date(attribute.lstrip("!")) or first_date(text)
        if when is not None:
            return when
    return None


def _linked(page: Page) -> Metadata:
    """From JSON-LD: the objects that have a date or a headline, the richest first."""
    found = Metadata()
    for each in sorted(_objects(page.scripts), key=lambda each: "datePublished" not in each or "headline" not in each):
        if "datePublished" in each or "headline" in each:
            found = found.over(_article(each))
    return found


def _article(each: dict[str, Any]) -> Metadata:
    address = each.get("mainEntityOfPage")
    return Metadata(
        title=tidy(each.get("headline")),
        publisher=_name(each.get("publisher")),
        author=_name(each.get("author")),
        published=first_date(tidy(each.get("datePublished")) or ""),
        url=web_address(each.get("url")) or web_address(address.get("@id") if isinstance(address, dict) else address),
    )


def _objects(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    for script in scripts:
        try:
            yield from _inside(json.loads(script, strict=False), _DEEPEST)
        except (ValueError, RecursionError):
            continue


def _inside(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
    if depth and isinstance(value, dict | list):
        for each in list(value.values() if isinstance(value, dict) else value)[:100]:
            yield from _inside(each, depth - 1)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return tidy(", ".join(name for each in value[:20] if (name := _name(each)))) or None
    return _name(value.get("name")) if isinstance(value, dict) else _person(value)


def _person(value: Any) -> str | None:
    name = tidy(value)
    return None if name is None or web_address(name) else tidy(re.sub(r"^by\s+", "", name, flags=re.I))


def _first(metas: dict[str, str], names: Iterable[str]) -> str | None:
    return next((each for name in names if (each := _person(metas.get(name)))), None)


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """The title without the site's name at its end or beginning."""
    if not title or not publisher:
        return title
    site = re.escape(publisher)
    return re.sub(rf"{_JOINT}{site}$|^{site}{_JOINT}", "", title, flags=re.I) or title
