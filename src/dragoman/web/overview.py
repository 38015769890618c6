"""The first page: the network of a day, and what deserves a second look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dragoman import Changes, Frame, Network
from dragoman.codebook.ties import CHANNELS
from dragoman.web import lists
from dragoman.web.described import described
from dragoman.web.drawings import network as drawing
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, channel, choice, day
from dragoman.web.shown import SIGNS
from dragoman.web.visit import Visit

#: What is shown here of lists that have a page of their own.
_FEW = 5
#: Years that a slider reaches back at least.
_SPAN = 10


@described(
    day("date", "The day of the network; else that of the latest publication."),
    channel("The channel that is wanted."),
    choice("sign", "What links are wanted.", SIGNS.values()),
    lists.SINCE,
    *LISTED,
    tables={
        "network": Network.columns,
        "changes": Changes.columns,
        "disputes": lists.DISPUTES,
        "one_origin": lists.SINGLE,
        "failures": lists.FAILURES,
    },
)
def overview(visit: Visit) -> Page:
    """The network as of a date, in a channel and of a sign if given; what is new, disputed, of one origin, failed."""
    asked = visit.asked
    whole = visit.recall(visit.workspace.network, as_of=asked.last_day("date"))
    survey = visit.recall(visit.workspace.survey)
    channel, sign = asked.channel(), asked.one_of("sign", tuple(SIGNS.values()))
    network = _kept(whole, channel, sign)
    since = lists.since_of(visit)
    all_new = lists.is_all_new(visit, since)
    changes = visit.recall(visit.workspace.changes, since) if since is not None and not all_new else ()
    failures = visit.workspace.failures()
    links = visit.cut(network.links)
    doubts, single = survey.doubts[:_FEW], survey.single[:_FEW]
    tables = {
        "network": replace(network, links=links.items).table(),
        "changes": lists.changes_frame(changes[:_FEW]),
        "disputes": lists.disputes_frame(doubts),
        "one_origin": lists.single_frame(single),
        "failures": Frame(lists.FAILURES, tuple((each.path, each.reason) for each in failures[:_FEW])),
    }
    shown = {
        "network": network,
        "links": links,
        "drawing": visit.remember(("drawing", network.as_of, channel, sign), lambda: drawing.draw(network)),
        "drawn": min(len(network.parties), drawing.MOST),
        "years": tuple(_years(whole)),
        "channels": CHANNELS,
        "asked": {"channel": channel, "sign": sign, "since": since},
        "changes": changes[:_FEW],
        "all_new": all_new,
        "change_count": len(changes),
        "doubts": doubts,
        "doubt_count": len(survey.doubts),
        "single": single,
        "single_count": len(survey.single),
        "failures": failures[:_FEW],
        "failure_count": len(failures),
    }
    about = {
        "as_of": network.as_of,
        "since": since,
        "parties": network.parties,
        "nameless": network.nameless,
        "links": len(network.links),
    }
    return Page("overview.html", "Overview", tables, shown, about)


def _kept(network: Network, channel: str | None, sign: str | None) -> Network:
    kept = network.only(channel=channel)
    return replace(kept, links=tuple(link for link in kept.links if sign in (None, SIGNS[link.sign])))


def _years(network: Network) -> Iterator[int]:
    """The years from the first day on which a link stood to that of the network: what a slider can be set to."""
    days = [link.since for link in network.links if link.since is not None]
    last = network.as_of if network.as_of is not None else max(days, default=None)
    if isinstance(last, date):
        yield from range(max(min(*(day.year for day in [*days, last]), last.year - _SPAN), 1), last.year + 1)
