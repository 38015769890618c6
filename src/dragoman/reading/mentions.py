"""Who is named in a sentence: states, organisations, offices, people, and what stands for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.codebook.names import label
from dragoman.reading import roles
from dragoman.reading.gazetteer import Name, fold, gazetteer
from dragoman.reading.memory import Bearer, Memory
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
#: Capitalised words that follow a name without being part of it.
_NOT_NAMES = re.compile(
    r"(?:[ ](?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[ ](?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|The|In|On|At|And|But|For|To|A|An|As|It|He|She))+\b.*$"
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


def find(sentence: Span, memory: Memory) -> list[Mention]:
    """The mentions in a sentence, in order; the memory learns from them."""
    text = fold(sentence.text)
    names = gazetteer().find(sentence.text)
    found: list[_Found] = []
    for step in (_with_offices, _titled, _names, _surnames):
        for each in step(text, names, memory, tuple(found)):
            if not _taken(each.start, each.end, found):
                found.append(each)
    found.sort(key=lambda each: each.start)
    for each in [*_plurals(text, memory, found), *_offices(text, memory), *_pronouns(text, memory, found)]:
        if not _taken(each.start, each.end, found):
            found.append(each)
    found.sort(key=lambda each: each.start)
    _learn(found, memory)
    return [_mention(each, sentence) for each in found]


def _taken(start: int, end: int, found: list[_Found]) -> bool:
    return any(start < each.end and each.start < end for each in found)


def _with_offices(text: str, names: list[Name], memory: Memory, _: tuple[_Found, ...]) -> Iterator[_Found]:
    """States and organisations that make one party with the office beside them."""
    for name in names:
        if name.sense.kind in ("person", "publisher", "people"):
            continue
        office = _office_after(text, name) or _office_before(text, name)
        if office is not None:
            yield _remembered(office, memory)


def _office_after(text: str, name: Name) -> _Found | None:
    match = roles.after_state().match(text, name.end)
    if match is None or (name.sense.kind in ("state", "capital", "seat") and not _joins(text, name)):
        return None
    person, end = _person(match)
    bearer = _bearer(name, f"{match['before']}{match['role']}", person)
    return _Found(name.start, end, (bearer,), "person" if person else "office")


def _joins(text: str, name: Name) -> bool:
    """Whether a state's name can stand before an office: with a possessive, or as an abbreviation does."""
    return text.startswith("'", name.end) or name.text.isupper() or "." in name.text


def _office_before(text: str, name: Name) -> _Found | None:
    if name.sense.kind in ("adjective", "capital", "seat"):
        return None
    match = roles.before_state().search(text[: name.start])
    if match is None:
        return None
    after = (
        re.compile(rf"[ ,]*(?P<person>{roles.PERSON})").match(text, name.end)
        if text[name.end : name.end + 1] == " "
        else None
    )
    person, end = _person(after) if after else (None, name.end)
    bearer = _bearer(name, match["role"], person)
    return _Found(match.start(), end, (bearer,), "person" if person else "office")


def _person(match: re.Match[str]) -> tuple[str | None, int]:
    """The name a match holds without what follows it, and where it ends."""
    person = match.groupdict().get("person")
    if not person:
        return None, match.end()
    kept = _NOT_NAMES.sub("", f" {person}").strip()
    kept = re.sub(r"'s?$|\.$", "", kept)
    end = match.start("person") + len(kept)
    return (kept, end) if kept else (None, match.start("person") - 1)


def _bearer(name: Name, role: str, person: str | None) -> Bearer:
    sector = roles.sector_of(role) or name.sense.sector
    return Bearer(person or name.sense.label, name.sense.code, sector, role.strip())


def _remembered(found: _Found, memory: Memory) -> _Found:
    """A bearer whose surname alone is given keeps the full name that the document gave before."""
    bearer = found.bearers[0]
    known = memory.person(bearer.name) if found.kind == "person" else None
    if known is None or known.code != bearer.code:
        return found
    return replace(found, bearers=(replace(bearer, name=known.name),))


def _titled(text: str, names: list[Name], memory: Memory, found: tuple[_Found, ...]) -> Iterator[_Found]:
    """Bearers of a title without a state beside them: known before, known to the codebook, or of the publisher's state."""
    for match in roles.titled().finditer(text):
        person, end = _person(match)
        if person is None or any(match.start() < each.end and each.start < end for each in found):
            continue
        known = memory.person(person)
        code = known.code if known else memory.home
        if code is not None:
            name = known.name if known else person
            sector = roles.sector_of(match["role"])
            yield _Found(match.start(), end, (Bearer(name, code, sector, match["role"]),), "person")


def _names(text: str, names: list[Name], memory: Memory, _: tuple[_Found, ...]) -> Iterator[_Found]:
    """Everything else that the gazetteer knows, but publishers: they speak, they are not party."""
    for name in names:
        sense = name.sense
        if sense.kind == "publisher":
            continue
        if sense.kind == "person":
            bearer = memory.person(sense.label) or Bearer(sense.label, sense.code, sense.sector)
            yield _Found(name.start, name.end, (bearer,), "person")
        else:
            kind: MentionKind = sense.kind if sense.kind in ("adjective", "organisation") else "state"  # type: ignore[assignment]
            sector = sense.sector or ("GOV" if sense.kind == "seat" else None)
            yield _Found(name.start, name.end, (Bearer(sense.label, sense.code, sector),), kind)


def _surnames(text: str, names: list[Name], memory: Memory, found: tuple[_Found, ...]) -> Iterator[_Found]:
    """People named by surname: introduced in this document, or unmistakable holders of high office."""
    taken = [(each.start, each.end) for each in found] + [
        (n.start, n.end) for n in names if n.sense.kind == "publisher"
    ]
    for match in re.finditer(r"(?<![\w-])[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][\w-]{3,}", text):
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        bearer = memory.person(match.group())
        if bearer is not None:
            yield _Found(match.start(), match.end(), (bearer,), "person")


def _plurals(text: str, memory: Memory, found: list[_Found]) -> Iterator[_Found]:
    """ "The two countries": the last two states spoken of before."""
    for match in _PLURAL.finditer(text):
        here = [each.bearers[0].code for each in found if each.end <= match.start()]
        pair = list(dict.fromkeys(reversed([*memory.last_states, *here])))[:2]
        if len(pair) == 2:
            bearers = tuple(Bearer(label(code), code) for code in reversed(pair))
            yield _Found(match.start(), match.end(), bearers, "plural")


def _offices(text: str, memory: Memory) -> Iterator[_Found]:
    for match in _OFFICE.finditer(text):
        bearer = memory.role(match.group())
        if bearer is not None:
            yield _Found(match.start(), match.end(), (bearer,), "office")


def _pronouns(text: str, memory: Memory, found: list[_Found]) -> Iterator[_Found]:
    for match in [*_PRONOUN.finditer(text), *_COUNTRY.finditer(text)]:
        before = [each for each in found if each.end <= match.start()]
        if match.re is _PRONOUN and match["person"]:
            people = [each.bearers[0] for each in before if each.kind == "person"]
            bearer = people[0] if people else memory.last_person
        else:
            bearer = _last_state(before, memory)
        if bearer is not None:
            yield _Found(match.start(), match.end(), (bearer,), "pronoun")


def _last_state(before: list[_Found], memory: Memory) -> Bearer | None:
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
