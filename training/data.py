"""Training material: authored sentences, PLV pairs and PolNeAR attributions as one kind of item."""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path

import sentencex

from dragoman.reading import expressions, quantities
from dragoman.records import Span
from training.labels import BOTH_WAYS, MODES, STANDINGS, TAGS, TYPES
from training.markup import Example, Party, Relation, examples

Place = tuple[int, int]
#: PLV follows an older PLOVER, in which what is now two types was one.
YIELD = {"YIELD": ("CONCEDE", "RETREAT")}


@dataclass(frozen=True, slots=True)
class Pair:
    """An ordered pair of spans and the types (indexes) that hold; `exclusive` if only its event type is labelled."""

    actor: Place
    recipient: Place
    types: tuple[int, ...]
    exclusive: bool = False


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
class Item:
    """One text with whatever is labelled on it; what is not labelled teaches nothing."""

    text: str
    pairs: tuple[Pair, ...] = ()
    typed: tuple[Typed, ...] = ()
    tags: tuple[tuple[Place, str], ...] | None = None
    origin: str = field(default="", compare=False)


def held_back(text: str, *, share: float = 0.1) -> bool:
    """Whether an example belongs to the held-back part: decided by its text, so that it never changes sides."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 0xFFFFFFFF < share


def authored(folder: Path) -> Iterator[Example]:
    """The authored sentences of a folder."""
    for path in sorted(folder.glob("*.txt")):
        yield from examples(path)


def item(example: Example) -> Item:
    """An authored sentence as an item: every ordered pair of its parties, and what holds between them."""
    parties = {party.number: party for party in example.parties}
    labelled = _labels(example, parties)
    spoken = {(parties[a].code, parties[b].code) for a, b in labelled}
    pairs = []
    for a, b in permutations(example.parties, 2):
        types = labelled.get((a.number, b.number), ())
        known = not types and ((a.code, b.code) in spoken or (b.code, a.code) in spoken)
        if (a.code == b.code and not types) or (known and (b.number, a.number) not in labelled):
            # Another mention of parties whose relation is labelled on a better mark: neither right nor wrong.
            continue
        pairs.append(Pair((a.start, a.end), (b.start, b.end), tuple(types)))
    times = [each.span for each in expressions.find(example.text)]
    numbers = [each.quantity.mention for each in quantities.find(example.text)]
    typed = tuple(each for one in example.relations for each in _typed(one, parties, times, numbers))
    return Item(example.text, tuple(pairs), typed, origin=example.place)


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
    dates = _candidates(times, relation.date)
    figures = _candidates(numbers, relation.quantity)
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


def _candidates(spans: list[Span], gold: Place | None) -> tuple[tuple[Place, bool], ...]:
    places = [(span.start, span.end) for span in spans]
    marked = [(place, gold is not None and place[0] < gold[1] and gold[0] < place[1]) for place in places]
    if gold is not None and not any(right for _, right in marked):
        marked.append((gold, True))
    return tuple(marked)


def plv(path: Path) -> Iterator[Item]:
    """PLV sentences (Zero-Shot-PLOVER): one marked source and target, one of 15 root classes."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if not {"<s>", "<t>"} <= set(re.findall(r"<[st]>", row["marked_sentence"])):
                continue
            text, source, target = unmarked(row["marked_sentence"])
            kinds = tuple(TYPES.index(name) for name in YIELD.get(row["gold_root"], (row["gold_root"],)))
            yield Item(text, (Pair(source, target, kinds, exclusive=True),), origin="plv")


def unmarked(marked: str) -> tuple[str, Place, Place]:
    """A PLV sentence without its `<s>` and `<t>` marks, and where they stood."""
    text, places, last = "", {}, 0
    for match in re.finditer(r"</?[st]>", marked):
        text += marked[last : match.start()]
        places[match.group()] = len(text)
        last = match.end()
    text += marked[last:]
    return text, (places["<s>"], places["</s>"]), (places["<t>"], places["</t>"])


def polnear(folder: Path) -> Iterator[Item]:
    """PolNeAR articles, cut into sentences; the content of an attribution is an item too, so that nesting is learnt."""
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in annotations:
            text = path.read_text(encoding="utf-8")
            yield from _sentences(text, _brat(annotations[path.stem]), path.stem)


def _brat(path: Path) -> list[dict[str, list[Place]]]:
    """The attributions of a brat file: for each its source, cue and content places."""
    spans: dict[str, list[Place]] = {}
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if re.match(r"T\d+\t\S+ \d", line):
            places = fields[1].split(" ", 1)[1]
            spans[fields[0]] = [tuple(map(int, each.split())) for each in places.split(";")]
        elif re.match(r"E\d+\t\S+:", line):
            parts: dict[str, list[Place]] = {}
            for each in fields[1].split():
                role, _, name = each.partition(":")
                parts.setdefault(role.rstrip("0123456789"), []).extend(spans.get(name, []))
            found.append(parts)
    return found


def _sentences(text: str, attributions: list[dict[str, list[Place]]], name: str) -> Iterator[Item]:
    inner = [each for each in attributions if _inside_content(each, attributions)]
    outer = [each for each in attributions if each not in inner]
    for boundary in sentencex.get_sentence_boundaries("en", text):
        start, end = boundary["start_index"], boundary["end_index"]
        if text[start:end].strip():
            yield _tagged(text, (start, end), outer, name)
    for each in attributions:
        for place in each.get("Content", []):
            nested = [one for one in inner if all(_within(p, place) for p in one.get("Cue", []))]
            if nested and place[1] - place[0] > 30:
                yield _tagged(text, place, nested, name)


def _inside_content(one: dict[str, list[Place]], attributions: list[dict[str, list[Place]]]) -> bool:
    contents = [p for other in attributions if other is not one for p in other.get("Content", [])]
    return any(_within(cue, content) for cue in one.get("Cue", []) for content in contents)


def _within(place: Place, other: Place) -> bool:
    return other[0] <= place[0] and place[1] <= other[1]


def _tagged(text: str, window: Place, attributions: list[dict[str, list[Place]]], name: str) -> Item:
    start = window[0] + len(text[window[0] : window[1]]) - len(text[window[0] : window[1]].lstrip())
    end = start + len(text[start : window[1]].rstrip())
    tags = []
    for each in attributions:
        for role in ("Content", "Source", "Cue"):
            for first, last in each.get(role, []):
                if first < end and start < last:
                    tags.append(((max(first, start) - start, min(last, end) - start), role))
    return Item(
        text[start:end], tags=tuple(sorted(tags, key=lambda tag: TAGS.index(f"B-{tag[1]}"), reverse=True)), origin=name
    )
