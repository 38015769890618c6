"""`dragoman brief`."""

from __future__ import annotations

from datetime import date
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, last_day, one_of
from dragoman.cli.network import ChannelOption
from dragoman.cli.output import STANDARD_OUTPUT, put_bytes, written
from dragoman.errors import InvalidValue
from dragoman.plain import plain

if TYPE_CHECKING:
    from dragoman import Mark

_FORMATS = ("md", "html", "docx", "pdf")


def brief(
    ledger: LedgerArgument,
    parties: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[A [B ...]]", help="A party, a pair or several, by any name or code.", show_default=False
        ),
    ] = None,
    channel: ChannelOption = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since",
            metavar="DATE|FILE",
            help="Begin with what the ledger did not know at the end of that day, or when it wrote that earlier brief.",
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Tell how things stood then; else at the latest publication."),
    ] = None,
    known: KnownOption = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(_FORMATS),
            callback=one_of(*_FORMATS),
            help="Markdown, a web page, Word or PDF; if not given, what the name of FILE says, or md.",
        ),
    ] = None,
    in_full: Annotated[
        bool,
        typer.Option("--in-full", help="Tell all, however much: else of very many statements those published last."),
    ] = False,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it; - is standard output.")
    ] = STANDARD_OUTPUT,
) -> None:
    """Write what the pile says of a party, a pair, several parties or a channel, every sentence with its footnotes.

    Of a pair it tells what speaks of both, of several what speaks of any two; --channel alone is about all parties.
    Parties are states or organisations by any of their names: Azerbaijan, Baku, AZE or az. A brief says in a mark that
    is not printed until when it speaks, so that the next one can begin with what changed since.
    """
    from dragoman import brief as briefs

    kind = format_ or _of_name(output)
    if kind in ("docx", "pdf") and output == STANDARD_OUTPUT:
        raise InvalidValue(f"A {kind} is no text; give a file to write it to, as in `-o brief.{kind}`.")
    with asked(ledger, known) as workspace:
        composed = workspace.brief(
            *parties or (), channel=channel, as_of=last_day(as_of), since=_since(since), in_full=in_full
        )
    if kind in ("docx", "pdf"):
        put_bytes((briefs.docx if kind == "docx" else briefs.pdf)(composed), output, beside=ledger)
        return
    text = briefs.html(composed) if kind == "html" else briefs.markdown(composed)
    with written(output, beside=ledger) as file:
        file.write(plain(text).rstrip("\n") + "\n")


def _since(typed: str | None) -> date | Mark | None:
    """A day, a moment, or the mark of the brief in a file; raises `InvalidValue` if it is none of them."""
    from dragoman import Mark
    from dragoman.ledger.clock import day_or_moment

    if typed is None:
        return None
    try:
        day = last_day(typed)
        return day_or_moment(typed) if "T" in typed else day
    except InvalidValue:
        if not Path(typed).exists():
            raise InvalidValue(
                f"{typed!r} is neither a date nor a file; give a day such as 2024-05-30, or an earlier brief."
            ) from None
        return Mark.of(typed)


def _of_name(output: str) -> str:
    """The format that the name of a file asks for; raises `InvalidValue` for one that cannot be written."""
    ending = PurePath(output).suffix.lower()
    if ending in (".doc", ".odt", ".rtf"):
        raise InvalidValue(f"A brief cannot be written as {ending}; give a file ending in .md, .html, .docx or .pdf.")
    return {".html": "html", ".htm": "html", ".docx": "docx", ".pdf": "pdf"}.get(ending, "md")
