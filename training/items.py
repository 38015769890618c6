"""One kind of training item for all material: a text with whatever is labelled on it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.figures import quantities
from dragoman.reading.naming import roles
from dragoman.reading.naming.gazetteer import gazetteer
from dragoman.reading.times import expressions
from dragoman.records import Span
from training.labels import BOTH_WAYS, EVENTS, MODES, ROOT_OF, STANDINGS, TYPES
from training.markup import Example, Party, Relation, examples

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Pair:
    """An ordered pair of spans and the types (indexes) that hold; `root` is the PLV root if just one event does.

    `exclusive`: only its one event type, if any, is labelled, and nothing of other types. `taught`: a teacher's
    probabilities of the roots.
    """

    actor: Place
    recipient: Place
    types: tuple[int, ...]
    root: int | None = None
    exclusive: bool = False
    taught: NDArray[np.float32] | None = field(default=None, compare=False)

    @property
    def is_rooted(self) -> bool:
        """Whether it has a root, labelled or not."""
        return self.root is not None or self.exclusive


@dataclass(frozen=True, slots=True)
class Typed:
    """A pair with a type that holds, and what is labelled of it."""

    actor: Place
    recipient: Place
    type: int
    trigger: Place
    standing: int
    mode: int
    dates: tuple[tuple[Place, bool], ...]
    figures: tuple[tuple[Place, bool], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """An attribution, or what of it is in the text: its cue, source and contents."""

    cues: tuple[Place, ...]
    sources: tuple[Place, ...]
    contents: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text labelled for one task, `cameo` or `re3d`: each a place and its label or, from a teacher, the
    probabilities (words, labels).
    """

    task: str
    places: tuple[Place, ...]
    labels: tuple[int, ...] | NDArray[np.float32] = field(compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """One text with whatever is labelled on it; what is not labelled teaches nothing.

    `saids` is `None` where attributions are not labelled, `kind` the CAMEO class of the sentence.
    """

    text: str
    pairs: tuple[Pair, ...] = ()
    typed: tuple[Typed, ...] = ()
    saids: tuple[Said, ...] | None = None
    words: tuple[Words, ...] = ()
    kind: int | None = None
    origin: str = field(default="", compare=False)


def held_back(text: str, *, share: float = 0.1) -> bool:
    """Whether an example belongs to the held-back part: decided by its text, so that it never changes sides."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF < share


def authored(folder: Path) -> Iterator[Example]:
    """The authored sentences of a folder and the folders in it."""
    for path in sorted(folder.rglob("*.txt")):
        yield from examples(path)


def item(example: Example) -> Item:
    """An authored sentence as an item: every ordered pair of its parties, and what holds between them."""
    parties = {party.number: party for party in example.parties}
    labelled = _labels(example, parties)
    related = [(parties[a], parties[b]) for pair in labelled for a, b in (pair, pair[::-1])]
    names = {party.number: _surname(party, example.text) for party in example.parties}
    pairs = []
    for a, b in permutations(example.parties, 2):
        types = labelled.get((a.number, b.number), ())
        if not types and (b.number, a.number) not in labelled and _is_told(a, b, related, names):
            continue
        pairs.append(Pair((a.start, a.end), (b.start, b.end), tuple(types), _root(types)))
    times = [each.span for each in expressions.find(example.text)]
    numbers = [each.quantity.mention for each in quantities.find(example.text)]
    typed = tuple(each for one in example.relations for each in _typed(one, parties, times, numbers))
    return Item(example.text, tuple(pairs), typed, _saids(example), origin=example.place)


def _is_told(a: Party, b: Party, related: Iterable[tuple[Party, Party]], names: dict[int, str | None]) -> bool:
    """Whether two marks that are not related may be other mentions of two that are, and so are neither right nor wrong.

    Two people of one state are not: of "Gantz, Gallant's predecessor, was in Baku" only the one was.
    """
    alike = ((x, y) for x, y in related if (x.code, y.code) == (a.code, b.code))
    return a.code == b.code or any(not (_apart(names, a, x) or _apart(names, b, y)) for x, y in alike)


def _apart(names: dict[int, str | None], one: Party, other: Party) -> bool:
    """Whether two marks name two people."""
    first, second = names[one.number], names[other.number]
    return first is not None and second is not None and first != second


def _surname(party: Party, text: str) -> str | None:
    """The last word of a person's name; `None` of a mark that names an office, a body or a state."""
    words = text[party.start : party.end].removesuffix("'s").removesuffix("’s")
    last = words.rpartition(" ")[2]
    ends = {each.end for each in roles.find(words)}
    ends |= {each.end for each in gazetteer().find(words) if each.sense.kind != "person"}
    return last if party.sector is not None and last[:1].isupper() and len(words) not in ends else None


def _saids(example: Example) -> tuple[Said, ...] | None:
    if example.speeches is None:
        return None
    return tuple(
        Said((each.cue,), (each.source,) if each.source is not None else (), each.contents) for each in example.speeches
    )


def _root(types: tuple[int, ...]) -> int | None:
    events = [number for number in types if number < len(EVENTS)]
    return ROOT_OF[EVENTS[events[0]]] if len(events) == 1 else None


def _labels(example: Example, parties: dict[int, Party]) -> dict[tuple[int, int], tuple[int, ...]]:
    found: dict[tuple[int, int], tuple[int, ...]] = {}
    for relation in example.relations:
        number = TYPES.index(relation.type)
        for a in relation.actors:
            for b in relation.recipients:
                found[a, b] = (*found.get((a, b), ()), number)
                if relation.type in BOTH_WAYS:
                    found[b, a] = (*found.get((b, a), ()), number)
    return found


def _typed(relation: Relation, parties: dict[int, Party], times: list[Span], numbers: list[Span]) -> Iterator[Typed]:
    mode = f"{relation.type}.{relation.mode}" if relation.mode else "none"
    dates = _candidates(times, (relation.date,) if relation.date else ())
    figures = _candidates(numbers, tuple(each.place for each in relation.figures))
    for a in relation.actors:
        for b in relation.recipients:
            yield Typed(
                (parties[a].start, parties[a].end),
                (parties[b].start, parties[b].end),
                TYPES.index(relation.type),
                relation.trigger,
                STANDINGS.index(relation.standing),
                MODES.index(mode),
                dates,
                figures,
            )


def _candidates(spans: list[Span], gold: tuple[Place, ...]) -> tuple[tuple[Place, bool], ...]:
    """What could belong to a relation and whether it does; what is marked and was not found belongs too."""
    places = [(span.start, span.end) for span in spans]
    missed = [one for one in gold if not any(_meet(one, place) for place in places)]
    return (*((place, any(_meet(one, place) for one in gold)) for place in places), *((one, True) for one in missed))


def _meet(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]
