"""The page of scenarios: what would follow if something were otherwise."""

from __future__ import annotations

from itertools import islice

from dragoman import WhatIf
from dragoman.codebook.names import label
from dragoman.codebook.ties import CHANNELS
from dragoman.later import Later
from dragoman.web import addresses
from dragoman.web.asked import Asked
from dragoman.web.described import described
from dragoman.web.drawings import network as drawing
from dragoman.web.drawings.lines import Leads, Line, told
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, day, text, texts
from dragoman.web.visit import Visit
from dragoman.words import counted

#: What can be supposed, by the parameters of the address; each may be given several times.
_ABOUT = {
    "cut": "A tie that is cut: KAZ->ISR:energy, AZE--ISR.",
    "without": "A party that is gone.",
    "close": "A party or route through which nothing comes.",
    "leave": "A party that leaves an organisation: AZE->OTS.",
    "discount": "A publisher or source that is not believed.",
}
KEYS = tuple(_ABOUT)
#: So many of what follows are shown.
_SHOWN, _FEWER = 40, 20


@described(
    *(texts(key, about) for key, about in _ABOUT.items()),
    text("name", "What the scenario is called."),
    day("date", "The day of the network."),
    *LISTED,
    tables=WhatIf.frame_columns,
    title=lambda _: "What if",
)
def whatif(visit: Visit) -> Page:
    """The network of a day under a scenario that the address holds, beside that on record."""
    asked = visit.asked
    supposed, name, day = supposed_of(asked), asked.text("name"), asked.last_day("date")
    scenario = visit.workspace.scenario(supposed)
    parts = [(key, value) for key in KEYS for value in supposed.get(key, ())]
    here = addresses.scenario(parts, name=name, date=day)
    before = visit.recall(visit.workspace.network, as_of=day)
    answer = visit.remember(
        ("whatif", scenario, day), lambda: visit.workspace.whatif(scenario, as_of=day, before=before)
    )
    listed = visit.cut(answer.after.links)
    answer.before.outline(each.link for each in answer.fallen[:_SHOWN])
    answer.after.outline(listed.items)
    places = visit.remember(("places", day), lambda: drawing.layout(answer.before))
    shown = {
        "answer": answer,
        "fallen": answer.fallen[:_SHOWN],
        "supposed": [(key, value, _told(key, value)) for key, value in parts],
        "name": name,
        "as_file": addresses.scenario(parts, name=name, date=day).replace("/whatif", "/scenario.toml", 1),
        "listed": listed,
        "channels": CHANNELS,
        "before": visit.remember(
            ("before", here), lambda: drawing.draw_twofold(answer.before, at=places, leads=_supposing(here))
        ),
        "after": visit.remember(
            ("after", here), lambda: drawing.draw_twofold(answer.after, at=places, leads=_supposing(here))
        ),
        **visit.remember(("follows", scenario, day), lambda: _follows(answer)),
        "parties": [(code, label(code)) for code in answer.before.parties],
        "date": day,
    }
    about = Later[object](
        supposed=lambda: supposed, as_of=lambda: answer.before.as_of, rests_on=lambda: answer.rests_on
    )
    return Page("whatif.html", f"What if: {name}" if name else "What if", answer.frames, shown, about)


def supposed_of(asked: Asked) -> dict[str, list[str]]:
    """What an address supposes, by the keys of a scenario."""
    return {key: list(asked.texts(key)) for key in KEYS if asked.texts(key)}


def _supposing(here: str) -> Leads:
    """A line leads to where it is cut, a point to where its party is gone."""

    address = addresses.adding(here)

    def cut(line: Line) -> tuple[str, str]:
        ties = (f"{line.one}--{line.other}:{channel}" for channel in sorted({*line.channels}))
        return address(("cut", tie) for tie in ties), f"Cut {label(line.one)} and {label(line.other)}: {told(line)}"

    def gone(code: str, links: int) -> tuple[str, str]:
        return address([("without", code)]), f"Without {label(code)}: {counted(links, 'link')}"

    return Leads(cut, gone)


def _told(key: str, value: str) -> str:
    """A part of a scenario in words: "cut Kazakhstan → Israel, Energy supply"."""
    if key == "discount":
        return f"do not believe {value}"
    ends, _, channel = value.partition(":")
    for written, arrow in (("->", " → "), ("--", " ↔ ")):
        ends = arrow.join(label(each) for each in ends.split(written))
    name = CHANNELS[channel].label if channel in CHANNELS else channel
    return f"{key} {ends}{', ' if name else ''}{name}"


def _follows(answer: WhatIf) -> dict[str, object]:
    """The first of the supplies that must be found elsewhere, and of the exposures that are others; there may be many,
    and each takes its time.
    """
    shifts = list(islice(answer.shifts(), _FEWER + 1))
    return {
        "replacements": answer.replaced(answer.lost[:_FEWER]),
        "exposures": shifts[:_FEWER],
        "more_exposures": len(shifts) > _FEWER,
    }
