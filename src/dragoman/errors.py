"""Everything Dragoman raises on purpose.

DragomanError
├── IntakeError            a document could not be taken in; the pile goes on
│   ├── UnreadableFile     the bytes are not what the name promises: empty, binary, truncated, encrypted
│   ├── TooLarge           the file, or what it would unpack to, is over the limit
│   ├── MissingExtra       the format needs an extra that is not installed
│   └── NotFetched         an address gave nothing to read
│       └── AddressRefused it is not fetched from: not public, not http(s), or the site asks programs to keep away
├── LedgerError            a ledger could not be used
│   ├── NotALedger         the file exists and is something else; it is left untouched
│   ├── NewerLedger        a later version of Dragoman wrote it; it is left untouched
│   ├── LedgerMissing      no file at that path
│   ├── LedgerBusy         another process is writing into it
│   └── LedgerDamaged      `verify` found rows that do not agree with each other
├── WorkersLost            the workers of a cluster were lost one after another over the same task
├── UnknownName            a state, party, type or channel that the codebook does not know
├── UnknownId              no document or statement with that id in this ledger
└── InvalidValue           an argument or a field has a value that it cannot have
"""

from __future__ import annotations

from collections.abc import Sequence

#: Characters of a value that are said again.
_SHOWN = 80


class DragomanError(Exception):
    """The family; its text is a sentence for the person at the keyboard."""


class IntakeError(DragomanError):
    """A document could not be taken in. `path` names it, `reason` is the sentence without the path."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnreadableFile(IntakeError):
    """The bytes are not what the name promises: empty, binary, truncated, encrypted, mis-encoded."""


class TooLarge(IntakeError):
    """The file, or what it would unpack to, is over the limit."""


class MissingExtra(IntakeError):
    """The format needs an extra that is not installed; the sentence gives the install line."""


class NotFetched(IntakeError):
    """An address gave nothing to read; `path` is the address."""


class AddressRefused(NotFetched):
    """An address is not fetched from: it is not public, not http(s), or its site asks programs to keep away."""


class LedgerError(DragomanError):
    """A ledger could not be used."""


class NotALedger(LedgerError):
    """The file exists and is something else; it is left untouched."""


class NewerLedger(LedgerError):
    """A later version of Dragoman wrote the ledger; it is left untouched."""


class LedgerMissing(LedgerError):
    """There is no file at the path."""


class LedgerBusy(LedgerError):
    """Another process is writing into the ledger."""


class LedgerDamaged(LedgerError):
    """`verify` found rows that do not agree with each other; `findings` lists them."""

    def __init__(self, findings: Sequence[str]) -> None:
        super().__init__("\n".join(findings))
        self.findings = tuple(findings)


class WorkersLost(DragomanError):
    """The workers of a cluster were lost one after another over the same task."""


class UnknownName(DragomanError):
    """A name that the codebook does not know; `near` holds those most like it."""

    def __init__(self, name: str, what: str, near: Sequence[str] = ()) -> None:
        hint = f" Did you mean {', '.join(near)}?" if near else ""
        super().__init__(f"No {what} is called {quoted(name)}.{hint}")
        self.name = name
        self.near = tuple(near)


class UnknownId(DragomanError):
    """No document or statement has that id."""


class InvalidValue(DragomanError):
    """An argument or a field has a value that it cannot have."""


def quoted(value: str) -> str:
    """What was got, in quotation marks, as far as a sentence can hold it."""
    return repr(value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…")
