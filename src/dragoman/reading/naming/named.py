"""Who a sentence names: states, organisations, people, and offices beside the name of a state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from dragoman.codebook import ambiguous, traits
from dragoman.codebook.names import label
from dragoman.codebook.sectors import role_words
from dragoman.codebook.states import states
from dragoman.reading import clauses
from dragoman.reading.naming import abbreviations, apposed, focus, places, roles, shared
from dragoman.reading.naming.bearers import Bearer, Heard
from dragoman.reading.naming.found import Found, MentionKind, Text, is_known, is_title_case, remembered
from dragoman.reading.naming.gazetteer import Name
from dragoman.reading.naming.memory import Memory
from dragoman.reading.naming.qualifiers import BACKED, qualifies
from dragoman.reading.naming.roles import Role
from dragoman.reading.times.expressions import MONTHS, WEEKDAYS

__all__ = ["Found", "MentionKind", "Text", "find"]

#: Names that speak, but are no party to what they speak of.
_SPEAKERS = ("publisher", "institute")
#: A capitalised word behind the article of an Arabic surname, and what shows that a name goes on behind it.
_WORD = re.compile(r"(?<![\w-])(?:(?:[Aa][ldnsz]|[Aa]sh|[Ee][ld])-)?(?P<name>[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][\w-]+)")
_GOES_ON = re.compile(rf" (?:(?:{roles.GOES_ON}) )*(?:[Aa]l-)?[A-ZÀ-ÖØ-Þ]")
_FAMILY = re.compile(rf" (?:(?:{roles.GOES_ON}) )*(?:[Aa]l-)?(?P<name>[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][a-zà-öø-ÿ]\w*)")
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][a-zà-öø-ÿ]\w*")
#: Behind these somebody is introduced of whom nobody has heard.
_CALLED = re.compile(r"\b(?:an?|one|another)(?: (?!named\b)[\w-]+){1,4} (?:named|called|surnamed) $", re.IGNORECASE)
#: What is called after people.
_PLACE = re.compile(
    r" (?:air ?base|airport|base|bridge|camp|dam|district|hospital|mosque|square|street|university)\b", re.I
)
#: Capitalised words behind a name that are no other part of it.
_TIMES = MONTHS.keys() | WEEKDAYS.keys()
_WORD_BEFORE = re.compile(r"([\w'.-]+) $")
#: Names that stand before an office as they are, "the United Nations envoy", and the words that may stand between.
_ATTRIBUTIVE = re.compile(r"(?i:the )?(?:United .*|.* Union|[A-Z.]+)")
_QUALIFIERS = frozenset(
    """acting assistant chief deputy food foreign former health high human new nuclear peace permanent policy political
