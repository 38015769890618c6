"""`dragoman serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.arguments import LedgerArgument
from dragoman.cli.output import say


def serve(
    ledger: LedgerArgument,
    port: Annotated[
        int, typer.Option(min=0, max=65535, metavar="N", help="Where to listen; 0 is any free port.")
    ] = 8765,
    open_: Annotated[
        bool, typer.Option("--open", help="Let every program of this machine in, without the token in the address.")
    ] = False,
    users: Annotated[
        str | None,
        typer.Option(
            "--users", metavar="FILE", help="Let in who signs in, by a file of users; `dragoman user` prints its lines."
        ),
    ] = None,
) -> None:
    """Serve the ledger as a desk for the browser, to this machine only, until interrupted.

    The address that is printed holds a token; without it nothing is served. With --users there is none: people
    sign in, and only analysts may change something. It needs the extra web.
    """
    from dragoman.web import serve as run

    def announce(address: str) -> None:
        print(address, flush=True)
        say("The desk is open at that address; Ctrl-C closes it.")

    run(ledger, port=port, is_open=open_, announce=announce, users=users)
