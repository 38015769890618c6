"""`dragoman show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked
from dragoman.cli.output import put
from dragoman.plain import one_line, plain

if TYPE_CHECKING:
    from dragoman.records import Document, Passage


def show(
    ledger: LedgerArgument,
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a statement or document, or its beginning.", show_default=False)
    ],
    known: KnownOption = None,
) -> None:
    """Show a statement in its paragraph, or the text of a document.

    The words are underlined, or stand between [[ and ]] where the output is no terminal.
    """
    with asked(ledger, known) as workspace:
        if identity.strip().startswith("d1:"):
            _put_document(workspace.document(identity))
        else:
            _put_passage(workspace.show(identity))


def _put_document(document: Document) -> None:
    from dragoman.cli.details import of_document

    _put_details([("document", document.id), *of_document(document)])
    put("")
    put(plain(document.text))


def _put_passage(passage: Passage) -> None:
    from dragoman.cli.details import of_document, of_statement
    from dragoman.cli.marked import marked

    document = passage.entry.document
    _put_details([*of_statement(passage.entry), ("document", document.id), *of_document(document)])
    put("")
    put(marked(*passage.parts))


def _put_details(details: list[tuple[str, str | None]]) -> None:
    for name, value in details:
        if value:
            put(f"{name:<12}{one_line(value)}")
