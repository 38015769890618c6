"""The desk: a ledger in a browser, on this machine only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dragoman.errors import MissingExtra

#: What the extra `web` brings, by the names under which it is imported.
_LIBRARIES = ("jinja2", "markupsafe", "starlette", "uvicorn")


def serve(ledger: str | Path, *, port: int, is_open: bool, announce: Callable[[str], None]) -> None:
    """Serve the desk of a ledger on 127.0.0.1 until interrupted; `announce` is given its address once it listens.

    `port` 0 takes any that is free; `is_open` serves without the token in the address. Raises `MissingExtra`,
    `LedgerError`s, and `InvalidValue` if the port cannot be had.
    """
    try:
        from dragoman.web.serving import serve_until_interrupted
    except ModuleNotFoundError as error:
        if error.name not in _LIBRARIES:
            raise
        raise MissingExtra(
            "The desk", f"it needs {error.name}; `pip install 'dragoman[web]'` brings all it needs."
        ) from error
    serve_until_interrupted(Path(ledger), port=port, is_open=is_open, announce=announce)
