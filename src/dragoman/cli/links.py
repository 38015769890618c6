"""A network, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman import words
from dragoman.cli.short import short
from dragoman.plain import one_line

if TYPE_CHECKING:
    from dragoman import Link, Network
    from dragoman.codebook.turns import Turning

SIGNS = {1: "+", -1: "-", 0: " "}
#: Reports of a link that are named in a line; the rest are counted.
_NAMED = 3


def lines(of: Network, length: int) -> Iterator[str]:
    """The links, then who mediates and which groups hold together, as a person reads them."""
    left_out = f" {of.nameless} of parties without a code left out." if of.nameless else ""
    yield f"As of {of.as_of or 'no day'}: {words.counted(len(of.links), 'link')}, {len(of.parties)} parties.{left_out}"
    yield from (line(link, length) for link in of.opened().links)
    if of.brokers:
        yield from ("", "Mediators")
        for each in of.brokers:
            yield f"  {each.mediator} between {each.between[0]} and {each.between[1]}"
    groups = [group for group in of.components if len(group) > 1]
    if groups:
        yield from ("", "Held together by cooperative links")
        yield from (f"  {', '.join(group)}" for group in groups)


def changed(before: Network, after: Network, length: int) -> Iterator[str]:
    """What began and ended between two days in so many words, and how far reports of the rest reach."""
    days = (before.as_of or date.min, after.as_of or date.max)
    came, went = after.gained(before), before.gained(after)
    after.open(came)
    before.open(went)
    yield f"Between {before.as_of} and {after.as_of}: {words.counted(len(came), 'link')} more, {len(went)} fewer."
    for head, told, found in (
        ("Began", True, came),
        ("Reported to stand, when it began is not", False, came),
        ("Ended", True, went),
        ("Not reported to stand any more, nor to have ended", False, went),
    ):
        turning: Turning = "begins" if found is came else "ends"
        kept = [link for link in found if link.turned(turning, *days) is told]
        if kept:
            yield from ("", head, *(line(link, length) for link in kept))


def line(link: Link, length: int) -> str:
    """`+ KAZ → ISR  energy · 22 percent · 1 report · s:1a2b3c`."""
    since = f"since {link.since}" if link.since else ""
    told = f"last told {link.last_told}" if link.last_told else ""
    denied = f"denied by {words.counted(link.denial_count, 'report')}" if link.denial_count else ""
    parts = [arrow(link), link.channel, *link.measures, since, told, support(link), denied, ids(link, length)]
    return one_line(f"{SIGNS[link.sign]} {' · '.join(part for part in parts if part)}")


def arrow(link: Link) -> str:
    """`KAZ → ISR`, `AZE ↔ TUR`."""
    return f"{link.giver} {'↔' if link.mutual else '→'} {link.taker}"


def support(link: Link) -> str:
    """`4 reports, 2 origins`."""
    return words.support(link.report_count, link.origins)


def as_json(of: Network) -> dict[str, Any]:
    """A network as one JSON object."""
    return {
        "as_of": str(of.as_of) if of.as_of else None,
        "parties": list(of.parties),
        "links": [link_json(link) for link in of.opened().links],
        "brokers": [
            {"mediator": each.mediator, "between": list(each.between), "statements": _statements(each.ties)}
            for each in of.brokers
        ],
        "components": [list(group) for group in of.components],
        "nameless": of.nameless,
    }


def link_json(link: Link) -> dict[str, Any]:
    """A link as one JSON object, with the ids of the statements behind it."""
    return {
        "giver": link.giver,
        "taker": link.taker,
        "channel": link.channel,
        "sign": link.sign,
        "reports": [entry.statement.id for entry in link.reports],
        "denied": [entry.statement.id for entry in link.denied],
        "origins": link.origins,
        "since": str(link.since) if link.since else None,
        "last_told": str(link.last_told) if link.last_told else None,
        "figures": [words.measure(report.quantity) for figure in link.figures for report in figure.reports],
    }


def _statements(ties: Sequence[Any]) -> list[str]:
    return sorted({entry.statement.id for tie in ties for entry in tie.reports})


def ids(link: Link, length: int) -> str:
    """`s1:1a2b3c s1:4d5e6f s1:7a8b9c and 4 more`."""
    found = [short(each, length) for each in link.statements]
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return " ".join(found[:_NAMED]) + more
