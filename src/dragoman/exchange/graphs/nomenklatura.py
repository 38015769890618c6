"""Decisions on pairs as edges of nomenklatura's resolver, a line each.

An edge is `[target, source, judgement, score, user, created_at]`. The ids are those of the ties and events in the
stream of followthemoney entities, which are those of statements.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from dragoman.errors import InvalidValue
from dragoman.exchange.graphs.ftm import PREFIX
from dragoman.records.decision import Pairing

_JUDGEMENTS: Final[dict[Pairing, str]] = {"same": "positive", "not the same": "negative"}
_OURS: Final = re.compile(rf"(?:{PREFIX})?s1[-:]([0-9a-f]{{24}})(?:-\d+)?")


@dataclass(frozen=True, slots=True)
class Pair:
    """That two statements, by their ids, are of one event or tie or not; `who` and `when` (a timestamp) if known."""

    one: str
    other: str
    verdict: Pairing
    who: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class _Edge:
    target: str
    source: str
    judgement: str
    user: str | None


def lines(pairs: Iterable[Pair]) -> Iterator[str]:
    """An edge a line; as nomenklatura has it, the target is the greater of two ids."""
    for each in pairs:
        target, source = sorted((_theirs(each.one), _theirs(each.other)), reverse=True)
        yield json.dumps([target, source, _JUDGEMENTS[each.verdict], None, each.who, each.when]) + "\n"


def is_edge(line: str) -> bool:
    """Whether a line is of nomenklatura, and not of our own decisions."""
    return line.lstrip().startswith("[")


def read(given: Iterable[str]) -> list[Pair]:
    """The pairs that edges judge; those on parties, and those without a judgement, say nothing of statements.

    What nomenklatura holds for one it joins by an id of its own (`NK-…`): of all that it joins the first statement is
    paired with each of the others. Raises `InvalidValue` with the number of a wrong line.
    """
    edges = [edge for number, line in enumerate(given, start=1) if line.strip() for edge in _edge(number, line)]
    positive = [each for each in edges if each.judgement == "positive"]
    head = _heads(positive)
    users = {head.get(each.target, each.target): each.user for each in positive}
    named = sorted(
        {(head.get(each, each), _statement(each) or "") for edge in edges for each in (edge.target, edge.source)}
    )
    members = {key: [each for _, each in group if each] for key, group in groupby(named, key=lambda each: each[0])}
    same = [Pair(first, each, "same", users.get(key)) for key, (first, *others) in _several(members) for each in others]
    apart = {
        (one, other): edge.user
        for edge in edges
        if edge.judgement == "negative"
        for one in members[head.get(edge.target, edge.target)][:1]
        for other in members[head.get(edge.source, edge.source)][:1]
    }
    return same + [Pair(*pair, "not the same", user) for pair, user in apart.items()]


def _several(members: dict[str, list[str]]) -> Iterator[tuple[str, list[str]]]:
    return ((key, each) for key, each in members.items() if each)


def _edge(number: int, line: str) -> Iterator[_Edge]:
    try:
        row: list[Any] = json.loads(line)
        target, source, judgement, _, user, *rest = row
        is_deleted = len(rest) > 1 and rest[1] is not None
        if not all(isinstance(each, str) for each in (target, source, judgement)):
            raise ValueError("ids and judgements are texts")
    except (ValueError, TypeError) as error:
        raise InvalidValue(
            f"Line {number} is no edge of nomenklatura, which is [target, source, judgement, score, user, created_at]: "
            f"{error}."
        ) from error
    if not is_deleted and judgement in _JUDGEMENTS.values():
        yield _Edge(target, source, judgement, str(user) if user else None)


def _heads(positive: Iterable[_Edge]) -> dict[str, str]:
    """For each id that edges join the least one of all that are joined."""
    head: dict[str, str] = {}

    def find(each: str) -> str:
        while head.setdefault(each, each) != each:
            each = head[each]
        return each

    for edge in positive:
        one, other = sorted((find(edge.target), find(edge.source)))
        head[other] = one
    return {each: find(each) for each in [*head]}


def _statement(theirs: str) -> str | None:
    match = _OURS.fullmatch(theirs)
    return f"s1:{match[1]}" if match is not None else None


def _theirs(statement: str) -> str:
    return PREFIX + statement.replace(":", "-")