refugee rights senior special top""".split()
)
_OF = re.compile(r" of (?:the )?")
#: Ranks that are adjectives in small letters, "the NATO general secretariat".
_ALSO_ADJECTIVES = ("general", "major")
#: Sectors of armed groups, whose commanders and officials are of them.
_ARMED = ("REB", "UAF")
#: Sectors that an office has at whatever organisation.
_OF_THEIR_OWN = ("JUD", "MIL")
_AFTER = re.compile(r",? ")
#: Titles that only a monarch's family bears: without a state beside it, it is not a republic's.
_ROYAL = re.compile(r"(?i)\b(?:king|queen|emir|sultan|prince|princess|crown prince)$")


def find(seen: Text, memory: Memory) -> list[Found]:
    """The mentions by name and by office of a state, in order; the memory learns the people among them."""
    found: list[Found] = []
    if seen.names:
        _add(_with_offices(seen, memory), found)
        _add(apposed.find(seen, memory, found), found)
    if seen.roles:
        _add(_titled(seen, memory, found), found)
    if seen.names:
        _add(_names(seen, memory), found)
    if memory.abbreviations or "(" in seen.text:
        _add(abbreviations.find(seen, memory, found), found)
    _remember(found, memory)
    surnames = list(_surnames(seen, memory))
    if surnames:
        by_name = len(found)
        _add(surnames, found)
        _remember(found[by_name:], memory)
    if seen.roles and "'" in seen.text:
        speaking = list(apposed.speaking(seen, memory, found))
        _replace(speaking, found)
        _remember(speaking, memory)
    if len(found) > 1:
        found.sort(key=_start)
        return apposed.joined(seen, found)
    return found


def _start(found: Found) -> int:
    return found.start


def _remember(found: Iterable[Found], memory: Memory) -> None:
    for each in found:
        if each.kind == "person":
            memory.remember(each.bearers[0])


def _add(more: Iterable[Found], found: list[Found]) -> None:
    for each in more:
        for other in found:
            if each.start < other.end and other.start < each.end:
                break
        else:
            found.append(each)


def _replace(by: Iterable[Found], found: list[Found]) -> None:
    """Put what is found later in the place of what it has among its words."""
    for each in by:
        found[:] = [other for other in found if each.start >= other.end or other.start >= each.end]
        found.append(each)


def _with_offices(seen: Text, memory: Memory) -> Iterator[Found]:
    """States and organisations that make one party with the office beside them."""
    last = 0
    for name in seen.names:
        if name.sense.kind in ("person", "people", *_SPEAKERS):
            continue
        office = _office_after(seen, name) or _office_before(seen, name, last)
        if office is not None:
            last = office.end if office.kind == "person" else last
            yield remembered(office, memory)


def _office_after(seen: Text, name: Name) -> Found | None:
    if BACKED.match(seen.text, name.end):
        return None
    role = roles.after(seen.text, name.end, seen.roles)
    if role is None or role.is_relational or _is_armed(seen, role):
        return None
    is_bare = name.sense.kind in ("state", "capital", "seat", "organisation") and not _joins(seen.text, name)
    if is_bare and not _is_attributive(seen.text, name, role):
        return None
    person = _borne(seen, role) if role.is_title and seen.text[role.end : role.end + 1] == " " else None
    words = seen.text[name.end : role.start].removeprefix("'s").removeprefix("'").strip()
    words = f"{words} {role.words}".strip()
    return _office(name, (name.start, person[1] if person else role.end), words, role, person)


def _borne(seen: Text, role: Role) -> tuple[str, int] | None:
    """Who is named right behind a title, and is no organisation: "Lebanese militants Hezbollah"."""
    person = roles.bearer(seen.text, role.end + 1)
    organisations = (each for each in seen.names if each.sense.kind == "organisation" and each.start == role.end + 1)
    return None if person is None or any(each.end >= person[1] for each in organisations) else person


def _is_armed(seen: Text, role: Role) -> bool:
    """Whether a role is part of the name of an armed group, which is a party of its own: "Houthi rebels"."""
    return any(each.start < role.start and role.end <= each.end and each.sense.sector == "REB" for each in seen.names)


def _office_before(seen: Text, name: Name, last: int) -> Found | None:
    """The office of a state; `last` is where the last person ends who bears one."""
    if name.sense.kind in ("capital", "seat"):
        body = roles.seated(seen.text, name.start, seen.roles)
        return None if body is None else _office(name, (body.start, name.end), body.words, body, None)
    role = roles.before(seen.text, name.start, seen.roles)
    if role is None or role.is_relational or name.sense.kind == "adjective" or _is_armed(seen, role):
        return None
    office = _office(name, (role.start, name.end), role.words, role, None)
    person = _bearing(seen, name.end) if role.is_title and not role.is_plural else None
    if person is None or (seen.text[name.end] == "," and apposed.is_of_another(seen, office, person[1], last=last)):
        return office
    return _office(name, (role.start, person[1]), role.words, role, person)


def _bearing(seen: Text, end: int) -> tuple[str, int] | None:
    """Who is named behind the state of an office, with a comma or without: no other state, and nobody's owner."""
    after = _AFTER.match(seen.text, end)
    person = None if after is None else roles.bearer(seen.text, after.end())
    if person is None or (seen.text[end] == "," and seen.text.startswith("'", person[1])):
        return None
    start = person[1] - len(person[0])
    return (
        None if any(each.start <= start < each.end and each.sense.kind != "person" for each in seen.names) else person
    )


def _office(name: Name, place: tuple[int, int], words: str, role: Role, person: tuple[str, int] | None) -> Found:
    sector = _sector(name, role)
    bearer = Bearer(person[0] if person else name.sense.label, name.sense.code, sector, words)
    return Found(*place, (bearer,), "person" if person else "office", person is not None or role.is_one_person)


def _sector(name: Name, role: Role) -> str:
    """That of the organisation whose office it is; but its commanders are soldiers, unless it is an armed group, and
    its courts are courts.
    """
    own = name.sense.sector if name.sense.kind == "organisation" else None
    return own if own is not None and (own in _ARMED or role.sector not in _OF_THEIR_OWN) else role.sector


def _joins(text: str, name: Name) -> bool:
    """Whether a state's name can stand before an office: with a possessive, as an abbreviation or an adjective."""
    short = name.sense.kind != "capital" and (name.text.isupper() or "." in name.text)
    return short or text.startswith("'", name.end) or name.text in _adjectives()


