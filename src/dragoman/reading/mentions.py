"""Who is meant in a sentence: states, organisations, offices, people, and what stands for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.reading import clauses
from dragoman.reading.naming import apposed, compounds, named, roles, strangers, towns
from dragoman.reading.naming.bearers import Bearer, Heard
from dragoman.reading.naming.gazetteer import fold, gazetteer
from dragoman.reading.naming.memory import Memory
from dragoman.reading.naming.named import Found, MentionKind, Text
from dragoman.reading.naming.strangers import Stranger
from dragoman.reading.quoted import Quotations, quotations, speaker
from dragoman.reading.referring import pronouns, references
from dragoman.reading.referring.antecedents import meant
from dragoman.reading.referring.phrases import Reference
from dragoman.records import Party, Span

__all__ = ["Mention", "MentionKind", "find"]

#: What makes a state of its adjective: "the Kazakh side".
_SIDE = re.compile(r" (?:side|party|delegation)\b")
#: How often those are resolved rightly that name nobody (`python -m benchmarks.accuracy.mentions`, held half).
RESOLVED: dict[MentionKind, float] = {"pronoun": 0.75, "plural": 0.75, "description": 0.8}


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

    @property
    def reliability(self) -> float:
        """How likely it stands for these parties: names do, what merely refers to somebody may not."""
        return RESOLVED.get(self.kind, 1.0)


def find(sentence: Span, memory: Memory, *, first: bool = False) -> list[Mention]:
    """The mentions in a sentence, in order; the memory learns from them. `first` tells whether a paragraph begins."""
    text = fold(sentence.text)
    lower = roles.lower(text)
    names = compounds.parties(text, gazetteer().find_folded(text, memory.day))
    seen = Text(text, lower, names, roles.find_lower(text, lower))
    memory.turn(seen.names, text)
    by_name = named.find(seen, memory)
    by_name = sorted([*by_name, *towns.find(seen, by_name)], key=_place)
    goes_on = memory.sentences_left > 0 and not first
    quoted = quotations(text, inside=goes_on)
    ours, referring = _divided(references.find(seen, by_name), quoted)
    if memory.addressed is not None:
        referring = sorted([*referring, *pronouns.second_persons(text)], key=_place)
    found = _resolved(seen, memory, by_name, [*referring, *strangers.find(seen, memory, by_name)])
    if quoted.places:
        speaking = speaker(text, quoted, found)
        # Whoever speaks in the next quotation too is not named again; of a stranger there is no telling.
        speaking = memory.quoting if speaking is None and (goes_on or quoted.fill(text)) else speaking
        found = _with_ours(found, ours, speaking)
        memory.quote(speaking, is_open=quoted.is_open, is_marked=quoted.places != ((0, len(text)),))
    else:
        memory.quote(None, is_open=False, is_marked=False)
    return [_mention(each, sentence) for each in found]


def _divided(referring: Sequence[Reference], quoted: Quotations) -> tuple[list[Reference], list[Reference]]:
    """The references by "we" in quotations, whose speaker may be named behind them, and all others."""
    ours = [each for each in referring if each.sort == "we" and quoted.holds(each.start)]
    return ours, [each for each in referring if each not in ours] if ours else list(referring)


def _with_ours(found: list[Found], ours: Sequence[Reference], speaking: Bearer | None) -> list[Found]:
    """The mentions with those by "we" of somebody who speaks."""
    if speaking is None or not ours:
        return found
    said = [Found(each.start, each.end, (speaking,), each.kind) for each in ours]
    return sorted([*found, *said], key=_place)


def _resolved(
    seen: Text, memory: Memory, by_name: list[Found], referring: Sequence[Reference | Stranger]
) -> list[Found]:
    """The mentions by name and those by what they refer to, each resolved with all that stands before it heard, and so
    are those who are no party.
    """
    found: list[Found | Reference | Stranger] = [*by_name]
    if referring:
        found = sorted([*by_name, *referring], key=_place)
    listed = clauses.lists(seen.text, [(each.start, each.end) for each in found])
    kept: list[Found] = []
    end = 0
    for each, joined in zip(found, listed, strict=True):
        if isinstance(each, Stranger):
            subject, speaks = clauses.opens(seen.text, each.start), each.bearer is None
            memory.hear(Heard(each.bearer, "person", memory.sentence, subject, person=True, speaks=speaks))
        elif each.start >= end:
            one = (
                _meant(each, seen, memory, by_name, kept)
                if isinstance(each, Reference)
                else _named_before(each, memory)
            )
            if one is not None:
                _hear(one, seen, memory, joined=joined)
                kept.append(one)
                end = one.end
    return kept


def _place(one: Found | Reference | Stranger) -> tuple[int, int]:
    """In order of the text, the longer first."""
    return one.start, -one.end


def _meant(
    reference: Reference, seen: Text, memory: Memory, by_name: Sequence[Found], before: list[Found]
) -> Found | None:
    """What a reference means; of one that says who is named before its comma, it is that one."""
    if reference.sort in ("neighbour", "other"):
        bearers = apposed.described(seen, reference.start, reference.end, before)
        if bearers:
            return Found(reference.start, reference.end, bearers, reference.kind)
    return _of(reference, seen, memory, by_name)


def _of(reference: Reference, seen: Text, memory: Memory, by_name: Sequence[Found]) -> Found | None:
    """What a reference means; somebody who is no party is heard all the same, so that "he" means nobody else."""
    clause = clauses.opens(seen.text, reference.start)
    if not clause and reference.noun == "it":
        clause = clauses.opens_behind_phrase(seen.text, reference.start, reference.end)
    bearers = meant(reference, memory, subject=clause)
    if bearers:
        if reference.noun in ("he", "she"):
            memory.called[bearers[0].name] = reference.noun
        if reference.sort == "office" and reference.person:
            return _in_person(Found(reference.start, reference.end, bearers, "office", person=True), seen, memory)
        found = Found(reference.start, reference.end, bearers, reference.kind, reference.person)
        return _with_office(found, seen, memory, by_name) if reference.sort in ("state", "organisation") else found
    if reference.person and reference.kind == "office":
        memory.hear(Heard(None, "office", memory.sentence, clause, person=True))
    return None


def _with_office(found: Found, seen: Text, memory: Memory, by_name: Sequence[Found]) -> Found:
    """ "The group's spokesman" is one party, as "Peru's spokesman" is."""
    if not seen.roles or not seen.text.startswith("'s ", found.end):
        return found
    role = roles.after(seen.text, found.end, seen.roles)
    if (
        role is None
        or role.is_relational
        or role.sector == "BUS"
        or any(found.end < each.start < role.end for each in by_name)
    ):
        return found
    bearer = found.bearers[0]
    sector = bearer.sector if found.kind == "organisation" else None
    office = replace(bearer, sector=sector or role.sector, role=seen.text[found.end + 3 : role.end])
    whole = Found(found.start, role.end, (office,), "office", role.is_one_person)
    return _in_person(whole, seen, memory) if role.is_one_person else whole


def _in_person(office: Found, seen: Text, memory: Memory) -> Found:
    """ "Its envoy, Ana Gervasi," and "its envoy Ana Gervasi" are herself from then on."""
    place = apposed.bearing(seen, office.end)
    if place is None:
        return office
    bearer = replace(office.bearers[0], name=seen.text[slice(*place)])
    memory.remember(bearer)
    return Found(office.start, place[1], (bearer,), "person", person=True)


def _named_before(found: Found, memory: Memory) -> Found:
    """ "His Ugandan counterpart" holds the office of the one before, and "the Ugandan president" is who was named so."""
    bearer = found.bearers[0]
    if found.kind != "office" or bearer.role is None:
        return found
    if not bearer.role.lower().endswith("counterpart"):
        known = memory.holder(bearer.role, bearer.code) if found.person else None
        return found if known is None else found._replace(bearers=(replace(bearer, name=known.name),))
    person = next((each.bearer for each in reversed(memory.heard) if each.person and each.bearer is not None), None)
    if person is None or person.role is None:
        return found
    return found._replace(bearers=(replace(bearer, role=person.role, sector=person.sector),))


def _hear(found: Found, seen: Text, memory: Memory, *, joined: bool) -> None:
    joined = joined and bool(memory.heard)
    subject = memory.heard[-1].subject if joined else clauses.opens(seen.text, found.start)
    speaks = found.person and clauses.speaks(seen.text, found.end)
    entered = clauses.is_entered(seen.text, found.start)
    accused = clauses.is_accused(seen.text, found.start)
    urged = memory.heard[-1].urged if joined else clauses.is_urged(seen.text, found.start, found.end)
    kind: MentionKind = "state" if found.kind == "adjective" and _SIDE.match(seen.text, found.end) else found.kind
    heard = Heard(None, kind, memory.sentence, subject, found.person, joined, speaks, entered, accused, urged)
    for bearer in found.bearers:
        memory.hear(heard._replace(bearer=bearer, joined=joined))
        joined = True
    if found.kind == "office":
        memory.remember_office(found.bearers[0])


def _mention(found: Found, sentence: Span) -> Mention:
    span = Span(sentence.start + found.start, sentence.start + found.end, sentence.text[found.start : found.end])
    parties = tuple(
        Party(bearer.code, bearer.name, span, sector=bearer.sector, role=bearer.role) for bearer in found.bearers
    )
    return Mention(span, parties, found.kind)
