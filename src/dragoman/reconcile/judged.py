"""Which reports are of one event or tie, after what analysts judged of pairs of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.reconcile.marks import marks, telling
from dragoman.reconcile.occurrences import matter, printed
from dragoman.records import Decision, Document, Entry
from dragoman.records.identity import content_id


@dataclass(frozen=True, slots=True)
class Pair:
    """A judgement on two statements, by the ids of all present ones that are either side of it."""

    decision: Decision
    ones: frozenset[str]
    others: frozenset[str]


def judged(
    occurrence: Mapping[str, str], entries: Sequence[Entry], root: Mapping[str, Document], decisions: Iterable[Decision]
) -> dict[str, str]:
    """The occurrence id of each statement, by statement id, after the decisions on pairs among those given.

    What is not the same is parted first, and everything else in its occurrence goes with the side that its words are
    more like; what is the same is joined then, unless that would join what is not. What is judged of a statement holds
    of its twins in copies of the same words.
    """
    pairs = _pairs(entries, root, decisions)
    apart = [each for each in pairs if each.decision.verdict == "not the same"]
    parted = _parted(occurrence, {entry.statement.id: entry for entry in entries}, apart) if apart else dict(occurrence)
    return _joined(parted, [each for each in pairs if each.decision.verdict == "same"], apart)


def linked(entries: Iterable[Entry], decisions: Iterable[Decision]) -> list[frozenset[str]]:
    """The matters that have to be reconciled together because statements on them are judged to be the same."""
    same = [each for each in decisions if each.verdict == "same"]
    found = [frozenset(matter(e.statement) for e in entries if each.covers(e.statement, e.document)) for each in same]
    return [each for each in found if len(each) > 1]


def needed(
    occurrence: Mapping[str, str], entries: Sequence[Entry], root: Mapping[str, Document], taken: Decision
) -> bool:
    """Whether what was found without it is otherwise than a decision on a pair says."""
    for pair in _pairs(entries, root, [taken]):
        ones, others = ({occurrence[each] for each in side} for side in (pair.ones, pair.others))
        return bool(ones & others) if taken.verdict == "not the same" else len(ones | others) > 1
    return False


def _pairs(entries: Sequence[Entry], root: Mapping[str, Document], decisions: Iterable[Decision]) -> list[Pair]:
    """The decisions both of whose sides are there, by id."""
    pairings = sorted((each for each in decisions if each.is_pairing), key=lambda each: each.id)
    if not pairings:
        return []
    here: dict[str, list[Entry]] = {}
    twins: dict[tuple[str, ...], set[str]] = {}
    for entry in entries:
        here.setdefault(entry.document.id, []).append(entry)
        twins.setdefault(printed(entry, root[entry.statement.id].id), set()).add(entry.statement.id)
    found = []
    for each in pairings:
        sides = []
        for anchor in each.anchors:
            held = [entry for entry in here.get(anchor.document, ()) if anchor.holds(entry.statement)]
            sides.append(frozenset(t for e in held for t in twins[printed(e, root[e.statement.id].id)]))
        if all(sides):
            found.append(Pair(each, sides[0], sides[1] - sides[0]))
    return found


def _parted(occurrence: Mapping[str, str], entries: Mapping[str, Entry], apart: Sequence[Pair]) -> dict[str, str]:
    members: dict[str, list[Entry]] = {}
    for identity, entry in sorted(entries.items()):
        members.setdefault(occurrence[identity], []).append(entry)
    found = dict(occurrence)
    for identity, together in members.items():
        here = {entry.statement.id for entry in together}
        parting = [(pair.ones & here, pair.others & here) for pair in apart]
        found |= _split(identity, together, [each for each in parting if all(each)])
    return found


def _split(
    identity: str, together: Sequence[Entry], parting: Sequence[tuple[frozenset[str], frozenset[str]]]
) -> dict[str, str]:
    """The occurrence ids of the members of one occurrence, of which some are not the same."""
    if not parting:
        return {}
    sides = sorted({side for pair in parting for side in pair}, key=min)
    parts: list[list[frozenset[str]]] = []
    for side in sides:
        free = [part for part in parts if not any(_differ(side, each, parting) for each in part)]
        if free:
            free[0].append(side)
        else:
            parts.append([side])
    seeds = [frozenset().union(*part) for part in parts]
    of = {entry.statement.id: entry for entry in together}
    names = [identity, *(content_id("o1", [identity, min(seed)]) for seed in seeds[1:])]
    found = {}
    for entry in together:
        known = [place for place, seed in enumerate(seeds) if entry.statement.id in seed]
        place = known[0] if known else max(range(len(seeds)), key=lambda n: (*_likeness(entry, seeds[n], of), -n))
        found[entry.statement.id] = names[place]
    return found


def _differ(
    side: frozenset[str], other: frozenset[str], parting: Sequence[tuple[frozenset[str], frozenset[str]]]
) -> bool:
    return any((side, other) in (pair, pair[::-1]) or (side & other and side != other) for pair in parting)


def _likeness(entry: Entry, seed: Iterable[str], of: Mapping[str, Entry]) -> tuple[int, int, int]:
    """How much a report is like some others: shared names and numbers, nearness in time, shared words."""
    others = [of[each].statement for each in seed]
    statement = entry.statement
    names = len(marks(statement) & frozenset().union(*map(marks, others)))
    words = len(telling(statement) & frozenset().union(*map(telling, others)))
    days = [abs((a - b).days) for a in _starts([entry]) for b in _starts(of[each] for each in seed)]
    return names, -min(days, default=date.max.toordinal()), words


def _starts(entries: Iterable[Entry]) -> Iterator[date]:
    return (entry.statement.occurred.start for entry in entries if entry.statement.occurred.start is not None)


def _joined(occurrence: Mapping[str, str], same: Sequence[Pair], apart: Sequence[Pair]) -> dict[str, str]:
    """Occurrences under the smallest id of those that are joined."""
    into: dict[str, str] = {}

    def of(identity: str) -> str:
        name = occurrence[identity]
        while name in into:
            name = into[name]
        return name

    for pair in same:
        names = sorted({of(each) for each in pair.ones | pair.others})
        joined = {each: names[0] for each in names[1:]}
        into |= joined
        if any({of(each) for each in parted.ones} & {of(each) for each in parted.others} for parted in apart):
            for each in joined:
                del into[each]
    return {identity: of(identity) for identity in occurrence}
