"""From what somebody supposes, in names, to a scenario, and from whom it does not believe to what then counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from typing import Any

from dragoman.analysis import Scenario
from dragoman.codebook.names import code
from dragoman.deriving.derive import retracted
from dragoman.errors import InvalidValue, UnknownName
from dragoman.ledger import View
from dragoman.records import Decision, Entry
from dragoman.records.decision import Scope

_WHY = "to see what would follow"


def supposed(table: Mapping[str, Any], speakers: Callable[[], AbstractSet[str]]) -> Scenario:
    """The scenario of a table with the keys of `exchange.scenarios`; `speakers` gives the publishers and sources known.

    Raises `InvalidValue` or `UnknownName`.
    """
    found = Scenario(name=table.get("name"))
    for tie in table.get("cut", ()):
        found = found.cut(tie)
    for over in table.get("close", ()):
        found = found.close(over)
    for tie in table.get("leave", ()):
        member, arrow, organisation = tie.partition("->")
        if not arrow:
            raise InvalidValue(f"{tie!r} is no membership; write member->organisation, as in AZE->OTS.")
        found = found.leave(member.strip(), organisation.strip())
    for name in table.get("without", ()):
        found = _without(found, name, speakers)
    for name in table.get("discount", ()):
        found = found.discount(name)
    for share in table.get("share", ()):
        found = found.take(share["of"], share["low"], share["high"], base=share.get("base"))
    return found


def discounted(scenario: Scenario, entries: Sequence[Entry], view: View) -> set[str]:
    """The ids of the statements that fall with those who are not believed; raises `UnknownName`."""
    fallen: set[str] = set()
    known: dict[Scope, AbstractSet[str]] = {"publisher": {*view.publishers()}, "source": {*view.sources()}}
    for name in scenario.discounted:
        meant = [each for scope, names in known.items() if _is_among(each := _doubt(name, scope), names)]
        if not meant:
            raise _unknown(name, known["publisher"] | known["source"])
        for decision in meant:
            fallen.update(retracted(decision, list(entries), view))
    return fallen


def _without(scenario: Scenario, name: str, speakers: Callable[[], AbstractSet[str]]) -> Scenario:
    """A party is gone; whoever is no party is a publisher or source that is not believed."""
    try:
        return scenario.remove(code(name))
    except UnknownName:
        known = speakers()
        if not _is_among(_doubt(name, "source"), known):
            raise _unknown(name, known) from None
        return scenario.discount(name)


def _doubt(name: str, scope: Scope) -> Decision:
    return Decision("retracted", "nobody", _WHY, scope=scope, name=name)


def _is_among(doubted: Decision, names: AbstractSet[str]) -> bool:
    return any(map(doubted.names, names))


def _unknown(name: str, speakers: AbstractSet[str]) -> UnknownName:
    return UnknownName(name, "party, publisher or source", get_close_matches(name, sorted(speakers), 3))
