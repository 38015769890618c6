"""The mark that a brief bears in every format, by which a later one can tell what changed since."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Self

from dragoman.analysis import Account
from dragoman.errors import InvalidValue

#: Of a party, or of two, of which more statements speak than these, a brief tells those that were published last.
MOST = 500
#: Signs of a hash that are kept: enough to tell a mistake from the right file, and Word allows 255 signs in all.
_KEPT = 16
_MARK = rb"dragoman-brief known=([0-9T:.Z+-]+) subject=([0-9a-f]+) held=([0-9a-f]+)"
#: By what a file begins with, what stands before a mark in it. The words of documents cannot stand so: they begin no
#: line of a text, and PDF and Word keep them elsewhere.
_BEFORE = {
    b"%PDF": rb"/Keywords ?\(",
    b"PK": rb"<cp:keywords>",
    b"": rb'^(?:<!-- |<meta name="generator" content=")',
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Until which moment a brief speaks: `known`, the last at which its ledger had learnt something (an ISO timestamp,
    or a day whose end is meant), with hashes of its `subject` and of the statements that were `held` about it.

    All of it follows from the ledger, so that the same ledger gives the same brief.
    """

    known: str
    subject: str
    held: str

    def __str__(self) -> str:
        return f"dragoman-brief known={self.known} subject={self.subject} held={self.held}"

    @classmethod
    def of(cls, file: str | Path) -> Self:
        """The mark of a brief that was written to a file before: Markdown, HTML, Word or PDF.

        Raises `InvalidValue` if the file cannot be read or bears none.
        """
        try:
            written = Path(file).read_bytes()
        except OSError as error:
            raise InvalidValue(f"{file} cannot be read ({error.strerror}); give a file that holds a brief.") from error
        found = _search(written)
        if found is None:
            raise InvalidValue(
                f"{file} does not say until when it speaks; give a file that `dragoman brief` wrote, or a day such as "
                "2024-05-30."
            )
        return cls(*(group.decode("ascii") for group in found.groups()))

    @classmethod
    def made(cls, known: str, of: Account) -> Self:
        """The mark of a brief on an account, as known at a moment; of very many statements it holds only how many."""
        # Two may be named in either order.
        subject = _hash((*sorted(of.parties), of.channel or ""))
        ids = sorted({entry.statement.id for entry in of.entries})
        number = of.whole.statements if of.whole is not None else len(ids)
        return cls(known, subject, _hash(ids if number <= MOST else [str(number)]))

    def check(self, now: Self) -> None:
        """Raise `InvalidValue` if the mark that would be made now, as known then, is not this one."""
        instead = f"To see what changed since then all the same, give --since {self.known}."
        if now.subject != self.subject:
            raise InvalidValue(f"That brief is about something else. {instead}")
        if now.held != self.held:
            raise InvalidValue(
                "That brief was written from another ledger, or more was read into this one at the same moment: until "
                f"{self.known} this one held other statements about it. {instead}"
            )


def _search(written: bytes) -> re.Match[bytes] | None:
    begins = next(begins for begins in _BEFORE if written.startswith(begins))
    text = _properties(written) if begins == b"PK" else written
    return re.search(_BEFORE[begins] + _MARK, text, re.MULTILINE)


def _properties(of: bytes) -> bytes:
    """What a Word file says of itself."""
    try:
        with zipfile.ZipFile(BytesIO(of)) as archive:
            return archive.read("docProps/core.xml")
    except (zipfile.BadZipFile, KeyError):
        return b""


def _hash(parts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()[:_KEPT]