def _is_attributive(text: str, name: Name, role: Role) -> bool:
    """Whether a name stands before an office without a possessive: "the UN special envoy", "Hamas leader"."""
    between = text[name.end : role.start].split()
    led = name.sense.kind == "organisation" and role.is_one_person and role.words not in _ALSO_ADJECTIVES
    return (led or _ATTRIBUTIVE.fullmatch(name.text) is not None) and _QUALIFIERS.issuperset(map(str.lower, between))


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(word for state in states().values() for word in state.adjectives)


def _titled(seen: Text, memory: Memory, found: list[Found]) -> Iterator[Found]:
    """Bearers of a title: of the state behind "of", known already, or of the state in focus or the publisher's."""
    for role in seen.roles:
        person = _named_with(seen, role)
        if (
            person is None
            or not role.is_title
            or any(role.start < each.end and each.start < role.end for each in found)
        ):
            continue
        name = person[0].partition(" of ")[0]
        state = _state_behind(seen, person[1] - len(person[0]) + len(name))
        if state is not None:
            bearer = Bearer(name, state.sense.code, role.sector, role.words)
            yield remembered(Found(role.start, state.end, (bearer,), "person", person=True), memory)
        elif (known := _titled_bearer(seen, role, person, memory)) is not None:
            yield Found(role.start, person[1], (known,), "person", person=True)
        else:
            memory.hear(Heard(None, "person", memory.sentence, clauses.opens(seen.text, role.start), person=True))


def _named_with(seen: Text, role: Role) -> tuple[str, int] | None:
    """Who is named right behind a title, or between commas behind one that is the only one of its kind."""
    if seen.text.startswith(", ", role.end) and seen.text.lower().endswith("the ", 0, role.start):
        place = apposed.bearing(seen, role.end)
        return None if place is None or seen.text[place[1]] != "," else (seen.text[slice(*place)], place[1])
    return roles.bearer(seen.text, role.end + 1) if seen.text[role.end : role.end + 1] == " " else None


def _state_behind(seen: Text, end: int) -> Name | None:
    """The state named right behind a person: "King Abdullah of Jordan"."""
    of = _OF.match(seen.text, end)
    if of is None:
        return None
    starts = (of.end(), end + 4)
    return next((name for name in seen.names if name.start in starts and name.sense.kind == "state"), None)


def _titled_bearer(seen: Text, role: Role, person: tuple[str, int], memory: Memory) -> Bearer | None:
    full = seen.text[role.start : person[1]]
    known = memory.person(person[0], titled=True) or memory.person(full, titled=True)
    if known is not None:
        # A head of state may be a general, too.
        sector = known.sector if role.sector == "MIL" and known.sector else role.sector
        return Bearer(known.name, known.code, sector, role.words)
    if not role.is_national:
        return None
    at = next((name for name in seen.names if name.start == role.start), None)
    if at is None:
        middle = role.end + (2 if seen.text[role.end] == "," else 1)
        code = focus.official(seen.text, seen.names, (role.start, middle, person[1]), memory)
    else:
        code = _of_body(at, seen, memory)
    if code is None or (_ROYAL.search(role.words) and code not in traits.traits()["monarchy"].states):
        return None
    return Bearer(person[0], code, role.sector, role.words)


def _of_body(name: Name, seen: Text, memory: Memory) -> str | None:
    """The state of the body whose name begins an office, "Foreign Office spokesman"."""
    if name.sense.kind != "organisation" or name.sense.code not in states():
        return None
    theirs = _theirs(name, seen, memory)
    return name.sense.code if theirs is None else theirs.code


def _names(seen: Text, memory: Memory) -> Iterator[Found]:
    """Everything else that the gazetteer knows, but publishers and institutes: they speak, they are not party."""
    for name in seen.names:
        sense = name.sense
        if sense.kind in _SPEAKERS or _is_stranger(name, seen, memory) or places.is_mere(seen.text, name, seen.names):
            continue
        theirs = _theirs(name, seen, memory) if sense.kind == "organisation" else None
        if theirs is not None:
            yield Found(name.start, name.end, (theirs,), "organisation" if theirs.role is None else "office")
            continue
        if sense.kind == "person":
            bearer = memory.person(sense.label)
            if bearer is not None and not _is_namesake(name, bearer, seen):
                yield Found(name.start, name.end, (bearer,), "person", person=True)
        else:
            kind: MentionKind = sense.kind if sense.kind in ("adjective", "organisation") else "state"
            sector = sense.sector or ("GOV" if sense.kind == "seat" else None)
            found = Found(name.start, name.end, (Bearer(sense.label, sense.code, sector),), kind)
            yield _as_kind(found, name) if kind == "organisation" and _only_tells_kind(seen, name) else found


