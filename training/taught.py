"""What a teacher, a larger encoder, thinks of the training texts, as soft labels (Hinton, Vinyals and Dean 2015)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.items import Floats, Item, Place, Thought, Words


@dataclass(frozen=True, slots=True)
class Opinion:
    """Of one text: places of its words, their label probabilities by task, and what it thinks of its pairs in turn."""

    places: tuple[Place, ...]
    words: dict[str, Floats]
    pairs: tuple[Thought, ...]


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
        for key, (words, pairs) in zip(arrays["texts"].tolist(), arrays["ends"].tolist(), strict=True):
            places = tuple(map(tuple, arrays["places"][word:words].tolist()))
            probabilities = {name: arrays[f"words_{name}"][word:words].astype(np.float32) for name in tasks}
            types, ways, roots = (arrays[name][pair:pairs].astype(np.float32) for name in ("types", "ways", "roots"))
            opinions[key] = Opinion(places, probabilities, tuple(map(Thought, types, ways.tolist(), roots)))
            word, pair = words, pairs
        return cls(opinions)

    def save(self, path: Path) -> None:
        """Write all opinions to one npz, half floats end to end."""
        opinions = self._opinions.values()
        tasks = sorted({name for each in opinions for name in each.words})
        sizes = np.array([(len(each.places), len(each.pairs)) for each in opinions])
        thoughts = [thought for each in opinions for thought in each.pairs]
        np.savez_compressed(
            path,
            texts=np.array(list(self._opinions)),
            ends=sizes.cumsum(0),
            places=np.concatenate([np.array(each.places).reshape(-1, 2) for each in opinions]).astype(np.int32),
            types=np.array([thought.types for thought in thoughts], np.float16),
            ways=np.array([thought.way for thought in thoughts], np.float16),
            roots=np.array([thought.roots for thought in thoughts], np.float16),
            **{f"words_{name}": _joined(each.words[name] for each in opinions) for name in tasks},
        )

    def beside(self, item: Item, *, of: str | None = None) -> Item:
        """The item with the teacher's opinion beside its own labels; `of` is the text before its states were exchanged.

        The pairs of a text keep their order when its states are exchanged, and so do the opinions on them; those on
        single words hold of the text as it was.
        """
        opinion = self._opinions.get(key(item.text if of is None else of))
        if opinion is None:
            return item
        pairs = item.pairs
        if len(pairs) == len(opinion.pairs):
            pairs = tuple(replace(each, taught=thought) for each, thought in zip(pairs, opinion.pairs, strict=True))
        words = item.words
        if of is None or of == item.text:
            words += tuple(Words(task, opinion.places, values) for task, values in opinion.words.items())
        return replace(item, words=words, pairs=pairs)


def key(text: str) -> str:
    """What a text is looked up by."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _joined(arrays: Iterable[Floats]) -> NDArray[np.float16]:
    return np.concatenate(list(arrays)).astype(np.float16)
