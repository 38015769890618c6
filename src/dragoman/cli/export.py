"""`dragoman export`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
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
    policy: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="How disputed territories are written (TOML); see docs/formats.md."),
    ] = None,
    expand: Annotated[
        bool, typer.Option("--expand", help="A row for each pair of parties, where a format puts several in one.")
    ] = False,
    known: KnownOption = None,
) -> None:
    """Write statements to a file, whole or not at all.

    As statements: one JSON object a line, as docs/statement.md describes it. The other formats are
    described in docs/formats.md; those of several files put the others beside the first. The files
    appear, or take the place of earlier ones, when all is written.
    """
    with asked(ledger, known) as workspace:
        filters = wanted.filters(workspace)
        if as_ == "statements" and not (output.endswith("/") or Path(output).is_dir()):
            _lines(workspace, filters, output, beside=ledger)
            return
        told = _policy(policy)
        if output == STANDARD_OUTPUT:
            with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
                _put_first(as_, workspace.export_to(f"{folder}/", as_, filters, policy=told, expand=expand))
        else:
            for path in workspace.export_to(output, as_, filters, policy=told, expand=expand):
                say(str(path))


def _lines(workspace: Workspace, filters: Filters, output: str, *, beside: str) -> None:
    """Statements one after another, to a stream or a device too."""
    with written(output, beside=beside) as file:
        lines = workspace.export(filters)
        if file is sys.stdout:
            put_json(lines)
        else:
            file.writelines(lines)


def _policy(path: str | None) -> str | None:
    """What a file of a policy holds, if one is named; raises `InvalidValue` if it cannot be read."""
    try:
        return Path(path).read_text(encoding="utf-8") if path is not None else None
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidValue(f"The policy {path} cannot be read as text ({error}); check the path.") from error


def _put_first(as_: str, paths: Sequence[Path]) -> None:
    """The first file of a format on standard output; on standard error what is left out."""
    if not FORMATS[as_].is_text:
        raise InvalidValue(f"{as_} is no text for standard output; give a file with -o.")
    with open(paths[0], encoding="utf-8", newline="\n") as lines:
        put_json(lines)
    for path in paths[1:]:
        say(f"{path.name} is left out; -o FILE writes it too.")