def _only_tells_kind(seen: Text, name: Name) -> bool:
    """Whether the name of a state's forces stands before a noun: "Polish military aid"."""
    return name.sense.code in states() and " " in name.text and qualifies(seen.text, name.end, name.text.lower())


def _as_kind(found: Found, name: Name) -> Found:
    """The state or the adjective in a name that only tells of whose kind something is."""
    whose = name.text.rpartition(" ")[0].removesuffix("'s")
    bearer = Bearer(label(name.sense.code), name.sense.code)
    kind: MentionKind = "adjective" if whose.removeprefix("the ").removeprefix("The ") in _adjectives() else "state"
    return Found(found.start, found.start + len(whose), (bearer,), kind)


def _theirs(name: Name, seen: Text, memory: Memory) -> Bearer | None:
    """The body of another state that the document has called by the name of one, Pakistan's Foreign Office, or that is
    called so in the state of which it speaks.
    """
    known = memory.role(name.text) if name.text.lower() in role_words() else None
    if known is None:
        return shared.theirs(name, seen.names, memory)
    return None if known.code == name.sense.code else known


def _is_stranger(name: Name, seen: Text, memory: Memory) -> bool:
    """Whether the name of a state or capital is part of a person's here: "Chad Smith", "Michael Jordan"."""
    text = seen.text
    if (
        name.text in ambiguous.forenames()
        and _CAPITALISED.match(text, name.end + 1)
        and text[name.end : name.end + 1] == " "
    ):
        return not is_title_case(text) and not is_known(seen, name.end + 1)
    if name.text not in ambiguous.surnames():
        return False
    before = _WORD_BEFORE.search(text, max(0, name.start - 30), name.start)
    if before is None or not _CAPITALISED.fullmatch(before[1]) or before[1] in ambiguous.openers():
        return False
    borne = not is_title_case(text) and not is_known(seen, before.start(1))
    if borne:
        memory.remember_stranger(name.text)
    return borne


def _is_namesake(name: Name, bearer: Bearer, seen: Text) -> bool:
    """Whether a single name is the first of somebody else's: "Xi Wang", "Tedros Alemu"."""
    after = _FAMILY.match(seen.text, name.end)
    if " " in name.text or after is None or after["name"] in bearer.name or after["name"].lower() in _TIMES:
        return False
    return not is_title_case(seen.text) and not is_known(seen, after.start("name"))


def _surnames(seen: Text, memory: Memory) -> Iterator[Found]:
    """People named by surname: introduced in this document, or unmistakable holders of high office."""
    if not memory.knows_any(_WORD.findall(seen.text)):
        return
    for match in _WORD.finditer(seen.text):
        surname, has_article = match["name"], match.start() < match.start("name")
        bearer = None if surname in ambiguous.openers() else memory.person(surname)
        if bearer is None or not _is_alone(match, seen) or (has_article and not _is_borne(match, bearer, seen)):
            continue
        before = _WORD_BEFORE.search(seen.text, max(0, match.start() - 30), match.start())
        if _CALLED.search(seen.text, 0, match.start()) is not None and not memory.knows(surname):
            memory.remember_stranger(surname)
            continue
        given = before[1] if before is not None and _CAPITALISED.fullmatch(before[1]) else None
        if given is None or given in bearer.name or given in ambiguous.openers() or is_known(seen, match.start() - 2):
            yield Found(match.start(), match.end(), (bearer,), "person", person=True)
        elif not has_article:
            memory.remember_stranger(surname)


def _is_borne(match: re.Match[str], bearer: Bearer, seen: Text) -> bool:
    """Whether a surname with its article is that of a person, and not of a place called so."""
    return match.group().lower() in bearer.name.lower() and _PLACE.match(seen.text, match.end()) is None


def _is_alone(match: re.Match[str], seen: Text) -> bool:
    """Whether a capitalised word is no part of a longer name; "the Truman Administration" is one of his."""
    body = any(role.start == match.end() + 1 and not role.is_title for role in seen.roles)
    if _GOES_ON.match(seen.text, match.end()) and not body:
        return False
    return not any(
        match.start() < name.end and name.start < match.end() for name in seen.names if name.sense.kind in _SPEAKERS
    )
