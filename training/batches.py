"""Items as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from training.data import Item, Pair, Place, Typed
from training.labels import TAGS
from training.tokens import PieceMaker, Pieces

IGNORE = -100


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences padded to one length, with where their pairs and typed pairs are: (sentence, span, span, labels)."""

    items: list[Item]
    pieces: list[Pieces]
    ids: Tensor
    mask: Tensor
    tags: Tensor | None
    pairs: list[tuple[int, Tensor, Tensor, Pair]]
    typed: list[tuple[int, Tensor, Tensor, Typed]]


def batches(
    items: Sequence[Item], maker: PieceMaker, *, size: int = 32, shuffle: random.Random | None = None
) -> Iterator[Batch]:
    """Batches of texts of like length, in random order if `shuffle` is given."""
    order = list(range(len(items)))
    if shuffle is not None:
        order.sort(key=lambda number: len(items[number].text) * shuffle.uniform(0.8, 1.25))
    groups = [order[start : start + size] for start in range(0, len(order), size)]
    if shuffle is not None:
        shuffle.shuffle(groups)
    for group in groups:
        yield batch([items[number] for number in group], maker)


def batch(items: list[Item], maker: PieceMaker) -> Batch:
    """One batch."""
    pieces = [maker(item.text) for item in items]
    width = max(len(each.ids) for each in pieces)
    ids = torch.zeros(len(items), width, dtype=torch.long)
    mask = torch.zeros(len(items), width, dtype=torch.bool)
    for row, each in enumerate(pieces):
        ids[row, : len(each.ids)] = torch.tensor(each.ids)
        mask[row, : len(each.ids)] = True
    pairs = [
        (row, weights(each, pair.actor, width), weights(each, pair.recipient, width), pair)
        for row, (item, each) in enumerate(zip(items, pieces, strict=True))
        for pair in item.pairs
    ]
    typed = [
        (row, weights(each, one.actor, width), weights(each, one.recipient, width), one)
        for row, (item, each) in enumerate(zip(items, pieces, strict=True))
        for one in item.typed
    ]
    return Batch(items, pieces, ids, mask, tag_ids(items, pieces, width), pairs, typed)


def weights(pieces: Pieces, place: Place, width: int) -> Tensor:
    """Mean-pooling weights (width,) of a span."""
    found = torch.zeros(width)
    covering = pieces.covering(*place)
    found[covering] = 1.0 / max(len(covering), 1)
    return found


def tag_ids(items: list[Item], pieces: list[Pieces], width: int) -> Tensor | None:
    """Tag of each piece, `IGNORE` where nothing is labelled."""
    if all(item.tags is None for item in items):
        return None
    tags = torch.full((len(items), width), IGNORE, dtype=torch.long)
    for row, (item, each) in enumerate(zip(items, pieces, strict=True)):
        if item.tags is None:
            continue
        for number, (first, last) in enumerate(each.offsets):
            tags[row, number] = 0 if last > first else IGNORE
        for place, role in item.tags:
            for position, number in enumerate(each.covering(*place)):
                tags[row, number] = TAGS.index(f"{'B' if position == 0 else 'I'}-{role}")
    return tags
