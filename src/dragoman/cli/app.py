"""The program `dragoman`: its commands, and how a run of it ends."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli import receipt
from dragoman.cli.backup import backup
from dragoman.cli.balance import balance
from dragoman.cli.brief import brief
from dragoman.cli.decide import decide, decisions, retract
from dragoman.cli.diff import diff
from dragoman.cli.export import export
from dragoman.cli.exposure import exposure
from dragoman.cli.fetch import fetch
from dragoman.cli.forecasts import forecasts
from dragoman.cli.import_ import import_
from dragoman.cli.ledger import info, reconcile, verify
from dragoman.cli.lineage import lineage
from dragoman.cli.load import load
from dragoman.cli.network import network
from dragoman.cli.output import fail, finish, prepare
from dragoman.cli.quantities import quantities
from dragoman.cli.read import read
from dragoman.cli.replay import replay
from dragoman.cli.reread import reread
from dragoman.cli.search import search
from dragoman.cli.series import series
from dragoman.cli.serve import serve
from dragoman.cli.show import show
from dragoman.cli.statements import statements
from dragoman.cli.ties import ties
from dragoman.cli.user import user
from dragoman.cli.watch import watch
from dragoman.cli.whatif import whatif
from dragoman.errors import DragomanError

#: Columns of a help text: the same in every terminal, so that the documentation shows what the program says.
WIDTH = 100

app = typer.Typer(
    name="dragoman",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"terminal_width": WIDTH, "help_option_names": ["-h", "--help"]},
)
for command in (
    read,
    load,
    watch,
    fetch,
    reread,
    brief,
    statements,
    lineage,
    ties,
    quantities,
    forecasts,
    series,
    network,
    exposure,
    whatif,
    balance,
    diff,
    replay,
    decide,
    retract,
    decisions,
    export,
    import_,
    show,
    search,
    serve,
    user,
    verify,
    reconcile,
    backup,
    info,
):
    app.command(command.__name__.rstrip("_"))(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"dragoman {version('dragoman')}")
        raise typer.Exit


@app.callback()
def _about(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Say which version this is.")
    ] = False,
    receipt_: Annotated[
        str | None,
        typer.Option(
            receipt.OPTION, metavar="FILE", help="Write a receipt for the answer of the command that follows."
        ),
    ] = None,
) -> None:
    """Read a pile of articles about states into a ledger of cited, dated statements, and ask it questions.

    Everything runs on this machine: nothing is sent anywhere, but that `fetch` asks for the addresses it is given.
    """


def main() -> None:
    """Run the program with the arguments of the process, and end the process with its exit code.

    0: done. 1: it could not be done, and a sentence on standard error says why. 2: the command was not understood.
    130: interrupted. 143: told to end (SIGTERM) while reading.
    """
    prepare()
    sys.exit(finish(_code()))


def _code() -> int:
    try:
        _run(sys.argv[1:])
        return 0
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except DragomanError as error:
        fail(str(error))
    except OSError as error:
        # What the workspace raises on purpose are sentences already; these are full disks and closed streams.
        where = f"{error.filename}: " if error.filename else ""
        fail(f"{where}{error.strerror or error}.")
    return 1


def _run(arguments: list[str]) -> None:
    """Run a command; with a receipt if one is asked for before it."""
    file, command = _with_receipt(arguments)
    if file is None:
        app(prog_name="dragoman")
        return
    with receipt.taken(sys.stdout) as answer:
        try:
            app(command, prog_name="dragoman")
        except SystemExit as end:
            if end.code:
                raise
    receipt.written(file, command, answer)


def _with_receipt(arguments: list[str]) -> tuple[str | None, list[str]]:
    """The file for a receipt, if one is asked for, and the command without that."""
    first, _, given = (arguments[0] if arguments else "").partition("=")
    if first != receipt.OPTION:
        return None, arguments
    return (
        (given, arguments[1:]) if given else (arguments[1], arguments[2:]) if len(arguments) > 1 else (None, arguments)
    )
