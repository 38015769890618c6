"""`dragoman export`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, one_of
from dragoman.cli.output import STANDARD_OUTPUT, put_json, say, written
from dragoman.cli.wanted import Wanted, with_wanted
from dragoman.errors import InvalidValue
from dragoman.exchange.formats import FORMATS

if TYPE_CHECKING:
    from dragoman import Filters, Workspace


@with_wanted
def export(
    ledger: LedgerArgument,
    wanted: Wanted,
    as_: Annotated[
        str,
        typer.Option("--as", metavar="FORMAT", callback=one_of(*FORMATS), help=f"The format: {', '.join(FORMATS)}."),
    ],
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="The file, or a folder; - is standard output.")
    ],
    known: KnownOption = None,
) -> None:
    """Write statements to a file, whole or not at all.

    As statements: one JSON object a line, as docs/statement.md describes it. The other formats are
    described in docs/formats.md; those of several files put the others beside the first. The files
    appear, or take the place of earlier ones, when all is written.
    """
    with asked(ledger, known) as workspace:
        filters = wanted.filters(workspace)
        if as_ == "statements" and not Path(output).is_dir():
            _lines(workspace, filters, output, beside=ledger)
        elif output == STANDARD_OUTPUT:
            _first(workspace, as_, filters)
        else:
            for path in workspace.export_to(output, as_, filters):
                say(str(path))


def _lines(workspace: Workspace, filters: Filters, output: str, *, beside: str) -> None:
    """Statements one after another, to a stream or a device too."""
    with written(output, beside=beside) as file:
        lines = workspace.export(filters)
        if file is sys.stdout:
            put_json(lines)
        else:
            file.writelines(lines)


def _first(workspace: Workspace, as_: str, filters: Filters) -> None:
    """The first file of a format on standard output; on standard error what is left out."""
    if not FORMATS[as_].is_text:
        raise InvalidValue(f"{as_} is no text for standard output; give a file with -o.")
    with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
        first, *others = workspace.export_to(f"{folder}/", as_, filters)
        with open(first, encoding="utf-8", newline="") as lines:
            put_json(lines)
        for path in others:
            say(f"{path.name} is left out; -o FILE writes it too.")
