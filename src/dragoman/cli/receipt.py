"""A receipt for an answer: what was asked of which ledger, and a hash of what it said.

The ledger keeps what it said on any day, so that the same question can be asked again, and the answers compared.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from io import TextIOBase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import InvalidValue

if TYPE_CHECKING:
    from dragoman import Workspace

OPTION = "--receipt"


@dataclass(frozen=True, slots=True)
class Asked:
    """The ledger that was asked: its path, a hash of what it held, how much, and until which moment it had learnt."""

    ledger: str
    held: str
    known: str | None
    documents: int
    statements: int


class Copied(TextIOBase):
    """A stream that passes on what is written to it, and hashes it."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()
        self.lines = 0

    def write(self, text: str) -> int:
        """Pass on a text."""
        self._hash.update(text.encode("utf-8", "backslashreplace"))
        self.lines += text.count("\n")
        return int(self._stream.write(text))

    def flush(self) -> None:
        """Pass on what waits."""
        self._stream.flush()

    def isatty(self) -> bool:
        """What is hashed must not depend on who looks on."""
        return False

    def digest(self) -> str:
        """The hash of all that was written."""
        return f"sha256:{self._hash.hexdigest()}"


class _Taking:
    """Whether a receipt is wanted, and what was asked meanwhile."""

    asked: Asked | None = None
    stream: Copied | None = None


def note(workspace: Workspace, ledger: str) -> None:
    """Take note of the ledger that a question is asked of, if a receipt is wanted."""
    if _Taking.stream is not None:
        counts = workspace.counts()
        held = workspace.digest()
        _Taking.asked = Asked(ledger, held, workspace.latest(), counts.documents, counts.statements)


@contextmanager
def taken(stream: Any) -> Iterator[Copied]:
    """Standard output as a copied stream; what is asked meanwhile is noted."""
    before = sys.stdout
    _Taking.asked, _Taking.stream = None, Copied(stream)
    sys.stdout = _Taking.stream
    try:
        yield _Taking.stream
    finally:
        sys.stdout, _Taking.stream = before, None


def written(path: str, command: Sequence[str], answer: Copied) -> None:
    """Write the receipt of the question that was asked last; raises `InvalidValue` if none was."""
    if _Taking.asked is None:
        raise InvalidValue(f"There is nothing to receipt: `dragoman {' '.join(command[:1])}` asks a ledger nothing.")
    from importlib.metadata import version

    values = {
        "program": f"dragoman {version('dragoman')}",
        "command": list(command),
        **asdict(_Taking.asked),
        "lines": answer.lines,
        "answer": answer.digest(),
    }
    try:
        Path(path).write_text(json.dumps(values, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise InvalidValue(f"{path} cannot be written ({error.strerror}); give another file.") from error


def read(path: str) -> dict[str, Any]:
    """What a receipt says; raises `InvalidValue`."""
    try:
        values = json.loads(Path(path).read_text(encoding="utf-8"))
        missing = [name for name in ("command", "ledger", "held", "known", "answer") if name not in values]
    except (OSError, ValueError, TypeError) as error:
        raise InvalidValue(f"{path} is no receipt ({error}); give a file that {OPTION} wrote.") from error
    if missing:
        raise InvalidValue(f"{path} is no receipt: it lacks {', '.join(missing)}; give a file that {OPTION} wrote.")
    return dict(values)


def asked_last() -> Asked | None:
    """The ledger that the last question was asked of while a receipt was taken."""
    return _Taking.asked
