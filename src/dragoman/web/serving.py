"""The desk as a server; the only place that knows Uvicorn."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import uvicorn

from dragoman.errors import DragomanError, InvalidValue
from dragoman.uncollected import collect_seldom
from dragoman.web.access.admission import Admission
from dragoman.web.access.users import read_users
from dragoman.web.app import app_of
from dragoman.web.asked import Asked
from dragoman.web.desk import HOST, Desk
from dragoman.web.pages.lists import disputes
from dragoman.web.pages.overview import overview
from dragoman.web.visit import Visit

#: Seconds that answers under way are waited for when it ends.
_PATIENCE = 5


def serve_until_interrupted(
    ledger: Path, *, port: int, is_open: bool, announce: Callable[[str], None], users: Path | None = None
) -> None:
    """As `dragoman.web.serve` has it."""
    if is_open and users is not None:
        raise InvalidValue("--open lets everybody in and --users only those it names; give one of the two.")
    admission = Admission(read_users(users)) if users is not None else None
    with _listening(port) as listening:
        desk = Desk.of(ledger, listening.getsockname()[1], is_open=is_open, admission=admission)
        # What is no ledger is told before the desk opens.
        _ = desk.workspace
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
        collect_seldom()
        announce(desk.address)
        Thread(target=_look_ahead, args=(desk,), daemon=True, name="looking ahead").start()
        uvicorn.Server(config).run(sockets=[listening])


def _look_ahead(desk: Desk) -> None:
    """Find what the first page needs, and what else takes its time, before it is asked for."""
    with suppress(DragomanError), desk.workspace.still():
        for page in (overview, disputes):
            page(Visit(desk.workspace, Asked([], {}), desk))


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
