"""What a document has told of its people and parties so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from dragoman.codebook.people import Office, people
from dragoman.codebook.states import states

#: Surnames of officeholders that are also common words: alone, and at the head of a sentence, they are mostly those.
_COMMON = frozenset("Friday Major Young Gates Baker Black White Brown Green Hope Price Power Stone Church".split())


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person or office as resolved: full name, code of the state or organisation, sector, title."""

    name: str
    code: str
    sector: str | None = None
    role: str | None = None


@dataclass(slots=True)
class Memory:
    """Grows sentence by sentence.

    `home` is the publisher's state, whose officials a text may name without saying so; `day` the ISO
    day against which offices are looked up, empty if unknown.
    """

    home: str | None = None
    day: str = ""
    _people: dict[str, Bearer] = field(default_factory=dict)
    _surnames: dict[str, Bearer] = field(default_factory=dict)
    _roles: dict[str, Bearer] = field(default_factory=dict)
    _states: list[str] = field(default_factory=list)
    _last_person: Bearer | None = None

    def remember(self, bearer: Bearer) -> None:
        """Keep a person under the full name, the surname and the role."""
        self._people[bearer.name] = bearer
        self._surnames[surname(bearer.name)] = bearer
        self._last_person = bearer
        if bearer.role:
            self._roles[_role_key(bearer.role)] = bearer

    def remember_office(self, bearer: Bearer) -> None:
        """Keep an office whose bearer is not named ("the Azerbaijani president")."""
        if bearer.role:
            self._roles[_role_key(bearer.role)] = bearer

    def mention(self, code: str) -> None:
        """Note that a state was spoken of just now."""
        if code in self._states:
            self._states.remove(code)
        self._states.append(code)

    def person(self, name: str) -> Bearer | None:
        """Who a name means: a full name of this document, one of its surnames, or a holder of high office."""
        known = self._people.get(name) or self._surnames.get(name)
        return known or self._officeholder(name)

    def role(self, words: str) -> Bearer | None:
        """Who "the president" is here."""
        return self._roles.get(_role_key(words))

    @property
    def last_person(self) -> Bearer | None:
        """Whom "he" or "she" most likely means."""
        return self._last_person

    @property
    def last_states(self) -> tuple[str, ...]:
        """The states spoken of, the latest last."""
        return tuple(self._states)

    def _officeholder(self, name: str) -> Bearer | None:
        offices = people().get(name) or _by_surname().get(name)
        if not offices:
            return None
        office = min(offices, key=lambda each: _distance(each, self.day))
        return Bearer(office.name, office.code, office.sector, office.role if office.held(self.day) else None)


def surname(name: str) -> str:
    """The last word of a name; with its particle ("bin Salman", "al-Assad") kept out."""
    return name.split()[-1].removeprefix("al-")


def _role_key(words: str) -> str:
    """The office without what changes between mentions: "Defence Minister" and "the minister" share "minister"."""
    return words.lower().replace("defence", "defense").split()[-1]


def _distance(office: Office, day: str) -> int:
    """Years between a day and an office; 0 if held then."""
    if not day:
        return -int(office.since[:4] or 0)
    if office.held(day):
        return 0
    years = [int(edge[:4]) for edge in (office.since, office.until) if edge]
    return min(abs(int(day[:4]) - year) for year in years) + 1 if years else 99


@cache
def _by_surname() -> dict[str, tuple[Office, ...]]:
    """Officeholders by surnames that only one state's people in the table bear, and that are no names of states."""
    found: dict[str, set[Office]] = {}
    for offices in people().values():
        for office in offices:
            found.setdefault(surname(office.name), set()).add(office)
    names = {name for state in states().values() for name in (state.name, *state.aliases, *state.capitals)}
    return {
        name: tuple(sorted(offices, key=lambda office: office.since))
        for name, offices in found.items()
        if len(name) >= 5 and name not in names | _COMMON and len({office.name for office in offices}) == 1
    }
