"""PolNeAR: who says what in a news article (Newell, Margolin and Ruths, 2018).

An attribution has a source, a cue and a content; each may consist of several spans, and the source may be missing.
Spans and attributions are compared over whole articles, every one of them, those inside other contents too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks.accuracy.scores import f1, micro_f1
from benchmarks.accuracy.unfit import Unfit

Place = tuple[int, int]
Places = frozenset[Place]
Scores = dict[str, float | int]
ROLES = ("source", "cue", "content")
_SPAN = re.compile(r"(T\d+)\t\S+ (\d+ \d+(?:;\d+ \d+)*)\t")
_EVENT = re.compile(r"E\d+\t(\S+:.*)")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The spans of the three roles, `[start, end)` in characters of the article; a role that is missing has none."""

    source: Places = frozenset()
    cue: Places = frozenset()
    content: Places = frozenset()

    @classmethod
    def of(cls, source: Iterable[Place] = (), cue: Iterable[Place] = (), content: Iterable[Place] = ()) -> Attribution:
        """An attribution from spans in any order."""
        return cls(frozenset(source), frozenset(cue), frozenset(content))

    @property
    def roles(self) -> tuple[Places, Places, Places]:
        """The spans by role, in the order of `ROLES`."""
        return self.source, self.cue, self.content


class Article(NamedTuple):
    """The text of an article and its attributions."""

    name: str
    text: str
    gold: frozenset[Attribution]


class Judged(NamedTuple):
    """The attributions that an article has, and those that were guessed."""

    gold: frozenset[Attribution]
    guess: frozenset[Attribution]


def score(folder: Path, predict: Callable[[str], Iterable[Attribution]]) -> Scores:
    """The scores of a way to tell the attributions of a text, on the articles of a folder."""
    listed = list(articles(folder))
    judged = [Judged(each.gold, normal(predict(each.text), each.text)) for each in listed]
    return {"articles": len(listed), "attributions": sum(len(each.gold) for each in listed), **compared(judged)}


def compared(judged: Sequence[Judged]) -> Scores:
    """F1 of exact and of overlapping spans by role, and of whole attributions.

    `strict`: all spans of all roles are equal. `lenient`: in every role a span of one overlaps a span of the other, or
    neither has any; each attribution is matched with one at most.
    """
    scores: Scores = {}
    for number, role in enumerate(ROLES):
        pairs = [(_spans(each.gold, number), _spans(each.guess, number)) for each in judged]
        scores |= {f"{role}_exact_f1": micro_f1(pairs), f"{role}_overlap_f1": overlap_f1(pairs)}
    scores["attribution_strict_f1"] = micro_f1(judged)
    hits = sum(matches(sorted_(each.gold), sorted_(each.guess)) for each in judged)
    scores["attribution_lenient_f1"] = f1(
        hits, sum(len(each.guess) for each in judged), sum(len(each.gold) for each in judged)
    )
    return scores


def overlap_f1(judged: Iterable[tuple[Places, Places]]) -> float:
    """The F1 of spans of which a guessed one is right, and a gold one found, if it shares a character with another."""
    right = guessed = found = gold = 0
    for wanted, given in judged:
        right += sum(meet({one}, wanted) for one in given)
        found += sum(meet({one}, given) for one in wanted)
        guessed, gold = guessed + len(given), gold + len(wanted)
    if not right or not found:
        return 0.0
    precision, recall = right / guessed, found / gold
    return round(200 * precision * recall / (precision + recall), 2)


def matches(gold: Sequence[Attribution], guess: Sequence[Attribution]) -> int:
    """The most attributions that can be paired so that those of each pair overlap in all roles."""
    like = [[number for number, other in enumerate(guess) if alike(one, other)] for one in gold]
    holders: dict[int, int] = {}

    def settle(one: int, tried: set[int]) -> bool:
        """Find a partner for a gold attribution, if need be by finding another for who has it (Kuhn, 1955)."""
        for number in like[one]:
            if number not in tried:
                tried.add(number)
                if number not in holders or settle(holders[number], tried):
                    holders[number] = one
                    return True
        return False

    return sum(settle(one, set()) for one in range(len(gold)))


def alike(one: Attribution, other: Attribution) -> bool:
    """Whether two attributions overlap in every role, or lack it both."""
    return all(meet(mine, theirs) or not (mine or theirs) for mine, theirs in zip(one.roles, other.roles, strict=True))


def meet(some: Iterable[Place], others: Iterable[Place]) -> bool:
    """Whether a span of some shares a character with a span of the others."""
    return any(start < last and first < end for start, end in some for first, last in others)


def sorted_(attributions: Iterable[Attribution]) -> list[Attribution]:
    """Attributions in the order of their texts."""
    return sorted(attributions, key=lambda one: [sorted(places) for places in one.roles])


def articles(folder: Path) -> Iterator[Article]:
    """The articles of a folder `text` with their annotations in a folder `attributions` beside it.

    An article that several annotated counts once, by the annotation whose file's name comes first. Raises `Unfit` if
    there are none.
    """
    annotations: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem, path)
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    paths = [path for path in sorted((folder / "text").glob("*.txt")) if path.stem in annotations]
    if not paths:
        raise Unfit(f"{folder} holds no articles; expected text/NAME.txt and attributions/NAME_ANNOTATOR.ann in it.")
    for path in paths:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield Article(path.stem, text, normal(brat(annotations[path.stem].read_text(encoding="utf-8")), text))


def brat(standoff: str) -> Iterator[Attribution]:
    """The attributions of a text in brat's standoff format: its E lines, whose roles name T lines."""
    spans: dict[str, list[Place]] = {}
    for line in standoff.split("\n"):
        if (span := _SPAN.match(line)) is not None:
            spans[span[1]] = [(int(start), int(end)) for start, end in (each.split() for each in span[2].split(";"))]
        elif (event := _EVENT.match(line)) is not None:
            parts: dict[str, list[Place]] = {role: [] for role in ROLES}
            for each in event[1].split():
                role, _, name = each.partition(":")
                parts.setdefault(role.rstrip("0123456789").lower(), []).extend(spans.get(name, ()))
            yield Attribution.of(*(parts[role] for role in ROLES))


def normal(attributions: Iterable[Attribution], text: str) -> frozenset[Attribution]:
    """Attributions as they are compared: spans with only blanks of one line between them are one; empty ones go."""
    joined = (Attribution(*(_joined(places, text) for places in one.roles)) for one in attributions)
    return frozenset(one for one in joined if any(one.roles))


def _joined(places: Places, text: str) -> Places:
    found: list[Place] = []
    for start, end in sorted(place for place in places if place[0] < place[1]):
        if found and not text[found[-1][1] : start].strip(" \t\u00a0"):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return frozenset(found)


def _spans(attributions: Iterable[Attribution], role: int) -> Places:
    return frozenset(place for one in attributions for place in one.roles[role])
