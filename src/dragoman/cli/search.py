"""`dragoman search`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked
from dragoman.cli.output import put, say

if TYPE_CHECKING:
    from dragoman.records import Document, Span

#: Passages shown of one document.
PASSAGES = 3


def search(
    ledger: LedgerArgument,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORD", help="All must occur; 'words in quotes' are a phrase, star* is any ending."),
    ],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="At most so many documents.")] = 20,
    known: KnownOption = None,
) -> None:
    """Find documents by their words, best first, with the passages marked.

    Case and accents do not matter: Turkiye finds Türkiye.
    """
    from dragoman.cli.short import digits

    with asked(ledger, known) as workspace:
        length = digits(workspace.counts().documents)
        hits = workspace.search(_typed(words), limit=limit)
    for hit in hits:
        _put(hit.document, hit.spans, length)
    if not hits:
        say("No document holds all these words.")


def _typed(words: Sequence[str]) -> str:
    """What the shell took apart, together again: an argument with spaces in it was a phrase in quotes."""
    return " ".join(f'"{each}"' if " " in each.strip() and '"' not in each else each for each in words)


def _put(document: Document, spans: Sequence[Span], digits: int) -> None:
    from rich.text import Text

    from dragoman.cli.marked import passages
    from dragoman.cli.short import short
    from dragoman.plain import one_line
    from dragoman.words import origin

    put(Text.assemble((short(document.id, digits), "cyan"), f"  {one_line(origin(document))}  ",
                      (one_line(document.title or ""), "bold")))  # fmt: skip
    found = passages(document.text, spans)
    for passage in found[:PASSAGES]:
        put(Text("  ").append_text(passage))
    if len(found) > PASSAGES:
        put(f"  … and {len(found) - PASSAGES} more places")
