"""One published text, as published."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.records.dates import Interval
from dragoman.records.identity import content_id

#: How documents reach us that are rows of data sets of events.
ROWS = ("ACLED import", "GDELT import", "ICEWS import", "PLOVER import", "POLECAT import")


@dataclass(frozen=True, slots=True)
class Document:
    """The full text of a document and what is known of its publication.

    `text` is what every span counts in, code point by code point. `published` is `None` when nothing says when.
    `path` is where it was found (a file, `archive.zip!member`, `file.jsonl#id`), `transport` how it reached us.
    """

    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: Interval | None = None
    url: str | None = None
    path: str | None = None
    transport: str | None = None
    id: str = field(init=False)

    def __post_init__(self) -> None:
        published = self.published.iso() if self.published is not None else None
        identity = content_id("d1", [self.text, self.title, self.publisher, published, self.url])
        object.__setattr__(self, "id", identity)

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a data set: it is not read, and has its words from nobody's article."""
        return self.transport in ROWS
