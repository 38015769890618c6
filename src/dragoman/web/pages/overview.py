"""The first page: the network of a day, and what deserves a second look."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from dragoman import Changes, Frame, Network, Survey
from dragoman.codebook.places import home
from dragoman.codebook.ties import CHANNELS
from dragoman.later import Later
from dragoman.web.described import described
from dragoman.web.drawings import multiples, turns, worldmap
from dragoman.web.drawings import network as drawing
from dragoman.web.drawings.lines import MOST
from dragoman.web.drawings.twofold import twofold
from dragoman.web.page import Page
from dragoman.web.pages import lists
from dragoman.web.parameters import LISTED, channel, choice, day
from dragoman.web.shown import SIGNS
from dragoman.web.slider import Slider
from dragoman.web.visit import Visit

#: What is shown here of lists that have a page of their own.
_FEW = 5
#: The ways in which a network can be looked at.
VIEWS = ("network", "map", "channels")


@described(
    day("date", "The day of the network; else that of the latest publication."),
    channel("The channel that is wanted."),
    choice("sign", "What links are wanted.", SIGNS.values()),
    choice("view", "How the network is drawn.", VIEWS),
    lists.SINCE,
    *LISTED,
    tables={
        "network": Network.columns,
        "changes": Changes.columns,
        "disputes": Survey.frame_columns["disputes"],
        "one_origin": Survey.frame_columns["one_origin"],
        "failures": lists.FAILURES,
        "runs": lists.RUNS,
    },
    title=lambda _: "Overview",
)
def overview(visit: Visit) -> Page:
    """The network as of a date, in a channel and of a sign if given; what is new, disputed, of one origin, was read.

    `view` is one of `VIEWS`: as a drawing of its own, on a map of the world, or as a small drawing a channel.
    """
    asked = visit.asked
    day = asked.last_day("date")
    latest = visit.recall(visit.workspace.network, as_of=None)
    whole = latest if day is None else visit.recall(visit.workspace.network, as_of=day)
    survey = visit.recall(visit.workspace.survey)
    channel, sign = asked.channel(), asked.one_of("sign", tuple(SIGNS.values()))
    network = _kept(whole, channel, sign)
    since = lists.since_of(visit)
    changes, untold = lists.new_in_short(visit, since)
    failures = visit.workspace.failures()
    runs = visit.recall(visit.workspace.runs, most=_FEW)
    links = visit.cut(network.links)
    slider = _slider(visit, latest.as_of, whole.as_of, sign=sign)
    doubts, single = visit.remember("few", lambda: (survey.doubts[:_FEW], survey.single[:_FEW]))
    network.figure(links.items)
    tables = Later(
        network=network.part(links.items).table,
        changes=lambda: lists.changes_frame(changes[:_FEW]),
        disputes=lambda: Survey(doubts, single).frames["disputes"],
        one_origin=lambda: Survey(doubts, single).frames["one_origin"],
        failures=lambda: Frame(lists.FAILURES, tuple((each.path, each.reason) for each in failures[:_FEW])),
        runs=lambda: lists.runs_frame(runs),
    )
    shown = {
        "network": network,
        "links": links,
        **_looked_at(visit, network, _kept(whole, None, sign), sign=sign),
        "slider": slider,
        "turns": turns.draw(slider) if slider is not None else None,
        "channels": CHANNELS,
        "asked": {"channel": channel, "sign": sign, "since": since},
        "changes": changes[:_FEW],
        "untold": untold,
        "change_count": len(changes),
        "doubts": doubts,
        "doubt_count": len(survey.doubts),
        "single": single,
        "single_count": len(survey.single),
        "runs": runs,
        "failure_count": len(failures),
    }
    about = {
        "as_of": network.as_of,
        "since": since,
        "parties": network.parties,
        "nameless": network.nameless,
        "links": len(network.links),
        "change_before": slider.before.day if slider is not None and slider.before is not None else None,
        "change_after": slider.after.day if slider is not None and slider.after is not None else None,
    }
    return Page("overview.html", "Overview", tables, shown, about)


def _kept(network: Network, channel: str | None, sign: str | None) -> Network:
    kept = network.only(channel=channel)
    if sign is None:
        return kept
    return replace(kept, links=kept.links.those(lambda giver, taker, name: SIGNS[CHANNELS[name].sign] == sign))


def _looked_at(visit: Visit, network: Network, all_channels: Network, *, sign: str | None) -> dict[str, object]:
    """What the page shows in the view that is asked for."""
    view = visit.asked.one_of("view", VIEWS) or VIEWS[0]
    day, channel = network.as_of, visit.asked.channel()
    parties = network.parties
    shown: dict[str, object] = {"view": view, "views": VIEWS, "drawing": None, "multiples": (), "unplaced": ()}
    if view == "channels":
        parties = all_channels.parties
        shown["multiples"] = visit.remember((view, day, sign), lambda: multiples.draw(all_channels))
    elif view == "map":
        parties = worldmap.placed(network).parties
        shown["unplaced"] = [code for code in network.parties if home(code) is None]
        shown["drawing"] = visit.remember((view, day, channel, sign), lambda: twofold(partial(worldmap.draw, network)))
    else:
        shown["drawing"] = visit.remember((view, day, channel, sign), lambda: drawing.draw_twofold(network))
    return {**shown, "drawn": min(len(parties), MOST), "of": len(parties)}


def _slider(visit: Visit, latest: date | None, day: date | None, *, sign: str | None) -> Slider | None:
    """The days that the network can be set to, with what changes on them in the channel and of the sign asked for."""
    channel = visit.asked.channel()
    wanted = [name for name, each in CHANNELS.items() if channel in (None, name) and sign in (None, SIGNS[each.sign])]
    if latest is None or day is None or not wanted:
        return None
    every = channel is None and sign is None
    return Slider.over(visit.recall(visit.workspace.turning_days, *(() if every else wanted)), latest=latest, day=day)
