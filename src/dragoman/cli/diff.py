"""`dragoman diff`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dragoman.cli.arguments import LedgerArgument, asked, one_of, two
from dragoman.cli.output import put, put_json, say
from dragoman.cli.short import digits, short
from dragoman.errors import InvalidValue
from dragoman.plain import one_line


def diff(
    ledger: LedgerArgument,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="What was known at the end of this day.")],
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="One party or two, by any name or code; else all.", show_default=False),
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="And at the end of this day; else now.")
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format", metavar="text|json", callback=one_of("text", "json"), help="Sentences, or JSON lines."
        ),
    ] = "text",
) -> None:
    """Say what the ledger learnt between two days, and what it knows no more.

    A sentence for each event or tie that is new, gone, or rests on more or fewer reports, and for each new figure.
    The days are those on which things were read, not on which they happened or were published.
    """
    from dragoman import brief
    from dragoman.cli import differing

    with asked(ledger, until) as workspace:
        if until is not None and until < since:
            raise InvalidValue(f"{until} is before {since}; give the earlier day after --from.")
        found = workspace.changes(since, *two(parties))
        length = digits(workspace.counts().statements)
    if format_ == "json":
        put_json(json.dumps(differing.as_json(*each), ensure_ascii=False) + "\n" for each in brief.differences(found))
        return
    for change, sentence in brief.differences(found):
        (entry, *_) = change.after or change.before
        put(f"{short(entry.statement.id, length)}  {one_line(sentence)}")
    if not found:
        say("Nothing changed between these days.")
