"""`dragoman network`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.arguments import (
    KnownOption,
    LedgerArgument,
    asked,
    check_order,
    check_table,
    last_day,
    one_of,
    table_option,
    two,
)
from dragoman.cli.output import put, put_json
from dragoman.errors import InvalidValue

if TYPE_CHECKING:
    from dragoman import Frame, Network

#: The tables that there are as CSV, the chief one first.
TABLES = ("links", "mediators", "together")
FormatOption = Annotated[
    str,
    typer.Option(
        "--format", metavar="text|json|csv", callback=one_of("text", "json", "csv"), help="To read, or as data."
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="How things stood then; else at the latest publication."),
]
ChannelOption = Annotated[
    str | None, typer.Option("--channel", metavar="NAME", help="Only in that channel, such as energy.")
]


def network(
    ledger: LedgerArgument,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="One party or two, by any name or code; else all.", show_default=False),
    ] = None,
    as_of: AsOfOption = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Show what was gained and lost since that day instead."),
    ] = None,
    channel: ChannelOption = None,
    known: KnownOption = None,
    format_: FormatOption = "text",
    table: Annotated[str | None, table_option(*TABLES)] = None,
) -> None:
    """Show the ties that stand on a day as a network: who stands how to whom, who mediates, what holds together.

    Each line ends with the ids of statements behind it, which `dragoman show` opens.
    """
    from dragoman.cli.short import digits
    from dragoman.codebook.names import code
    from dragoman.codebook.ties import channel as channel_of

    check_table(table, format_)
    if table is not None and since is not None:
        raise InvalidValue("--since has one table, of what was gained and lost; give it without --table.")
    first, last = last_day(since), last_day(as_of)
    check_order(first, last)
    codes = [code(name) for name in two(parties)]
    name = channel_of(channel).name if channel is not None else None
    with asked(ledger, known) as workspace:
        days = (last, first) if first is not None else (last,)
        found, *earlier = (each.only(*codes, channel=name) for each in workspace.networks(*days))
        length = digits(workspace.counts().statements)
    if earlier:
        _put_changes(earlier[0], found, length, format_)
    else:
        _put(found, length, format_, table)


def _put(found: Network, length: int, format_: str, table: str | None) -> None:
    from dragoman.cli import links
    from dragoman.cli.tabular import put_frame

    if format_ == "json":
        put_json([json.dumps(links.as_json(found), ensure_ascii=False) + "\n"])
    elif format_ == "csv":
        put_frame(found.frames, table)
    else:
        for line in links.lines(found, length):
            put(line)


def _put_changes(before: Network, after: Network, length: int, format_: str) -> None:
    from dragoman.cli import links
    from dragoman.cli.tabular import put_csv

    changes = {"gained": after.gained(before), "lost": before.gained(after)}
    if format_ == "json":
        told = {name: [links.link_json(link) for link in found] for name, found in changes.items()}
        days = {"since": str(before.as_of), "as_of": str(after.as_of)}
        put_json([json.dumps({**days, **told}, ensure_ascii=False) + "\n"])
    elif format_ == "csv":
        put_csv(_labelled(after.part(changes["gained"]), "gained"), _labelled(before.part(changes["lost"]), "lost"))
    else:
        for line in links.changed(before, after, length):
            put(line)


def _labelled(of: Network, name: str) -> Frame:
    from dragoman import Frame

    table = of.table()
    return Frame(("change", *table.columns), tuple((name, *row) for row in table.rows))
