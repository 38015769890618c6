"""Which holder of an office the codebook knows by a name or a surname."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from difflib import SequenceMatcher
from functools import cache

from dragoman.codebook.people import Office, people
from dragoman.codebook.rows import table
from dragoman.codebook.sectors import role_words
from dragoman.codebook.states import states
from dragoman.reading.naming.bearers import Bearer, bare, surname

#: States whose officeholders texts call by the first word of the name alone.
_CALLED_FIRST = frozenset("BRN ERI ETH IDN ISL LAO MYS SOM THA TLS WSM".split())
#: A shorter surname is too often another word, or another person's.
SHORTEST = 4
#: Who left office longer ago than this, or comes to it later, is not meant if another of the name is nearer.
YEARS = 5
_LATER = 3000
#: Two spellings of one surname are at least so much alike.
_ALIKE = 0.7


def offices_of(name: str) -> tuple[Office, ...]:
    """The offices of all whom the codebook knows by a full name, a surname or, where that is usual, a first name."""
    return people().get(name) or surnames().get(name) or first_names().get(name) or ()


def by_surname(name: str, day: str, spoken: Collection[str]) -> tuple[Office, ...]:
    """The offices that a name without a title tells of on an ISO day.

    A surname by itself means nobody whose office is long over, unless his state is spoken of; a first name means
    nobody unless both are so.
    """
    offices = offices_of(name)
    if name in people():
        return offices
    if name not in surnames():
        return tuple(each for each in offices if each.code in spoken and _is_remembered(each, day))
    return tuple(each for each in offices if each.code in spoken or _is_remembered(each, day))


def officeholder(offices: tuple[Office, ...], day: str, spoken: Collection[str]) -> Bearer | None:
    """Whom offices found by one name mean on an ISO day; of people of different states, the one of a state spoken of.

    The bearer has the title if the office was held on that day.
    """
    if len({each.name for each in offices}) > 1:
        offices = _meant(offices, day, spoken)
    if not offices:
        return None
    office = min(offices, key=lambda each: _distance(each, day))
    return Bearer(office.name, office.code, office.sector, office.role if office.held(day) else None)


def _meant(offices: Iterable[Office], day: str, spoken: Collection[str]) -> tuple[Office, ...]:
    """The offices of one of several people of a name: of their one state, or of the one of their states spoken of."""
    nearest: dict[str, Office] = {}
    for office in sorted(offices, key=lambda each: _distance(each, day)):
        nearest.setdefault(office.name, office)
    found = tuple(nearest.values())
    if len({each.code for each in found}) > 1:
        spoken_of = tuple(each for each in found if each.code in spoken)
        found = spoken_of or tuple(each for each in found if _distance(each, day) <= YEARS)
    return found if len({each.code for each in found}) == 1 else ()


@cache
def surnames() -> dict[str, tuple[Office, ...]]:
    """Officeholders by surnames that are seldom anything else."""
    found: dict[str, set[Office]] = {}
    for name, offices in people().items():
        for office in offices:
            family = surname(office.name, office.code)
            other = surname(name, office.code)
            # "Asad" is another spelling of "Assad", but "Lula" is no surname.
            if " " in name and other[0] == family[0] and SequenceMatcher(None, other, family).ratio() > _ALIKE:
                found.setdefault(other, set()).add(office)
            for form in {family, bare(family)}:
                found.setdefault(form, set()).add(office)
    return _fit(found)


@cache
def first_names() -> dict[str, tuple[Office, ...]]:
    """Officeholders by first names, of states where they are called by these, that are seldom anything else."""
    found: dict[str, set[Office]] = {}
    for name, offices in people().items():
        for office in offices:
            if " " in name and office.code in _CALLED_FIRST:
                first = name.split()[0]
                if first.lower() in role_words():
                    continue
                for form in {first, bare(first)}:
                    found.setdefault(form, set()).add(office)
    return _fit(found)


def _fit(found: Mapping[str, Iterable[Office]]) -> dict[str, tuple[Office, ...]]:
    """The names that are no other words, each with its offices in order."""
    unfit = _unfit()
    return {
        name: tuple(sorted(offices, key=lambda office: (office.since, office.code, office.role)))
        for name, offices in found.items()
        if len(name) >= SHORTEST and name not in unfit
    }


@cache
def lone_names() -> frozenset[str]:
    """Words that mean an officeholder by themselves."""
    return frozenset(surnames()).union(first_names())


def is_she(name: str) -> bool | None:
    """Whether a known person is a woman; `None` of a stranger."""
    offices = people().get(name)
    return offices[0].pronoun == "she" if offices else None


def _is_remembered(office: Office, day: str) -> bool:
    """Whether somebody is still, or already, called by his surname alone: of a text without a day, today."""
    if day:
        return _distance(office, day) <= YEARS
    return not office.until or int(office.until[:4]) >= _latest() - YEARS


@cache
def _latest() -> int:
    """The last year in which an office of the codebook began."""
    return max(int(office.since[:4] or 0) for offices in people().values() for office in offices)


def _distance(office: Office, day: str) -> int:
    """Years between a day and an office; 0 if held then. Without a day the latest office is the nearest."""
    if not day:
        return _LATER - int(office.since[:4] or 0)
    if office.held(day):
        return 0
    years = [int(edge[:4]) for edge in (office.since, office.until) if edge]
    return min(abs(int(day[:4]) - year) for year in years) + 1 if years else 99


@cache
def forenames() -> frozenset[str]:
    """Words of names that are no surnames."""
    return frozenset(table("surnames.toml")["forenames"].split())


def _unfit() -> set[str]:
    """Surnames that are rather words, forenames or places, and names of states."""
    names = {name for state in states().values() for name in (state.name, *state.aliases, *state.capitals)}
    return names.union(*(words.split() for words in table("surnames.toml").values()))
