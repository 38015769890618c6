"""The heads above the encoder, in numpy: spans of attributions, types of pairs, and what belongs to a relation.

The shapes and names are those of `training/model.py`, which trains them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file
from itertools import groupby, product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from dragoman.reading.encoder import WEIGHTS, Encoded, Floats, card

#: The first and the last piece of a span.
Pieces = tuple[int, int]
_OUTSIDE, _BEGIN, _INSIDE = range(3)
_NOTHING, _NO_BEGINNING = bytes([_OUTSIDE]), bytes([_OUTSIDE, _INSIDE])
#: Classes of distance from a cue, for contents and again for sources.
_NEAR = 16
#: The chance that anything holds between two parties, at a first guess, below which they are not looked at closely.
HINT = 0.06
#: The greatest logit of a standing that counts: surer ones are no surer to be right.
SUREST = 4.0
#: A standing beside the likeliest one is told too if it is at least this likely.
SECOND_STANDING = 0.49


@dataclass(frozen=True, slots=True)
class Related:
    """What the heads say of a pair of a type: the piece that says it, standings with their probabilities, mode.

    A sentence can give one relation two standings: "has mediated before and is likely to do so again".
    """

    trigger: int
    standings: tuple[tuple[str, float], ...]
    mode: str | None
    vector: Floats


class Signs(NamedTuple):
    """What a certainty is made of, as logits: that the type holds, that anything does, that the standing is right."""

    type: float
    way: float
    standing: float


@dataclass(frozen=True, slots=True)
class Certainty:
    """What is told, and how sure that is (`training/calibrate.py`).

    Looked at closely is a type of a logit of `likely` or more, of a pair between which anything holds at a chance of
    `related` or more. Its certainty is sigmoid(`type` * type + `way` * way + `standing` * standing + `shift`) of its
    signs; it is told if that, lessened by how surely its parties are known, is `told` or more.
    """

    type: float
    way: float
    standing: float
    shift: float
    likely: float
    related: float
    told: float

    def of(self, signs: Signs) -> float:
        """The chance that a statement with these signs is right."""
        weighed = self.type * signs.type + self.way * signs.way + self.standing * signs.standing
        return 1 / (1 + math.exp(-(weighed + self.shift)))

    def is_likely(self, types: Floats, ways: Floats) -> NDArray[np.bool_]:
        """What is looked at closely, of logits (pairs, types) and (pairs, 1)."""
        return (types >= np.float32(self.likely)) & (_sigmoid(ways) >= self.related)


@dataclass(frozen=True, slots=True)
class Linking:
    """The cues of one sentence, and the spans, all sources or all contents, that may belong to them."""

    encoded: Encoded
    cues: Sequence[Pieces]
    spans: Sequence[Pieces]
    sources: bool

    def pairs(self) -> Iterator[tuple[Pieces, Pieces]]:
        """Every cue with every span, a cue after the other."""
        return product(self.cues, self.spans)

    def near(self, cue: Pieces, span: Pieces) -> int:
        """The distance class of a span from a cue."""
        return near(cue, span, source=self.sources)


@dataclass(frozen=True, slots=True)
class Asked:
    """The parties of one sentence as vectors (parties, 384), and which two of them are asked about, each pair once."""

    spans: Floats
    pairs: Sequence[tuple[int, int]]
    encoded: Encoded


class Heads:
    """Linear layers over the encoder's vectors."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        self._weights = {name: np.asarray(values, np.float32) for name, values in weights.items()}
        # Small products are done faster with the longer side of the weights laid out in a row.
        self._turned = {
            name.removesuffix(".weight"): np.ascontiguousarray(values.T)
            for name, values in self._weights.items()
            if name.endswith(".weight")
        }
        labels = card()
        self.certainty = Certainty(**labels["certainty"])
        self.hint = HINT
        self.types: tuple[str, ...] = tuple(labels["types"])
        self.modes: tuple[str, ...] = tuple(labels["modes"])
        self.standings: tuple[str, ...] = tuple(labels["standings"])
        self._mode_names = [None if mode == "none" else mode.partition(".")[2] for mode in self.modes]
        self._allowed = np.array(
            [[mode == "none" or mode.partition(".")[0] == kind for mode in self.modes] for kind in self.types]
        )
        self.layers: tuple[str, ...] = tuple(labels["layers"])

    def spans(self, encoded: Sequence[Encoded]) -> list[dict[str, list[Pieces]]]:
        """The spans of attributions of each sentence by layer (source, cue, content, inner content), in text order."""
        # The special pieces at both ends are outside.
        inner = [each.hidden[1:-1] for each in encoded]
        scores = self._linear("layers", np.concatenate(inner)).reshape(-1, len(self.layers), 3)
        found, start = [], 0
        for end in np.cumsum([len(each) for each in inner]).tolist():
            found.append(self._layered(scores[start:end]))
            start = end
        return found

    def _layered(self, scores: Floats) -> dict[str, list[Pieces]]:
        """The spans of one sentence, whose scores are (pieces, layers, tags), the first piece being number 1."""
        tags = scores.argmax(2).astype(np.uint8)
        return {
            name: [(first + 1, last + 1) for first, last in _stretches(scores[:, layer], tags[:, layer].tobytes())]
            for layer, name in enumerate(self.layers)
        }

    def links(self, asked: Sequence[Linking]) -> list[Floats]:
        """Probabilities (cues, spans), for each sentence asked about, that a source, or a content, belongs to a cue."""
        counts = [(len(each.cues), len(each.spans)) for each in asked]
        some = [each for each in asked if each.cues and each.spans]
        if not some:
            return [np.zeros(shape, np.float32) for shape in counts]
        left = np.stack([each.encoded.mean(cue) for each in some for cue in each.cues])
        right = np.stack([each.encoded.mean(span) for each in some for span in each.spans])
        cues, spans = _crossed(some)
        mixed = (
            self._linear("link_cue", left)[cues]
            + self._linear("link_span", right)[spans]
            + self._linear("link_both", left[cues] * right[spans])
            + self._weights["near.weight"][[each.near(*pair) for each in some for pair in each.pairs()]]
        )
        chances = _sigmoid(self._linear("link", _gelu(mixed))[:, 0])
        ends = np.cumsum([cue * span for cue, span in counts])[:-1]
        return [part.reshape(shape) for part, shape in zip(np.split(chances, ends), counts, strict=True)]

    def pair(self, actor: Floats, recipient: Floats, encoded: Encoded) -> Floats:
        """Pair vectors (pairs, 256) from the span vectors (pairs, 384) of one sentence."""
        number = len(actor)
        asked = Asked(np.concatenate([actor, recipient]), [(each, each + number) for each in range(number)], encoded)
        return self.pairs([asked])[:number]

    def pairs(self, asked: Sequence[Asked]) -> Floats:
        """Vectors (2 * pairs, 256) of all pairs, first from the one to the other, then from the other to the one.

        What is asked of several sentences is computed together: large products are done many times as fast as small.
        """
        return self._closely(self._first(asked), asked)

    def promising(self, asked: Sequence[Asked]) -> tuple[list[Asked], Floats]:
        """What is asked, without the pairs of which a first guess says that nothing can hold between them, and the
        vectors of the others, as `pairs` gives them.
        """
        first = self._first(asked)
        forth, back = np.split(_sigmoid(self._linear("hint", first)[:, 0]), 2)
        kept = np.maximum(forth, back) >= self.hint
        each_kept = iter(kept.tolist())
        sifted = [replace(each, pairs=[pair for pair in each.pairs if next(each_kept)]) for each in asked]
        return sifted, self._closely(first[np.tile(kept, 2)], sifted)

    def _closely(self, first: Floats, asked: Sequence[Asked]) -> Floats:
        """The vectors of pairs, given what `_first` gives of them."""
        return _gelu(self._linear("pair", np.concatenate([first, self._looked(first, asked)], 1)))

    def _first(self, asked: Sequence[Asked]) -> Floats:
        """What two parties and their sentence give as vectors (2 * pairs, 256), before it is looked at closely."""
        places = np.cumsum([0, *(len(each.spans) for each in asked)])
        numbered = zip(asked, places, strict=False)
        a, b = np.concatenate([np.reshape(each.pairs, (-1, 2)) + at for each, at in numbered]).T
        spans = np.concatenate([each.spans for each in asked])
        actor, recipient = self._linear("actor", spans), self._linear("recipient", spans)
        sentence = self._linear("sentence", np.stack([each.encoded.hidden[0] for each in asked]))
        both = self._linear("product", spans[a] * spans[b])
        both += np.repeat(sentence, [len(each.pairs) for each in asked], 0)
        return _gelu(np.concatenate([actor[a] + recipient[b] + both, actor[b] + recipient[a] + both]))

    def _looked(self, first: Floats, asked: Sequence[Asked]) -> Floats:
        """What each pair's pointers find in its sentence: (2 pairs, pointers * 384), forth before back."""
        pointers = self._linear("look", first)
        half, at = len(first) // 2, 0
        for each in asked:
            size = len(each.pairs)
            both = np.r_[at : at + size, half + at : half + at + size]
            queries = pointers[both].reshape(-1, each.encoded.hidden.shape[1])
            pointers[both] = _read(queries, each.encoded.hidden)[1].reshape(2 * size, pointers.shape[1])
            at += size
        return pointers

    def type_logits(self, pairs: Floats) -> Floats:
        """Logits (pairs, types) that a type or a channel holds from the first to the second."""
        return self._linear("types", pairs)

    def way_logits(self, pairs: Floats) -> Floats:
        """Logits (pairs,) that anything at all holds from the first to the second."""
        return self._linear("way", pairs)[:, 0]

    def related(self, pairs: Floats, kinds: Sequence[int], sentences: Sequence[Encoded]) -> list[Related]:
        """Triggers, standings and modes of pairs (pairs, 256), each of a type and in a sentence."""
        query = pairs + self._weights["kind.weight"][list(kinds)]
        pointers = self._linear("pointer", query)
        triggers: list[int] = []
        words: list[Floats] = []
        for _, rows in groupby(range(len(query)), lambda row: id(sentences[row])):
            here = list(rows)
            scores, found = _read(pointers[here], sentences[here[0]].hidden)
            triggers += map(_first, scores)
            words.append(found)
        vectors = _gelu(self._linear("relation", np.concatenate([query, np.concatenate(words)], 1)))
        standings = _softmax(self._linear("standing", vectors))
        modes = np.where(self._allowed[list(kinds)], self._linear("mode", vectors), -np.inf).argmax(1)
        return [
            Related(trigger, self._standings(standing), self._mode_names[mode], vector)
            for trigger, standing, mode, vector in zip(triggers, standings, modes, vectors, strict=True)
        ]

    def _standings(self, chances: Floats) -> tuple[tuple[str, float], ...]:
        order = sorted(enumerate(chances.tolist()), key=lambda pair: -pair[1])
        likely = [pair for pair in order if pair[1] >= SECOND_STANDING] or order[:1]
        return tuple((self.standings[number], chance) for number, chance in likely)

    def belongs(self, relations: Floats, spans: Floats, head: str) -> Floats:
        """Probabilities (pairs,) that dates (`date`) or figures (`figure`), as spans (pairs, 384), belong each to the
        relation (pairs, 256) beside it.
        """
        joined = np.concatenate([relations, spans], 1)
        return _sigmoid(self._linear(head, _gelu(self._linear("attach", joined)))[:, 0])

    def _linear(self, name: str, values: Floats) -> Floats:
        product: Floats = values @ self._turned[name]
        bias = self._weights.get(f"{name}.bias")
        if bias is not None:
            product += bias
        return product


