"""The desk: a ledger in a browser, on this machine only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import MissingExtra

#: What the extra `web` brings, by the names under which it is imported.
_LIBRARIES = ("argon2", "jinja2", "markupsafe", "starlette", "uvicorn")


def serve(
    ledger: str | Path,
    *,
    port: int,
    is_open: bool,
    announce: Callable[[str], None],
    users: str | Path | None = None,
) -> None:
    """Serve the desk of a ledger on 127.0.0.1 until interrupted; `announce` is given its address once it listens.

    `port` 0 takes any that is free; `is_open` serves without the token in the address, and a file of `users` to those
    who sign in. Raises `MissingExtra`, `LedgerError`s, and `InvalidValue` if the port or the users cannot be had.
    """
    with _library():
        from dragoman.web.serving import serve_until_interrupted
    serve_until_interrupted(
        Path(ledger), port=port, is_open=is_open, announce=announce, users=Path(users) if users is not None else None
    )


def user_line(name: str, role: str, password: str) -> str:
    """The line of a user in a file of users: name, role and hash of the password; raises `InvalidValue`."""
    with _library():
        from dragoman.web.access.users import line
    return line(name, role, password)


@contextmanager
def _library() -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError as error:
        if error.name not in _LIBRARIES:
            raise
        raise MissingExtra(
            "The desk", f"it needs {error.name}; `pip install 'dragoman[web]'` brings all it needs."
        ) from error
