"""Fits what tells a retelling from independent news: `python -m training.retelling` prints the weights.

From `retellings.txt` and the open half of the lineage cases: of each article without copied text, those that may be
its source are compared with it; it has its news from one if both go back to the same article.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from benchmarks.accuracy.reconciling import lineage
from benchmarks.accuracy.reconciling.occurrences import FOLDER, copies
from numpy.typing import NDArray

from dragoman.reconcile.citing import Pile, meeting
from dragoman.reconcile.copying import age
from dragoman.reconcile.opened import Opened
from dragoman.reconcile.retelling import features

FILES: Final = (FOLDER / "lineage_open.txt", Path(__file__).with_name("retellings.txt"))
#: How much large weights cost (ridge), and how often Newton's step is taken.
_COST: Final = 1 / 0.3
_STEPS: Final = 30
Row = tuple[tuple[float, ...], bool]


def main() -> None:
    """Print the bias and the factors."""
    rows = [row for path in FILES for row in _rows(path)]
    bias, factors = fitted(np.array([row[0] for row in rows]), np.array([row[1] for row in rows], float))
    print(len(rows), "pairs; bias", round(bias, 2), "factors", tuple(round(each, 2) for each in factors.tolist()))


def _rows(path: Path) -> Iterator[Row]:
    articles = list(lineage.articles(path))
    gold, documents = lineage.golden(articles), [each.document for each in articles]
    copied = {copy.document for copy in copies(documents)}
    pile = Pile([Opened(each) for each in sorted(documents, key=age)])
    for one in pile.documents:
        namings = pile.namings(one)
        near = {each.document.id: each for each in (*pile.cited(one, namings), *pile.retold(one))}
        for identity, source in near.items() if one.document.id not in copied else ():
            found = features(one.wording, source.wording, meeting(one, source, namings), pile.weights.of)
            yield found, gold[one.document.id] == gold[identity]


def fitted(found: NDArray[np.float64], told: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
    """The bias and the factors of a logistic regression, whose factors are kept small in units of their spread."""
    mean, spread = found.mean(axis=0), found.std(axis=0)
    columns = np.column_stack([np.ones(len(found)), (found - mean) / spread])
    cost = np.diag([0.0, *[_COST] * found.shape[1]])
    weights = np.zeros(columns.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-columns @ weights))
        slope = columns.T @ (told - chance) - cost @ weights
        weights += np.linalg.solve((columns.T * (chance * (1 - chance))) @ columns + cost, slope)
    factors = weights[1:] / spread
    return float(weights[0] - factors @ mean), factors


if __name__ == "__main__":
    main()
