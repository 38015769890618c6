"""How alike two ways of putting the same things together are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from functools import cache
from itertools import combinations
from math import comb

#: For each thing the name of the group that it is put into.
Groups = Mapping[str, Hashable]
#: More groups than this that share things with one another are matched greedily and not in the best way.
_MOST = 16


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def muc(gold: Groups, found: Groups) -> float:
    """F1 of the links that it takes to hold the groups together (Vilain et al. 1995)."""
    return f1(_links(found, gold), _links(gold, found))


def b_cubed(gold: Groups, found: Groups) -> float:
    """F1 of the mean share, over all things, of their group that is right (Bagga and Baldwin 1998)."""
    return f1(_purity(gold, found), _purity(found, gold))


def ceaf(gold: Groups, found: Groups) -> float:
    """F1 of the best one-to-one match of groups by their entity-based likeness, phi 4 (Luo 2005)."""
    golden, guessed = _sets(gold), _sets(found)
    likeness: dict[tuple[int, int], float] = {}
    for a, one in enumerate(golden):
        for b, other in enumerate(guessed):
            if shared := len(one & other):
                likeness[a, b] = 2 * shared / (len(one) + len(other))
    total = _matched(likeness)
    return f1(total / len(guessed), total / len(golden)) if golden else 0.0


def conll(gold: Groups, found: Groups) -> float:
    """The mean of MUC, B³ and CEAF, as the CoNLL shared tasks have it."""
    return (muc(gold, found) + b_cubed(gold, found) + ceaf(gold, found)) / 3


def adjusted_rand(gold: Groups, found: Groups) -> float:
    """Pairs put alike, adjusted for chance: 1 if all are, 0 as by chance (Hubert and Arabie 1985)."""
    both = Counter((gold[each], found[each]) for each in gold)
    pairs = sum(comb(count, 2) for count in both.values())
    golden, guessed = (sum(comb(count, 2) for count in Counter(each.values()).values()) for each in (gold, found))
    expected = golden * guessed / comb(len(gold), 2) if len(gold) > 1 else 0.0
    most = (golden + guessed) / 2
    return (pairs - expected) / (most - expected) if most != expected else 1.0


def pairs_right(gold: Groups, found: Groups) -> tuple[int, int]:
    """How many of all pairs of things are put together or apart rightly, and how many there are."""
    pairs = list(combinations(sorted(gold), 2))
    return sum((gold[a] == gold[b]) == (found[a] == found[b]) for a, b in pairs), len(pairs)


def _sets(groups: Groups) -> list[frozenset[str]]:
    members: defaultdict[Hashable, set[str]] = defaultdict(set)
    for each, group in groups.items():
        members[group].add(each)
    return [frozenset(each) for each in members.values()]


def _links(inner: Groups, outer: Groups) -> float:
    """The share of the links within the groups of `inner` that `outer` has."""
    kept = total = 0
    for group in _sets(inner):
        kept += len(group) - len({outer[each] for each in group})
        total += len(group) - 1
    return kept / total if total else 1.0


def _purity(inner: Groups, outer: Groups) -> float:
    """The mean share of each thing's group in `inner` that is with it in `outer`."""
    if not inner:
        return 0.0
    shares = []
    for group in _sets(inner):
        with_ = Counter(outer[each] for each in group)
        shares += [with_[outer[each]] / len(group) for each in group]
    return sum(shares) / len(shares)


def _matched(likeness: Mapping[tuple[int, int], float]) -> float:
    """The greatest sum of likenesses in which no group is matched twice."""
    return sum(map(_best, _together(likeness)))


def _together(likeness: Mapping[tuple[int, int], float]) -> list[dict[tuple[int, int], float]]:
    """The likenesses by sets of groups that have to do with one another."""
    found: list[dict[tuple[int, int], float]] = []
    for (a, b), value in likeness.items():
        joined = [each for each in found if any(a == one or b == other for one, other in each)]
        found = [each for each in found if each not in joined]
        found.append({(a, b): value} | {pair: share for each in joined for pair, share in each.items()})
    return found


def _best(likeness: Mapping[tuple[int, int], float]) -> float:
    rows = sorted({a for a, _ in likeness})
    columns = sorted({b for _, b in likeness})
    if len(columns) > _MOST:
        return _greedy(likeness)

    @cache
    def best(row: int, taken: int) -> float:
        if row == len(rows):
            return 0.0
        free = (
            likeness[rows[row], column] + best(row + 1, taken | 1 << place)
            for place, column in enumerate(columns)
            if not taken >> place & 1 and (rows[row], column) in likeness
        )
        return max(best(row + 1, taken), *free, 0.0)

    return best(0, 0)


def _greedy(likeness: Mapping[tuple[int, int], float]) -> float:
    total, rows, columns = 0.0, set[int](), set[int]()
    for (a, b), value in sorted(likeness.items(), key=lambda item: -item[1]):
        if a not in rows and b not in columns:
            rows.add(a)
            columns.add(b)
            total += value
    return total
