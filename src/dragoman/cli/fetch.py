"""`dragoman fetch`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import report
from dragoman.cli.arguments import IntoOption, ReportOption
from dragoman.cli.output import say
from dragoman.plain import one_line

if TYPE_CHECKING:
    from dragoman.records import Report


def fetch(
    urls: Annotated[list[str], typer.Argument(metavar="URL", help="Addresses of articles, PDF files or feeds.")],
    into: IntoOption,
    feed: Annotated[
        bool, typer.Option("--feed", help="The addresses are feeds: fetch and read the pages that they lead to.")
    ] = False,
    most: Annotated[
        int, typer.Option("--most", min=1, max=500, metavar="N", help="Pages that are fetched of one feed, the first.")
    ] = 50,
    keep: Annotated[
        str | None,
        typer.Option("--keep", metavar="FOLDER", help="Where to keep what was sent; else LEDGER.fetched."),
    ] = None,
    any_port: Annotated[
        bool, typer.Option("--any-port", help="Let addresses name ports other than 80 and 443.")
    ] = False,
    format_: ReportOption = "text",
) -> None:
    """Fetch articles or feeds over the network, keep what was sent, and read it into a ledger.

    This is the only command that opens the network. Only public addresses are asked, by http and https; loopback,
    private and other addresses are refused, on every redirect too. Of a feed without --feed the items are read as
    they stand in it. With --feed what a site asks of programs in its robots.txt is kept to, and a second passes
    between two pages. The exit code is 1 if nothing was read.
    """
    found, still_failing = _fetched(urls, into, keep, most if feed else 0, any_port)
    report.end(report.Outcome(found, still_failing), format_)


def _fetched(
    urls: list[str], into: str, keep: str | None, articles: int, any_port: bool
) -> tuple[Report, tuple[str, ...]]:
    from dragoman.fetching import Door
    from dragoman.workspace import Workspace

    with Workspace.open(into, create=True) as workspace:
        found = workspace.fetch(urls, keep=keep, articles=articles, door=Door(any_port=any_port), told=_told)
        known = {failure.path for failure in workspace.failures()}
    return found, tuple(path for path in found.unchanged if path in known)


def _told(url: str, path: str) -> None:
    say(f"fetched {one_line(url)} into {one_line(path)}")
