"""Whom a reference means: the most salient of those spoken of before of whom its words are true."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from dragoman.codebook import traits
from dragoman.codebook.names import label
from dragoman.codebook.organisations import Organisation, organisations
from dragoman.reading.naming import focus
from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.memory import Memory
from dragoman.reading.naming.officeholders import is_she
from dragoman.reading.naming.roles import Role
from dragoman.reading.referring import descriptions, plurals, salience
from dragoman.reading.referring.phrases import Reference
from dragoman.reading.referring.pronouns import OURS

_STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PRM"})
#: Sectors of offices that only organisations have.
_BODY_SECTORS = frozenset({"IGO", "REB"})
#: Offices that organisations have as states do, and those that armed groups have besides.
_OF_BODIES = re.compile(
    r"(?:(?:former|deputy|senior|acting|special|chief|top)[ -])*"
    r"(?:(?:spokes(?:man|men|woman|women|person|people)|delegation|envoys?|negotiators?|representatives?|commissioner"
    r"|(?:secretary|director)[- ]general|peacekeepers)"
    r"|(?P<armed>officials?|leaders?|leadership|commanders?|fighters|chief))"
)
_UNARMED = ("IGO", "NGO", "BUS")
#: Sentences over which a noun reaches back that an organisation has in its name.
_CALLED_REACH = 20
#: Bodies of which a state has one, so that a text may leave out whose.
_NATIONAL_BODIES = frozenset(
    """air force;armed forces;army;army chief;authorities;cabinet;caretaker government;central bank;defence chief
