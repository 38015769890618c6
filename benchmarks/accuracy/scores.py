"""Scores of guesses, in percent with two decimals."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet

#: What a test set says and what was guessed.
Judged = tuple[Hashable, Hashable]


def percent(part: float, whole: float) -> float:
    """A share; nothing of nothing is 0."""
    return round(100.0 * part / whole, 2) if whole else 0.0


def accuracy(judged: Sequence[Judged]) -> float:
    """The share of right guesses."""
    return percent(sum(gold == guess for gold, guess in judged), len(judged))


def f1(hits: int, guessed: int, gold: int) -> float:
    """The harmonic mean of the shares of right ones among the guessed and of found ones among the gold."""
    return percent(2 * hits, guessed + gold)


def macro_f1(judged: Sequence[Judged]) -> float:
    """The mean of the F1 of every class that is in the gold or was guessed, rare or frequent."""
    classes = {one for pair in judged for one in pair}
    found = []
    for one in classes:
        hits = sum(gold == one == guess for gold, guess in judged)
        guessed, gold = sum(guess == one for _, guess in judged), sum(gold == one for gold, _ in judged)
        found.append(2 * hits / (guessed + gold))
    return percent(sum(found), len(found))


def micro_f1(judged: Iterable[tuple[AbstractSet[Hashable], AbstractSet[Hashable]]]) -> float:
    """The F1 of sets of things, gold and guessed, counted over all the pairs of sets."""
    hits = guessed = gold = 0
    for wanted, given in judged:
        hits += len(wanted & given)
        guessed += len(given)
        gold += len(wanted)
    return f1(hits, guessed, gold)
