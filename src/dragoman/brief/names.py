"""What parties and speakers are called in a brief."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dragoman.brief import times
from dragoman.codebook.names import label
from dragoman.records import Entry, Party

#: States whose names bear an article, beside the United ones.
_ARTICLES: Final = frozenset("BHS CAF COD COG COM DOM FLK GMB MDV MHL NLD PHL SLB SYC VAT".split())
#: How sources begin that stood at the beginning of a sentence.
_LED: Final = ("The ", "A ", "An ", "His ", "Her ", "Its ", "Their ")
_PRONOUNS: Final = frozenset("he she it they him her them who i we".split())
#: The chief words of names that bear an article, and of names of many.
_MANY: Final = (
    "Accords|Allies|Brigades|Contras|Fighters|Forces|Guards|Hawks|Houthis|Militias|Rebels|Separatists|Taliban|Tigers"
    "|Units|Volunteers|Wolves"
)
_ONE: Final = (
    "Accord|Agency|Agreement|Alliance|Army|Assembly|Association|Authority|Bank|Battalion|Brigade|Brotherhood|Canal"
    "|Cartel|Centre|Center|Coalition|Commission|Committee|Commonwealth|Community|Conference|Congress|Corps|Corridor"
    "|Council|Court|Dam|Emirate|Faction|Federation|Force|Forum|Foundation|Front|Fund|Government|Group|Initiative"
    "|Institute|League|Legion|Market|Mission|Movement|Nations|Network|Opposition|Organi[sz]ation|Parliament|Party"
    "|Peshmerga|Pipeline|Programme|Railway|Regiment|Republic|Resistance|Route|States|Strait|System|Treaty|Tribunal"
    "|Union"
)
_TAIL: Final = r"(?: (?:against|for|in|of|on) .*)?"
_BODY: Final = re.compile(rf"United .*|.*\b(?:{_ONE}|{_MANY}){_TAIL}", re.IGNORECASE)
_SEVERAL: Final = re.compile(rf".*\b(?:{_MANY}){_TAIL}", re.IGNORECASE)


def called(code: str) -> str:
    """The name of a party as it stands in a sentence: "Israel", "the United States", "the European Union"."""
    name = label(code)
    article = name != code and (code in _ARTICLES or _BODY.fullmatch(name) is not None)
    return f"the {name}" if article and not name.startswith(("the ", "The ")) else name


def is_several(code: str) -> bool:
    """Whether the name of a party is one of many: "the Houthis supply", "the Kurdish forces are"."""
    return _SEVERAL.fullmatch(label(code)) is not None


def publisher(entry: Entry) -> str:
    """Who published what an entry was read in."""
    return entry.document.publisher or "an unnamed publisher"


def quoting(entry: Entry) -> tuple[str, ...]:
    """Those whom the document quotes for a statement, outermost first, as they stand in a sentence."""
    return tuple(source(link.source.name) for link in entry.statement.chain)


def source(name: str) -> str:
    """Who is quoted, as it stands in a sentence: "the army"; of whom only a pronoun tells “he”."""
    words = " ".join(name.split())
    if is_pronoun(words):
        return f"“{words.lower()}”"
    return words[0].lower() + words[1:] if words.startswith(_LED) else words


def is_pronoun(name: str) -> bool:
    """Whether only a pronoun tells of a source."""
    return name.casefold() in _PRONOUNS


def told(entry: Entry) -> str:
    """Who says so and when: "The Times of Israel, quoting SIPRI, 13 July 2023"."""
    voices = ", quoting ".join((publisher(entry), *quoting(entry)))
    return f"{voices}, {times.published(entry.document)}"


def speaker(entry: Entry) -> str:
    """Who speaks, and where: "SIPRI (in The Times of Israel, 13 July 2023)"."""
    outer = quoting(entry)
    if not outer:
        return f"{publisher(entry)} ({times.published(entry.document)})"
    where = ", quoting ".join((publisher(entry), *outer[:-1]))
    return f"{outer[-1]} (in {where}, {times.published(entry.document)})"


def states(keys: Sequence[str], entries: Sequence[Entry]) -> list[str]:
    """The names to print for the keys of parties; those without a code by the name in the entries."""
    named = {
        party.key: party.name for entry in reversed(entries) for party in entry.statement.parties if not party.code
    }
    return [named.get(key, called(key)) for key in keys]


def people(side: Sequence[Party]) -> list[str]:
    """Who stands on one side of an event: "Yoav Gallant (defence minister, Israel)"; a state by its name.

    A state is left out where somebody of it is named.
    """
    named = {party.key for party in side if not _is_state(party)}
    shown = [party for party in side if not _is_state(party) or party.key not in named]
    return list(dict.fromkeys(_person(party) for party in shown))


def naming(reports: Sequence[Entry]) -> Entry:
    """The report that names the parties best: the most of them by more than their state, and as most origins do."""
    agreed: dict[frozenset[str], set[str]] = {}
    for entry in reports:
        agreed.setdefault(_named(entry), set()).add(entry.origin or entry.document.id)
    return max(reports, key=lambda entry: (_count(entry), len(agreed[_named(entry)])))


def _count(entry: Entry) -> int:
    return sum(not _is_state(party) for party in entry.statement.parties)


def _named(entry: Entry) -> frozenset[str]:
    return frozenset(party.name.casefold() for party in entry.statement.parties if not _is_state(party))


def _is_state(party: Party) -> bool:
    return party.code is not None and party.role is None and party.name.casefold() == label(party.code).casefold()


def _person(party: Party) -> str:
    if party.code is None:
        return party.name
    if _is_state(party):
        return called(party.code)
    state = label(party.code)
    if party.role is None:
        named = f" {state} ".casefold() in f" {party.name} ".casefold()
        return party.name if named else f"{party.name} ({state})"
    if party.name.casefold() in (party.role.casefold(), state.casefold()):
        return f"the {party.role} of {called(party.code)}"
    return f"{party.name} ({party.role}, {state})"
