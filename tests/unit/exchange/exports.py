"""A small ledger's worth of entries as an export is given them."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from dragoman.analysis import Forecasts, forecasts, gathered, outline, ties
from dragoman.exchange.exported import Derived, Exported
from dragoman.records import Entry
from tests.factories import an_article, an_entry

OIL = "Baku sells oil to Israel."
AGAIN = "Azerbaijan sells \x0b<oil> & gas to Israel."
VISIT = "President Herzog visited Azerbaijan."
TALKS = "Peru, Chile and Cuba held talks."
FOES = "Iran may attack Israel."
FRIENDS = "Kenya will never be a partner of Uganda, it was said."
ASSOCIATION = "The =association backs Ghana."


def some() -> list[Entry]:
    """Oil by two documents, one of 2019; a visit of a day; talks of three; a threat that is only possible; a friendship
    that is only denied; help from somebody without a code.
    """
    first = an_article("The Gazette", "2019-05-02", OIL, VISIT, TALKS, title="Oil & visits", path="pile/oil.txt")
    second = an_article("The Mirror", "2020", AGAIN, FOES, FRIENDS, ASSOCIATION, url="https://example.org/a?b=1&c")
    shared: dict[str, Any] = {"occurrence": "o1:oil", "origins": 2}
    entries = [
        an_entry(first, OIL, when="2019", chain="Haaretz:publisher", **shared),
        an_entry(
            first, VISIT, "CONSULT", actor="ISR:Isaac Herzog:president", recipient="AZE", mode="visit",
            when="2019-05-01", occurrence="o1:visit", origins=1,
        ),
        an_entry(first, TALKS, "CONSULT", actor="PER", recipient="CHL;CUB", occurrence="o1:talks", origins=1),
        an_entry(second, AGAIN, **shared),
        an_entry(
            second, FOES, "hostility", actor="IRN", recipient="ISR", standing="possible", occurrence="o1:foes"
        ),
        an_entry(
            second, FRIENDS, "alliance", actor="UGA", recipient="KEN", standing="denied", occurrence="o1:friends"
        ),
        an_entry(
            second, ASSOCIATION, "aid", actor=":The =association", recipient="GHA", occurrence="o1:aid", origins=1
        ),
    ]  # fmt: skip
    return sorted(entries, key=lambda each: (each.document.id, each.statement.evidence.start))


def exported(*entries: Entry, **more: Any) -> Exported:
    """These entries, or those above, with all that follows from them; `more` is of `Derived` or of `Exported`."""
    listed = entries or tuple(some())
    follows: dict[str, Any] = {
        "outlines": lambda: [outline(tie) for tie in ties(gathered(listed)) if tie.reports],
        "forecasts": lambda: Forecasts(forecasts(listed)).table(),
    }
    follows |= {each.name: more.pop(each.name) for each in fields(Derived) if each.name in more}
    return Exported(lambda: iter(listed), "sha256:0", derived=Derived(**follows), **more)
