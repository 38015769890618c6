"""The desk as a server; the only place that knows Uvicorn."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from dragoman.errors import InvalidValue
from dragoman.web.app import app_of
from dragoman.web.desk import HOST, Desk
from dragoman.workspace import Workspace

#: Seconds that answers under way are waited for when it ends.
_PATIENCE = 5


def serve_until_interrupted(ledger: Path, *, port: int, is_open: bool, announce: Callable[[str], None]) -> None:
    """As `dragoman.web.serve` has it."""
    Workspace.open(ledger).close()
    with _listening(port) as listening:
        desk = Desk.of(ledger, listening.getsockname()[1], is_open=is_open)
        # An access log would keep the token and what was asked; a lifespan is nothing this needs.
        config = uvicorn.Config(
            app_of(desk),
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            lifespan="off",
            timeout_graceful_shutdown=_PATIENCE,
        )
        announce(desk.address)
        uvicorn.Server(config).run(sockets=[listening])


@contextmanager
def _listening(port: int) -> Iterator[socket.socket]:
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
            listening.listen()
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or error
            raise InvalidValue(
                f"Port {port} of {HOST} cannot be had ({reason}); give another with --port, or 0 for any that is free."
            ) from error
        yield listening
