"""`dragoman replay`."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Annotated

import typer

from dragoman.cli import receipt
from dragoman.cli.output import put
from dragoman.errors import InvalidValue


def replay(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="RECEIPT", help="A file that --receipt wrote.", show_default=False)],
    ledger: Annotated[
        str | None, typer.Option("--ledger", metavar="LEDGER", help="Where the ledger is now, if it was moved.")
    ] = None,
) -> None:
    """Ask again what a receipt is for, of the ledger as it was known then, and compare the answers.

    The exit code is 1 if they differ.
    """
    said = receipt.read(file)
    command = _as_then(said["command"], said["ledger"], ledger or said["ledger"], said["known"])
    with receipt.taken(io.StringIO()) as answer:
        context.find_root().command.main(command, prog_name="dragoman", standalone_mode=False)
    asked = receipt.asked_last()
    if asked is None or asked.held != said["held"]:
        raise InvalidValue(f"{ledger or said['ledger']} does not hold what the ledger of this receipt held then.")
    if answer.digest() != said["answer"]:
        raise InvalidValue(f"The ledger held the same, but answers otherwise: {said['program']} gave another answer.")
    put(f"The same answer, byte for byte, from the same {asked.statements:,} statements.")


def _as_then(command: Sequence[str], before: str, now: str, known: str | None) -> list[str]:
    """A command about a ledger where it is now, as the ledger was known at a moment."""
    found = [now if each == before else each for each in command]
    if known is None or any(each.split("=")[0] == "--known" for each in found):
        return found
    name, *rest = found
    return [name, "--known", known, *rest]