@cache
def heads() -> Heads:
    """The heads of this process; their products are too small to gain from more threads than one."""
    threadpool_limits(1, "blas")
    with as_file(WEIGHTS / "heads.npz") as path, np.load(path) as weights:
        return Heads(dict(weights))


def _crossed(asked: Sequence[Linking]) -> tuple[list[int], list[int]]:
    """The numbers, among all cues and among all spans of several sentences, of every pair within one sentence."""
    cues: list[int] = []
    spans: list[int] = []
    cue, span = 0, 0
    for each in asked:
        cues += [cue + number for number in range(len(each.cues)) for _ in each.spans]
        spans += [span + number for _ in each.cues for number in range(len(each.spans))]
        cue, span = cue + len(each.cues), span + len(each.spans)
    return cues, spans


def _first(scores: Floats) -> int:
    """The likeliest piece; the special ones at both ends say nothing."""
    return int(scores[1:-1].argmax()) + 1 if len(scores) > 2 else 0


def _read(queries: Floats, hidden: Floats) -> tuple[Floats, Floats]:
    """How well each piece answers each query (queries, pieces), and the mean of the pieces weighed by that."""
    scores: Floats = queries @ hidden.T / np.sqrt(np.float32(hidden.shape[1]))
    return scores, _softmax(scores) @ hidden


