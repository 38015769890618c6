"""Who is named in a sentence: states, organisations, offices, people, and what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.codebook.names import label
from dragoman.reading import roles
from dragoman.reading.gazetteer import Name, fold, gazetteer
from dragoman.reading.memory import Bearer, Memory
from dragoman.reading.roles import Role
from dragoman.records import Party, Span

MentionKind = Literal["state", "adjective", "organisation", "person", "office", "plural", "pronoun"]

_PLURAL = re.compile(
    r"\b(?:[Bb]oth|[Tt]he two|[Tt]hese two|[Tt]heir two) (?:\w+ )?(?:countries|nations|states|sides|parties|leaders|presidents|ministers"
    r"|neighbou?rs|governments|capitals|allies|partners|armies|peoples|rivals)\b|\b[Bb]oth (?:countries|sides|nations|leaders|states)\b"
)
_COUNTRY = re.compile(r"\b[Tt]he (?:country|nation|kingdom|emirate|republic|Kingdom|Republic|island nation)\b(?! of)")
_PRONOUN = re.compile(
    r"\b(?P<person>[Hh]e|[Ss]he)\b|\b(?P<state>[Ii]t)\b(?! (?:is|was|'s|would be|seems|appears|remains|has been|will be)\b)"
)
_OFFICE = re.compile(
    r"\b[Tt]he (?:(?:defen[cs]e|foreign|prime|interior|energy) )?(?:minister|president|premier|chancellor|king|emir|ambassador)\b"
)
#: A capitalised word that no other follows, and the capitalised word before it if there is one.
_SURNAME = re.compile(
    r"(?:(?<![\w-])(?P<given>[A-ZÀ-ÖØ-Þ][\w-]+) )?(?<![\w-])(?P<name>[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][\w-]{3,})(?! (?:al-)?[A-ZÀ-ÖØ-Þ])"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a document that stands for one party, or for several ("the two countries")."""

    span: Span
    parties: tuple[Party, ...]
    kind: MentionKind

    @property
    def codes(self) -> tuple[str, ...]:
        """The keys of its parties."""
        return tuple(party.key for party in self.parties)


@dataclass(frozen=True, slots=True)
class _Found:
    """A mention before it becomes a party: places in the sentence, and whom it means."""

    start: int
    end: int
    bearers: tuple[Bearer, ...]
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class _Text:
    """A sentence with what was found in it by name and by role."""

    text: str
    names: list[Name]
    roles: list[Role]


def find(sentence: Span, memory: Memory) -> list[Mention]:
    """The mentions in a sentence, in order; the memory learns from them."""
    text = fold(sentence.text)
    seen = _Text(text, gazetteer().find(sentence.text), roles.find(text))
    found: list[_Found] = []
    for step in (_with_offices, _titled, _names, _surnames):
        _add(step(seen, memory, tuple(found)), found)
    found.sort(key=lambda each: each.start)
    for step in (_plurals, _offices, _pronouns):
        _add(step(seen, memory, tuple(found)), found)
    found.sort(key=lambda each: each.start)
    _learn(found, memory)
    return [_mention(each, sentence) for each in found]


def _add(more: Iterable[_Found], found: list[_Found]) -> None:
    for each in more:
        if not any(each.start < other.end and other.start < each.end for other in found):
            found.append(each)


def _with_offices(seen: _Text, memory: Memory, _: tuple[_Found, ...]) -> Iterator[_Found]:
    """States and organisations that make one party with the office beside them."""
    for name in seen.names:
        if name.sense.kind in ("person", "publisher", "institute", "people"):
            continue
        office = _office_after(seen, name) or _office_before(seen, name)
        if office is not None:
            yield _remembered(office, memory)


def _office_after(seen: _Text, name: Name) -> _Found | None:
    if name.sense.kind in ("state", "capital", "seat", "organisation") and not _joins(seen.text, name):
        return None
    role = roles.after(seen.text, name.end, seen.roles)
    if role is None or role.is_relational:
        return None
    person = (
        roles.bearer(seen.text, role.end + 1) if role.is_title and seen.text[role.end : role.end + 1] == " " else None
    )
    words = seen.text[name.end : role.end].removeprefix("'s").removeprefix("'").strip()
    return _office(name, (name.start, person[1] if person else role.end), words, role, person)


def _office_before(seen: _Text, name: Name) -> _Found | None:
    role = roles.before(seen.text, name.start, seen.roles)
    if role is None or role.is_relational or name.sense.kind in ("adjective", "capital", "seat"):
        return None
    after = re.compile(r",? ").match(seen.text, name.end)
    person = roles.bearer(seen.text, after.end()) if after and role.is_title else None
    return _office(name, (role.start, person[1] if person else name.end), role.words, role, person)


def _office(name: Name, place: tuple[int, int], words: str, role: Role, person: tuple[str, int] | None) -> _Found:
    bearer = Bearer(person[0] if person else name.sense.label, name.sense.code, role.sector, words)
    return _Found(*place, (bearer,), "person" if person else "office")


