"""One thing to read."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.errors import IntakeError
from dragoman.intake import storage
from dragoman.intake.archives import Member
from dragoman.intake.metadata import Metadata
from dragoman.records import Interval


@dataclass(frozen=True, slots=True)
class Line:
    """The bytes of one line of a JSON Lines file: where it starts, how long it is, its number from 1, and a hash of it
    by which it is known again when the file has grown; "" where only the whole file tells.
    """

    start: int
    length: int
    number: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """The bytes of one message of a mailbox: where its `From ` line starts, how long it is, its number from 1, and a
    hash of it, without the empty lines at its end, by which it is known again when the mailbox has grown.
    """

    start: int
    length: int
    number: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Response:
    """One page of a WARC file: where its record starts, how long it is unpacked, its number from 1, and a hash of it by
    which it is known again when the archive has grown.
    """

    start: int
    length: int
    number: int
    mark: str = ""


Part = Member | Line | Message | Response


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to read: cheap to list, picklable, and enough to read it in another process.

    `path` is how it is called: `folder/file.html`, `archive.zip!member.txt`, `file.jsonl#3`, or `-`. `file` is the file
    on disk; `part` the member, line, message or page of it that is meant; `content` the bytes themselves where there
    is no file (standard input); `known` what a `sources.csv` says of it.
    """

    path: str
    file: str = ""
    part: Part | None = None
    content: bytes | None = None
    known: Metadata = field(default_factory=Metadata)

    @property
    def size(self) -> int:
        """About how many bytes are read for it; 0 if its file is gone."""
        if self.content is not None:
            return len(self.content)
        if self.part is not None:
            return self.part.size if isinstance(self.part, Member) else self.part.length
        try:
            return storage.looks(self.file)[0]
        except (OSError, IntakeError):
            return 0


@dataclass(frozen=True, slots=True)
class Defaults:
    """The publisher and date of documents that say none themselves."""

    publisher: str | None = None
    published: Interval | None = None
