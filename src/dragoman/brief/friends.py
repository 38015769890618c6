"""The section on how the friends and foes among several parties fit together."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis import Account, Triad, balance
from dragoman.analysis.network import joined
from dragoman.brief import numbers
from dragoman.brief.brief import Item, Part, Section, Sentence
from dragoman.brief.names import called
from dragoman.brief.notes import Notes

HEADING = "Balance"
_LEAD = (
    "Each three of them that are all friends or foes of each other: balanced with no hostile side or two, strained "
    "with one or three, open where two are both."
)
_EMPTY = "No three of them are friends or foes each of each."
_SIDES = {"+": "friends", "-": "foes", "±": "both friends and foes"}


def friends(account: Account, notes: Notes) -> Section:
    """The triads among the parties of the account, with what makes each side friendly or hostile."""
    found = balance(joined(account.ties, account.as_of).only(*account.parties))
    items = tuple(Item(Sentence((*_sides(each, notes),)), each.state) for each in found.triads)
    return Section(HEADING, Sentence((Part(_LEAD if items else _EMPTY),)), items)


def _sides(of: Triad, notes: Notes) -> Iterator[Part]:
    for place, (two, sign, links) in enumerate(zip(of.sides, of.signs, of.links, strict=True)):
        words = f"{'; ' * bool(place)}{numbers.listed([called(code) for code in two])} are {_SIDES[sign]}"
        reports = (entry for link in links for entry in link.reports)
        yield Part(words if place else numbers.capital(words), notes.cite(reports))
    yield Part(".")