def _joins(text: str, name: Name) -> bool:
    """Whether a state's name can stand before an office: with a possessive, or as an abbreviation does."""
    return text.startswith("'", name.end) or name.text.isupper() or "." in name.text


def _remembered(found: _Found, memory: Memory) -> _Found:
    """A bearer whose surname alone is given keeps the full name that the document gave before."""
    bearer = found.bearers[0]
    known = memory.person(bearer.name) if found.kind == "person" else None
    if known is None or known.code != bearer.code:
        return found
    return replace(found, bearers=(replace(bearer, name=known.name),))


def _titled(seen: _Text, memory: Memory, found: tuple[_Found, ...]) -> Iterator[_Found]:
    """Bearers of a title without a state beside them: known before, known to the codebook, or of the publisher's state."""
    for role in seen.roles:
        person = roles.bearer(seen.text, role.end + 1) if seen.text[role.end : role.end + 1] == " " else None
        if (
            person is None
            or not role.is_title
            or any(role.start < each.end and each.start < role.end for each in found)
        ):
            continue
        known = memory.person(person[0])
        code = known.code if known else memory.home if role.is_national else None
        if code is not None:
            bearer = Bearer(known.name if known else person[0], code, role.sector, role.words)
            yield _Found(role.start, person[1], (bearer,), "person")


def _names(seen: _Text, memory: Memory, _: tuple[_Found, ...]) -> Iterator[_Found]:
    """Everything else that the gazetteer knows, but publishers and institutes: they speak, they are not party."""
    for name in seen.names:
        sense = name.sense
        if sense.kind in ("publisher", "institute"):
            continue
        if sense.kind == "person":
            bearer = memory.person(sense.label) or Bearer(sense.label, sense.code, sense.sector)
            yield _Found(name.start, name.end, (bearer,), "person")
        else:
            kind: MentionKind = sense.kind if sense.kind in ("adjective", "organisation") else "state"
            sector = sense.sector or ("GOV" if sense.kind == "seat" else None)
            yield _Found(name.start, name.end, (Bearer(sense.label, sense.code, sector),), kind)


def _surnames(seen: _Text, memory: Memory, found: tuple[_Found, ...]) -> Iterator[_Found]:
    """People named by surname: introduced in this document, or unmistakable holders of high office."""
    taken = [(name.start, name.end) for name in seen.names if name.sense.kind in ("publisher", "institute")]
    for match in _SURNAME.finditer(seen.text):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        bearer = memory.person(match["name"])
        if bearer is not None and (match["given"] is None or match["given"] in bearer.name):
            yield _Found(match.start("name"), match.end("name"), (bearer,), "person")


def _plurals(seen: _Text, memory: Memory, found: tuple[_Found, ...]) -> Iterator[_Found]:
    """ "The two countries": the last two states spoken of before."""
    for match in _PLURAL.finditer(seen.text):
        here = [each.bearers[0].code for each in found if each.end <= match.start()]
        pair = list(dict.fromkeys(reversed([*memory.last_states, *here])))[:2]
        if len(pair) == 2:
            bearers = tuple(Bearer(label(code), code) for code in reversed(pair))
            yield _Found(match.start(), match.end(), bearers, "plural")


def _offices(seen: _Text, memory: Memory, _: tuple[_Found, ...]) -> Iterator[_Found]:
    for match in _OFFICE.finditer(seen.text):
        bearer = memory.role(match.group())
        if bearer is not None:
            yield _Found(match.start(), match.end(), (bearer,), "office")


def _pronouns(seen: _Text, memory: Memory, found: tuple[_Found, ...]) -> Iterator[_Found]:
    for match in [*_PRONOUN.finditer(seen.text), *_COUNTRY.finditer(seen.text)]:
        before = [each for each in found if each.end <= match.start()]
        if match.re is _PRONOUN and match["person"]:
            people = [each.bearers[0] for each in before if each.kind == "person"]
            bearer = people[0] if people else memory.last_person
        else:
            bearer = _last_state(before, memory)
        if bearer is not None:
            yield _Found(match.start(), match.end(), (bearer,), "pronoun")


def _last_state(before: Sequence[_Found], memory: Memory) -> Bearer | None:
    here = [each.bearers[0] for each in before if each.kind == "state"]
    if here:
        return here[-1]
    return Bearer(label(memory.last_states[-1]), memory.last_states[-1]) if memory.last_states else None


def _learn(found: list[_Found], memory: Memory) -> None:
    for each in found:
        bearer = each.bearers[0]
        if each.kind == "person":
            memory.remember(bearer)
        elif each.kind == "office":
            memory.remember_office(bearer)
        if each.kind in ("state", "person", "office"):
            memory.mention(bearer.code)


def _mention(found: _Found, sentence: Span) -> Mention:
    span = Span(sentence.start + found.start, sentence.start + found.end, sentence.text[found.start : found.end])
    parties = tuple(
        Party(bearer.code, bearer.name, span, sector=bearer.sector, role=bearer.role) for bearer in found.bearers
    )
    return Mention(span, parties, found.kind)
