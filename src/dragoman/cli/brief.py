"""`dragoman brief`."""

from __future__ import annotations

from pathlib import PurePath
from typing import Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, last_day, one_of
from dragoman.cli.output import STANDARD_OUTPUT, written
from dragoman.cli.plain import plain
from dragoman.errors import InvalidValue


def brief(
    ledger: LedgerArgument,
    one: Annotated[str, typer.Argument(metavar="A", help="A party, by any name or code.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="B", help="The other party.", show_default=False)],
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Tell how things stood then; else at the latest publication."),
    ] = None,
    known: KnownOption = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="md|html",
            callback=one_of("md", "html"),
            help="Markdown or a web page; if not given, what the name of FILE says, or md.",
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; - is standard output.")
    ] = STANDARD_OUTPUT,
) -> None:
    """Write what the pile says of two parties, every sentence with its footnotes.

    Parties are states or organisations by any of their names: Azerbaijan, Baku, AZE or az.
    """
    from dragoman import brief as briefs

    as_page = (format_ or _of_name(output)) == "html"
    with asked(ledger, known) as workspace:
        composed = workspace.brief(one, other, as_of=last_day(as_of))
    text = briefs.html(composed) if as_page else briefs.markdown(composed)
    with written(output, beside=ledger) as file:
        file.write(plain(text).rstrip("\n") + "\n")


def _of_name(output: str) -> str:
    """The format that the name of a file asks for; raises `InvalidValue` for one that cannot be written."""
    ending = PurePath(output).suffix.lower()
    if ending in (".pdf", ".docx", ".doc", ".odt", ".rtf"):
        raise InvalidValue(f"A brief cannot be written as {ending} yet; give a file ending in .md or .html.")
    return "html" if ending in (".html", ".htm") else "md"
