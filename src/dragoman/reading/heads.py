"""The heads above the encoder, in numpy: tags of pieces, types of pairs, and what belongs to a relation.

The shapes and names are those of `training/model.py`, which trains them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file

import numpy as np
from threadpoolctl import threadpool_limits

from dragoman.reading.encoder import WEIGHTS, Encoded, Floats, card

#: A standing beside the likeliest one is told too if it is at least this likely.
SECOND_STANDING = 0.35


@dataclass(frozen=True, slots=True)
class Related:
    """What the heads say of a pair of a type: the piece that says it, standings with their probabilities, mode.

    A sentence can give one relation two standings: "has mediated before and is likely to do so again".
    """

    trigger: int
    standings: tuple[tuple[str, float], ...]
    mode: str | None
    vector: Floats


class Heads:
    """Linear layers over the encoder's vectors."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = {name: np.asarray(values, np.float32) for name, values in weights.items()}
        labels = card()
        self._slope = np.float32(labels["certainty"]["slope"])
        self._shift = np.float32(labels["certainty"]["shift"])
        self.threshold: float = labels["certainty"]["threshold"]
        self.types: tuple[str, ...] = tuple(labels["types"])
        self.modes: tuple[str, ...] = tuple(labels["modes"])
        self.standings: tuple[str, ...] = tuple(labels["standings"])
        self.tag_names: tuple[str, ...] = tuple(labels["tags"])

    def tags(self, encoded: Encoded) -> list[str]:
        """The attribution tag of each piece: the likeliest sequence in which no span begins inside."""
        scores = _log_softmax(self._linear("tags", encoded.hidden))
        return [self.tag_names[number] for number in _viterbi(scores, self.tag_names)]

    def cue_chances(self, encoded: Encoded) -> Floats:
        """The probability that each piece begins reporting words (pieces,), whatever the best sequence of tags says."""
        return _softmax(self._linear("tags", encoded.hidden))[:, self.tag_names.index("B-Cue")]

    def pair(self, actor: Floats, recipient: Floats, encoded: Encoded) -> Floats:
        """Pair vectors (pairs, 256) from the span vectors (pairs, 384) of one sentence."""
        mixed = (
            self._linear("actor", actor)
            + self._linear("recipient", recipient)
            + self._linear("product", actor * recipient)
            + self._linear("sentence", encoded.hidden[:1])
        )
        first = _gelu(mixed)
        width = encoded.hidden.shape[1]
        pointers = self._linear("look", first).reshape(len(first), -1, width)
        words = _softmax(pointers @ encoded.hidden.T / np.sqrt(np.float32(width))) @ encoded.hidden
        return _gelu(self._linear("pair", np.concatenate([first, words.reshape(len(first), -1)], 1)))

    def type_chances(self, pairs: Floats) -> Floats:
        """Calibrated probabilities (pairs, types) that a type or a channel holds from the first to the second."""
        return _sigmoid(self._slope * self._linear("types", pairs) + self._shift)

    def related(self, pair: Floats, kind: int, encoded: Encoded) -> Related:
        """Trigger, standing and mode of a pair (256,) of a type."""
        query = pair + self._weights["kind.weight"][kind]
        scores = encoded.hidden @ self._linear("pointer", query) / np.sqrt(np.float32(encoded.hidden.shape[1]))
        chances = _softmax(scores)
        words = chances @ encoded.hidden
        vector = _gelu(self._linear("relation", np.concatenate([query, words])))
        standing = _softmax(self._linear("standing", vector))
        order = sorted(range(len(standing)), key=lambda number: -float(standing[number]))
        likely = [number for number in order if standing[number] >= SECOND_STANDING] or order[:1]
        found = tuple((self.standings[number], float(standing[number])) for number in likely)
        return Related(_first(scores), found, self._mode(vector, self.types[kind]), vector)

    def belongs(self, relation: Floats, spans: Sequence[Floats], head: str) -> list[float]:
        """Probabilities that dates (`date`) or figures (`figure`) of the sentence belong to a relation."""
        if not spans:
            return []
        joined = np.concatenate([np.repeat(relation[None], len(spans), 0), np.stack(spans)], 1)
        chances = _sigmoid(self._linear(head, _gelu(self._linear("attach", joined))))
        return [float(chance) for chance in chances[:, 0]]

    def _mode(self, vector: Floats, kind: str) -> str | None:
        scores = self._linear("mode", vector)
        allowed = [number for number, name in enumerate(self.modes) if name == "none" or name.partition(".")[0] == kind]
        best = max(allowed, key=lambda number: float(scores[number]))
        return None if self.modes[best] == "none" else self.modes[best].partition(".")[2]

    def _linear(self, name: str, values: Floats) -> Floats:
        product: Floats = values @ self._weights[f"{name}.weight"].T
        bias = self._weights.get(f"{name}.bias")
        return product if bias is None else product + bias


@cache
def heads() -> Heads:
    """The heads of this process; their products are too small to gain from more threads than one."""
    threadpool_limits(1, "blas")
    with as_file(WEIGHTS / "heads.npz") as path, np.load(path) as weights:
        return Heads(dict(weights))


def _first(scores: Floats) -> int:
    """The likeliest piece; the special ones at both ends say nothing."""
    return int(scores[1:-1].argmax()) + 1 if len(scores) > 2 else 0


def _gelu(values: Floats) -> Floats:
    cubic = values + np.float32(0.044715) * values**3
    result: Floats = np.float32(0.5) * values * (1 + np.tanh(np.float32(np.sqrt(2 / np.pi)) * cubic))
    return result


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-values)), np.float32)


def _softmax(values: Floats) -> Floats:
    powers = np.exp(values - values.max(-1, keepdims=True))
    result: Floats = powers / powers.sum(-1, keepdims=True)
    return result


def _log_softmax(values: Floats) -> Floats:
    shifted = values - values.max(-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(-1, keepdims=True)), np.float32)


def _viterbi(scores: Floats, names: Sequence[str]) -> list[int]:
    """The best path on which `I-X` follows only `B-X` or `I-X`."""
    allowed = np.array(
        [[0.0 if after[0] != "I" or before[1:] == after[1:] else -1e4 for after in names] for before in names],
        np.float32,
    )
    start = np.array([-1e4 if name[0] == "I" else 0.0 for name in names], np.float32)
    best: Floats = scores[0] + start
    back = []
    for row in scores[1:]:
        reach = best[:, None] + allowed
        back.append(reach.argmax(0))
        best = np.asarray(reach.max(0) + row, np.float32)
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]
