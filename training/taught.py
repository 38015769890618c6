"""What a teacher, another reader, thinks of the training texts, as soft labels (Hinton, Vinyals and Dean 2015)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.items import Item, Place, Words
from training.standoff import key

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Opinion:
    """Of one text: places of its words, their label probabilities by task, and the root probabilities of its pairs."""

    places: tuple[Place, ...]
    words: dict[str, Floats]
    roots: dict[tuple[Place, Place], Floats]


class Taught:
    """A teacher's opinions, looked up by text; a text that it has not seen has none."""

    def __init__(self, opinions: dict[str, Opinion]) -> None:
        self._opinions = opinions

    @classmethod
    def load(cls, path: Path) -> Taught:
        """Opinions from the npz that `save` wrote."""
        with np.load(path) as file:
            arrays = dict(file)
        tasks = [name.removeprefix("words_") for name in arrays if name.startswith("words_")]
        opinions, word, pair = {}, 0, 0
        for text, (words, pairs) in zip(arrays["texts"].tolist(), arrays["ends"].tolist(), strict=True):
            places = tuple(map(tuple, arrays["places"][word:words].tolist()))
            probabilities = {name: arrays[f"words_{name}"][word:words].astype(np.float32) for name in tasks}
            ends = ((tuple(each[:2]), tuple(each[2:])) for each in arrays["pairs"][pair:pairs].tolist())
            roots = dict(zip(ends, arrays["roots"][pair:pairs].astype(np.float32), strict=True))
            opinions[text] = Opinion(places, probabilities, roots)
            word, pair = words, pairs
        return cls(opinions)

    def save(self, path: Path) -> None:
        """Write all opinions to one npz, half floats end to end."""
        opinions = self._opinions.values()
        tasks = sorted({name for each in opinions for name in each.words})
        sizes = np.array([(len(each.places), len(each.roots)) for each in opinions])
        arrays = {
            f"words_{name}": _joined(each.words[name] for each in opinions if name in each.words) for name in tasks
        }
        pairs = [(*actor, *recipient) for each in opinions for actor, recipient in each.roots]
        np.savez_compressed(
            path,
            texts=np.array(list(self._opinions)),
            ends=sizes.cumsum(0),
            places=np.concatenate([np.array(each.places).reshape(-1, 2) for each in opinions]).astype(np.int32),
            pairs=np.array(pairs).reshape(-1, 4).astype(np.int32),
            roots=_joined(np.stack(list(each.roots.values())) for each in opinions if each.roots),
            **arrays,
        )

    def with_roots_of(self, other: Taught) -> Taught:
        """These opinions, but of the pairs that another teacher was asked about what that one thinks."""
        both, silent = self._opinions.keys() | other._opinions.keys(), Opinion((), {}, {})
        return Taught(
            {name: _joint(self._opinions.get(name, silent), other._opinions.get(name, silent)) for name in both}
        )

    def beside(self, item: Item) -> Item:
        """The item with the teacher's opinion beside its own labels."""
        opinion = self._opinions.get(key(item.text))
        if opinion is None:
            return item
        words = tuple(Words(task, opinion.places, values) for task, values in opinion.words.items())
        pairs = tuple(replace(pair, taught=opinion.roots.get((pair.actor, pair.recipient))) for pair in item.pairs)
        return replace(item, words=item.words + words, pairs=pairs)

    def beside_varied(self, item: Item, text: str) -> Item:
        """An item made of `text` by exchanging names, with what the teacher thinks of the pairs of `text`: they are as
        many, and in the same order.
        """
        opinion = self._opinions.get(key(text))
        rooted = sum(pair.is_rooted for pair in item.pairs)
        if opinion is None or rooted != len(opinion.roots):
            return item
        roots = iter(opinion.roots.values())
        pairs = tuple(replace(pair, taught=next(roots)) if pair.is_rooted else pair for pair in item.pairs)
        return replace(item, pairs=pairs)


def _joint(words: Opinion, roots: Opinion) -> Opinion:
    return Opinion(words.places, words.words, roots.roots or words.roots)


def _joined(arrays: Iterable[Floats]) -> NDArray[np.float16]:
    return np.concatenate(list(arrays)).astype(np.float16)
