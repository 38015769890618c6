"""What is fuzzed: every format of intake, the table beside a pile, and the reader."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Final

from dragoman.intake import Defaults, Item, load, mbox, sources
from dragoman.piles.task import checked
from dragoman.reading.reader import read
from dragoman.records import Document, Failure

Target = Callable[[bytes], None]

#: Formats of intake, by the ending that gives them away.
ENDINGS: Final = (
    "txt",
    "md",
    "html",
    "pdf",
    "docx",
    "jsonl",
    "json",
    "rss",
    "eml",
    "mbox",
    "warc",
    "warc.gz",
    "zip",
    "",
)


def intake(ending: str) -> Target:
    """A target that loads bytes under a name with this ending; raises if what comes is no document and no failure."""

    def target(data: bytes) -> None:
        found = load(Item(f"a.{ending}" if ending else "a", content=data), Defaults())
        assert found
        for each in found:
            if isinstance(each, Failure):
                assert each.reason.endswith("."), each.reason
            else:
                each.text.encode("utf-8")

    return target


def table(data: bytes) -> None:
    """Reads the bytes as a `sources.csv`."""
    sources.read(data, "sources.csv")


def mailbox(data: bytes) -> None:
    """Lists the bytes as a mailbox; raises if the messages do not make up the whole."""
    found = list(mbox.messages(io.BytesIO(data)))
    assert sum(each.length for each in found) == len(data)


def reader(data: bytes) -> None:
    """Reads the bytes as a text; raises if evidence does not stand where it says."""
    checked(read(Document(data.decode("utf-8", "replace"))))


TARGETS: Final[dict[str, Target]] = {
    **{ending or "unnamed": intake(ending) for ending in ENDINGS},
    "sources": table,
    "mailbox": mailbox,
    "reader": reader,
}
