"""`dragoman lineage`."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, one_of
from dragoman.cli.output import put, put_json, say
from dragoman.cli.short import digits

if TYPE_CHECKING:
    from dragoman import Workspace


def lineage(
    ledger: LedgerArgument,
    about: Annotated[
        str | None,
        typer.Argument(
            metavar="[ABOUT]",
            help="Id of a statement or document, or its beginning; or a publisher. All documents without.",
            show_default=False,
        ),
    ] = None,
    known: KnownOption = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|json|csv",
            callback=one_of("text", "json", "csv"),
            help="Trees, JSON, or a table.",
        ),
    ] = "text",
) -> None:
    """Show who has it from whom: which documents copy, excerpt, cite, retell or translate which.

    Of a statement (s1:...): all reports of its event or tie, by origin; reports with one origin are one
    testimony, however many there are. Of a document (d1:...): all that are bound to it; of a publisher: where he
    takes part. Passages of a document go back to those of the one above it in the tree, which came first.
    """
    with asked(ledger, known) as workspace:
        if about is not None and about.strip().startswith("s1:"):
            _put_reports(workspace, about, format_)
        else:
            _put_documents(workspace, about, format_)


def _put_reports(workspace: Workspace, identity: str, format_: str) -> None:
    from dragoman.cli import trees

    found = workspace.lineage(identity)
    length = digits(workspace.counts().statements)
    if format_ == "json":
        put_json([json.dumps([trees.as_json(each) for each in found], ensure_ascii=False) + "\n"])
    elif format_ == "csv":
        trees.write(found, sys.stdout)
    else:
        for number, part in enumerate(found):
            for line in [""] * bool(number) + list(trees.tree(part, length)):
                put(line)


def _put_documents(workspace: Workspace, about: str | None, format_: str) -> None:
    from dragoman import branches
    from dragoman.cli import borrowed
    from dragoman.cli.tabular import put_csv

    found = workspace.borrowings(about)
    if format_ == "json":
        put_json(json.dumps(borrowed.as_json(each), ensure_ascii=False) + "\n" for each in found)
    elif format_ == "csv":
        put_csv(found.table())
    else:
        count = workspace.counts().documents
        for line in borrowed.trees(branches(found), digits(count)):
            put(line)
        if not found:
            whom = "No document here has its text or its news from another"
            if about is not None:
                whom = f"Nothing here has its text or its news from {about}, nor has that from another"
            say(f"{whom}, as far as the words tell.")
