"""What is known of a document's publication."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.records import Interval

#: A longer title, author or publisher is a mistake of the page; it is cut.
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, publisher, author, date and address of a document, and how it reached us; each `None` where nothing says
    it.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Interval | None = None
    url: str | None = None
    transport: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """These values, and those of `other` where there is none here."""
        return Metadata(
            self.title or other.title,
            self.publisher or other.publisher,
            self.author or other.author,
            self.published or other.published,
            self.url or other.url,
            self.transport or other.transport,
        )


def tidy(value: object) -> str | None:
    """A value as one line of at most 400 characters without control characters; `None` if nothing is left."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    printable = str(value)[: 4 * LONGEST]
    if not printable.isprintable():
        printable = "".join(each if each.isprintable() else " " for each in printable)
    return re.sub(r"\s+", " ", printable).strip()[:LONGEST].strip() or None


def web_address(value: object) -> str | None:
    """The value if it is an http(s) address without spaces, else `None`."""
    found = tidy(value)
    return found if found and re.fullmatch(r"https?://[^\s/]+\.?\S*", found) else None
