"""What all requests share."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from functools import cached_property
from hmac import compare_digest, digest
from pathlib import Path
from typing import Self

from dragoman.web.access.admission import Admission
from dragoman.web.memory import Memory
from dragoman.web.runs import Runs
from dragoman.workspace import Workspace

HOST = "127.0.0.1"
_USUAL = 80


@dataclass(frozen=True)
class Desk:
    """A ledger that is served on a port of this machine, with the secrets of this run.

    `token` stands in the address that is given to the person and is exchanged for `session`, which the browser keeps in
    a cookie; without a token the desk is open to every program of this machine, or, with an
    `admission`, to who signs in. `form` goes with every form; where users sign in, a hash of it and their cookie does.
    """

    ledger: Path
    port: int
    token: str | None
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    form: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    admission: Admission | None = None
    memory: Memory = field(default_factory=Memory)
    runs: Runs = field(default_factory=Runs)

    @classmethod
    def of(cls, ledger: Path, port: int, *, is_open: bool = False, admission: Admission | None = None) -> Self:
        """A desk with new secrets."""
        has_token = not is_open and admission is None
        return cls(ledger, port, secrets.token_urlsafe(24) if has_token else None, admission=admission)

    @cached_property
    def workspace(self) -> Workspace:
        """What answers all requests; it is not closed, as what one of them found may look into it for another.

        Raises `LedgerError`s.
        """
        return Workspace.open(self.ledger)

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{HOST}:{self.port}/" + (f"?token={self.token}" if self.token is not None else "")

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts under which it may be asked for: a name that somebody else points here is none of them."""
        names = (HOST, "localhost")
        # Browsers leave out the port that goes without saying.
        return frozenset(f"{name}:{self.port}" for name in names) | frozenset(names if self.port == _USUAL else ())

    @property
    def cookie(self) -> str:
        """The name of the cookie; cookies are shared by all ports of a host, and desks are not."""
        return f"dragoman-{self.port}"

    def knows(self, session: str | None) -> bool:
        """Whether a cookie is that of this desk, or none is needed."""
        is_open = self.token is None and self.admission is None
        return is_open or (session is not None and _same(session, self.session))

    def opens(self, token: str) -> bool:
        """Whether the token of an address is that of this desk."""
        return self.token is not None and _same(token, self.token)

    def form_for(self, session: str | None) -> str:
        """The token of forms that are shown to whose cookie this is."""
        if self.admission is None:
            return self.form
        return digest(self.form.encode(), (session or "").encode("utf-8", "surrogatepass"), "sha256").hex()

    def wrote(self, form: str, session: str | None) -> bool:
        """Whether a form that comes back was one of this desk's, shown to whose cookie this is."""
        return _same(form, self.form_for(session))


def _same(given: str, held: str) -> bool:
    return compare_digest(given.encode(), held.encode())