defence ministry;defense chief;defense ministry;foreign ministry;foreign office;generals;government;interim government
junta;military;military chief;military government;military regime;navy;navy chief;parliament;regime;security forces
transitional government""".replace("\n", ";").split(";")
)

#: What others call a government.
_BLAMED = ("regime", "junta")


def meant(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    """Whom a reference means, nobody if that cannot be told; `subject` tells whether it opens its clause."""
    match reference.sort:
        case "several" | "parties":
            return plurals.several(reference, memory, subject=subject)
        case "pair":
            return plurals.pair(reference, memory, subject=subject)
        case "of pair":
            return plurals.of_pair(reference, memory)
        case "organisation":
            return _organisation(reference, memory, subject=subject)
        case "office":
            return _office(reference, memory, subject=subject)
        case "pronoun":
            return _pronoun(reference, memory, subject=subject)
        case "they":
            return plurals.they(memory)
        case "coalition":
            return _coalition(reference, memory, subject=subject)
        case "we" | "you":
            return _we(reference, memory)
        case _:
            return descriptions.meant(reference, memory, subject=subject)


def _we(reference: Reference, memory: Memory) -> tuple[Bearer, ...]:
    """Whoever publishes, if he speaks for somebody, or who is asked; "our army" is that of the state whose own paper it
    is.
    """
    if reference.sort == "you":
        return () if memory.addressed is None else (memory.addressed,)
    if memory.speaker is None and reference.noun == OURS and memory.ours is not None:
        return (Bearer(label(memory.ours), memory.ours),)
    return () if memory.speaker is None else (memory.speaker,)


def _organisation(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    noun = reference.noun
    own = traits.names_with(noun) | traits.nicknames().get(noun, frozenset())
    called = [
        bearer
        for bearer in _heard_bodies(memory, subject=subject, reach=_CALLED_REACH)
        if bearer.code in own and bearer.sector != "BUS" and _lies_in(bearer, reference)
    ]
    if called:
        # Another body of an organisation may have the noun, which is not what its own name tells.
        return (next((bearer for bearer in called if noun in bearer.name.lower()), called[0]),)
    if reference.capital:
        return _meant_alone(noun, memory)
    kinds = traits.collectives()[noun]
    near = _heard_bodies(memory, subject=subject, reach=salience.REACH)
    fit = [bearer for bearer in near if not kinds.isdisjoint(_kinds(bearer)) and _lies_in(bearer, reference)]
    plain = [bearer for bearer in fit if traits.plainest().get(noun) in _kinds(bearer)]
    return tuple(plain or fit)[:1]


def _lies_in(bearer: Bearer, reference: Reference) -> bool:
    """Whether what is said of where an organisation lies is in its name or true of half its members."""
    where = salience.fitting(reference.traits)
    if where is None or any(word in bearer.name.lower() for word in reference.traits):
        return True
    members = _bodies()[bearer.code].members if bearer.code in _bodies() else (bearer.code,)
    return 2 * len(where.intersection(members)) >= len(members) > 0


def _coalition(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    """The coalition spoken of; or the one against a party that the sentence names or, of forces, that was spoken of."""
    own = traits.names_with("coalition")
    called = [each for each in _heard_bodies(memory, subject=subject, reach=_CALLED_REACH) if each.code in own]
    foes = list(memory.named)
    if reference.noun == "forces":
        foes += [each.bearer.code for each in reversed(memory.heard) if each.bearer is not None]
    fighting = [_body(_against()[foe]) for foe in foes if foe in _against()]
    return tuple(called[:1] or fighting[:1])


@cache
def _against() -> dict[str, str]:
    """The coalition that fights a group, by the codes of both."""
    return {foe: each.code for each in organisations() for foe in each.against}


def _heard_bodies(memory: Memory, *, subject: bool, reach: int) -> list[Bearer]:
    """The organisations spoken of, the nearest first."""
    return [
        each.bearer if each.kind == "organisation" else _body(each.bearer.code)
        for each in salience.before(memory, subject=subject, reach=reach)
        if each.bearer is not None and (each.kind == "organisation" or each.bearer.code in _bodies())
    ]


def _meant_alone(noun: str, memory: Memory) -> tuple[Bearer, ...]:
    """Whom "the Union" means of which nobody spoke: the one so called, if states of it were spoken of."""
    code = traits.alone().get(noun)
    if code is None or (_bodies()[code].members and not set(_bodies()[code].members).intersection(memory.last_states)):
        return ()
    return (_body(code),)


def _kinds(bearer: Bearer) -> frozenset[str]:
    """The kind of organisations that one is of, if it is of any."""
    if bearer.code in _bodies():
        return frozenset((_bodies()[bearer.code].kind,))
    # The forces and services of a state are no company, and no group.
    return frozenset(("company",) if bearer.sector == "BUS" else ())


def _body(code: str) -> Bearer:
    """The organisation of which an official was spoken of."""
    return Bearer(_bodies()[code].name, code, _bodies()[code].sector)


@cache
def _bodies() -> dict[str, Organisation]:
    """Organisations with a code of their own."""
    return {each.code: each for each in organisations() if each.kind not in ("company", "service")}


def _office(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    role = reference.role
    if role is None or reference.noun in ("a", "an"):
        return ()
    if reference.owner is not None and role.words.lower() == "counterpart":
        return descriptions.host(reference, memory)
    if reference.owner is not None:
        return _owned(reference, role, memory) if role.sector in (*_STATE_SECTORS, *_BODY_SECTORS) else ()
    found = _unowned(reference, role, memory, subject=subject)
    # Whoever urges the generals is not their own state.
    urged = reference.others and not subject and any(each.code in descriptions.own_subjects(memory) for each in found)
    return () if urged else found


def _unowned(reference: Reference, role: Role, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    """Who bears an office of which it is not said whose it is."""
    known = memory.role(role.words)
    if known is not None and role.is_one_person and memory.place in (None, known.code):
        return (known,)
    words = role.words.lower()
    is_ministry = words.endswith("ministry") or words.startswith(("ministry ", "department of "))
    if not (role.is_national or words in _NATIONAL_BODIES or is_ministry):
        return ()
    subjects = salience.codes(each for each in salience.before(memory, subject=subject, reach=2) if each.subject)
    near = subjects[0] if subjects else None
    blamed = words.endswith(_BLAMED)
    if blamed and memory.issued and near == memory.home:
        near = None
    code = reference.place or focus.body(memory, near, None if known is None else known.code, blamed=blamed)
    return () if code is None else (Bearer(label(code), code, role.sector, role.words),)


def _owned(reference: Reference, role: Role, memory: Memory) -> tuple[Bearer, ...]:
    """Who bears an office of whom "its" means: "its spokesman" may be an organisation's, "its army" is a state's."""
    owners = [_whole(each.bearer, each.kind) for each in descriptions.owners(reference, memory) if each.bearer]
    owner = next((each for each in owners if _may_have(each, role)), None)
    return () if owner is None else (replace(owner, sector=owner.sector or role.sector, role=role.words),)


def _whole(bearer: Bearer, kind: str) -> Bearer:
    """The state or organisation of one of its people or offices; it has a sector if it is an organisation."""
    if kind == "organisation":
        return bearer
    return _body(bearer.code) if bearer.code in _bodies() else Bearer(label(bearer.code), bearer.code)


def _may_have(owner: Bearer, role: Role) -> bool:
    """Whether a state, or an organisation, may have an office."""
    if owner.sector is None:
        return role.sector in _STATE_SECTORS
    office = _OF_BODIES.fullmatch(role.words.lower())
    return office is not None and (office["armed"] is None or owner.sector not in _UNARMED)


def _pronoun(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    match reference.noun:
        case "it":
            return _it(reference, memory, subject=subject)
        case "its":
            return _its(reference, memory)
        case _:
            return _he(reference, memory)


def _he(reference: Reference, memory: Memory) -> tuple[Bearer, ...]:
    unfit = "he" if reference.noun == "she" else "she"
    heard = salience.before(memory, subject=reference.noun != "him", reach=salience.REACH)
    heard = salience.subjects_first(heard, memory, reported=reference.reported)
    heard.sort(key=lambda each: (-each.sentence, each.sentence != memory.sentence and not each.speaks))
    for each in heard:
        if each.person:
            if each.bearer is None:
                return ()
            if _called(each.bearer.name, memory) != unfit:
                return (each.bearer,)
    return ()


def _called(name: str, memory: Memory) -> str | None:
    """Whether somebody is "he" or "she", by what the document has called him or what the codebook knows."""
    known = is_she(name)
    return memory.called.get(name) if known is None else "she" if known else "he"


def _its(reference: Reference, memory: Memory) -> tuple[Bearer, ...]:
    """The subject of the sentence before; who stands in this one is a party of it already."""
    here = {each.bearer.code for each in memory.heard if each.sentence == memory.sentence and each.bearer is not None}
    return tuple(each for each in _it(reference, memory, subject=True) if each.code not in here)


def _it(reference: Reference, memory: Memory, *, subject: bool) -> tuple[Bearer, ...]:
    """The subject of the sentence, or of the one before, if that is one state or organisation; what is reported by its
    spokesman is of that for which he speaks.
    """
    if reference.reported and (speaking := _spoken_for(memory)) is not None:
        return (speaking,)
    if not subject and (here := _asking(memory) or (_object(memory) if reference.goes_on else None)) is not None:
        return (here,)
    heard = salience.before(memory, subject=subject, reach=2)
    single = [
        each
        for each, after in zip_longest(heard, heard[1:])
        if not (each.joined or each.person) and (after is None or not after.joined)
    ]
    single = salience.subjects_first(single, memory, reported=reference.reported)
    first = next((each for each in single if each.subject), None)
    if first is None and not subject:
        first = next(iter(single), None)
    if first is None or first.bearer is None or first.kind == "adjective":
        return ()
    return (first.bearer,)


def _asking(memory: Memory) -> Bearer | None:
    """The state or organisation that wants another one to do something for it: "asked Peru to lend it money"."""
    here = [each for each in memory.heard if each.sentence == memory.sentence]
    start, end = salience.subjects(here)
    last = next((each for each in reversed(here) if each.kind != "pronoun"), None)
    if end - start != 1 or last is None or not last.urged or last.subject or last.joined:
        return None
    return here[start].bearer if here[start].kind in ("state", "organisation") else None


def _object(memory: Memory) -> Bearer | None:
    """The state or organisation named last in the sentence that is being read, if it is not its subject."""
    here = [each for each in memory.heard if each.sentence == memory.sentence]
    last = here[-1] if len(here) > 1 else None
    if last is None or last.subject or last.joined or last.kind not in ("state", "organisation", "description"):
        return None
    return last.bearer


def _spoken_for(memory: Memory) -> Bearer | None:
    """The state or organisation of the spokesman who opens the sentence."""
    here = [each for each in memory.heard if each.sentence == memory.sentence]
    last = next((each for each in reversed(here) if each.subject), None)
    if last is None or last.bearer is None or not last.person or "spokes" not in (last.bearer.role or "").lower():
        return None
    return _whole(last.bearer, last.kind)