def _gelu(values: Floats) -> Floats:
    inner = values * values
    inner *= np.float32(0.044715)
    inner += 1
    inner *= values
    inner *= np.float32(np.sqrt(2 / np.pi))
    np.tanh(inner, out=inner)
    inner += 1
    inner *= values
    inner *= np.float32(0.5)
    return inner


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-values)), np.float32)


def _softmax(values: Floats) -> Floats:
    powers = np.exp(values - values.max(-1, keepdims=True))
    result: Floats = powers / powers.sum(-1, keepdims=True)
    return result


def near(cue: Pieces, span: Pieces, *, source: bool) -> int:
    """The distance class of a span from a cue: 0 to 15 for contents, 16 to 31 for sources.

    0: they overlap; then, by doubling gaps, 1 to 7 where the span follows and 8 to 14 where it comes before.
    """
    gap = max(span[0] - cue[1], cue[0] - span[1], 0)
    size = min(gap.bit_length(), 7)
    number = size if gap == 0 or span[0] > cue[1] else 7 + size
    return number + (_NEAR if source else 0)


def _stretches(scores: Floats, likeliest: bytes) -> list[Pieces]:
    """The spans of the best sequence of tags (pieces, outside-begin-inside) in which none begins inside, given the
    likeliest tag of each piece.
    """
    found: list[Pieces] = []
    if not likeliest.strip(_NOTHING):
        return found
    for number, tag in enumerate(_path(scores, likeliest)):
        if tag == _BEGIN:
            found.append((number, number))
        elif tag == _INSIDE:
            found[-1] = (found[-1][0], number)
    return found


def _path(scores: Floats, likeliest: bytes) -> Sequence[int]:
    """The best path on which an inside follows only a beginning or an inside (Viterbi 1967)."""
    if _NO_BEGINNING not in _NOTHING + likeliest:
        return likeliest
    rows: list[list[float]] = scores.tolist()
    best = [rows[0][_OUTSIDE], rows[0][_BEGIN], -1e9]
    back: list[tuple[int, int]] = []
    for outside, begin, inside in rows[1:]:
        free = max(range(3), key=best.__getitem__)
        bound = _BEGIN if best[_BEGIN] >= best[_INSIDE] else _INSIDE
        back.append((free, bound))
        best = [best[free] + outside, best[free] + begin, best[bound] + inside]
    path = [max(range(3), key=best.__getitem__)]
    for free, bound in reversed(back):
        path.append(bound if path[-1] == _INSIDE else free)
    return path[::-1]


def logit(chance: float) -> float:
    """The logarithm of the odds of a chance, within `SUREST` of even."""
    least = 1 / (1 + math.exp(SUREST))
    held = min(max(chance, least), 1 - least)
    return math.log(held / (1 - held))
