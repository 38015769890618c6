"""Items as tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.items import Item, Pair, Place, Said, Typed
from training.labels import BEGIN, INSIDE, LAYERS, OUTSIDE
from training.tokens import PieceMaker, Pieces

IGNORE = -100
#: What a teacher's opinion of a word weighs beside a label.
OPINION = 0.3


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences padded to one length, with where their pairs and typed pairs are: (sentence, span, span, labels).

    `layers` (sentences, pieces, layers) holds the attribution tags, or is `None` if no sentence has them labelled.
    """

    items: list[Item]
    pieces: list[Pieces]
    ids: Tensor
    mask: Tensor
    layers: Tensor | None
    pairs: list[tuple[int, Tensor, Tensor, Pair]]
    typed: list[tuple[int, Tensor, Tensor, Typed]]


@dataclass(frozen=True, slots=True)
class Labelled:
    """The labelled words of one task in a batch: rows and columns of their first pieces, probabilities of labels."""

    rows: Tensor
    columns: Tensor
    target: Tensor
    weight: Tensor


def batches(
    items: Sequence[Item], maker: PieceMaker, *, room: int = 1600, shuffle: random.Random | None = None
) -> Iterator[Batch]:
    """Batches of texts of like length, of about `room` pieces with their padding; in random order if `shuffle`."""
    sizes = [len(maker(each.text).ids) for each in items]
    jitter = [size * (shuffle.uniform(0.93, 1.07) if shuffle else 1) for size in sizes]
    groups: list[list[Item]] = []
    widest = 0
    for number in sorted(range(len(items)), key=jitter.__getitem__):
        each, size = items[number], sizes[number]
        if groups and max(widest, size) * (len(groups[-1]) + 1) <= room:
            groups[-1].append(each)
            widest = max(widest, size)
        else:
            groups.append([each])
            widest = size
    if shuffle is not None:
        shuffle.shuffle(groups)
    for group in groups:
        yield batch(group, maker)


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
    return Batch(items, pieces, ids, mask, _layers(items, pieces, width), pairs, typed)


def weights(pieces: Pieces, place: Place, width: int) -> Tensor:
    """Mean-pooling weights (width,) of a span."""
    found = torch.zeros(width)
    covering = pieces.covering(*place)
    found[covering] = 1.0 / max(len(covering), 1)
    return found


def layered(saids: Sequence[Said]) -> dict[str, list[Place]]:
    """The spans of attributions by layer, the longest first; a content that lies in another is an inner one."""
    contents = {place for said in saids for place in said.contents}
    inner = {one for one in contents if any(_inside(one, other) for other in contents)}
    found = {
        "Source": {place for said in saids for place in said.sources},
        "Cue": {place for said in saids for place in said.cues},
        "Content": contents - inner,
        "Inner": inner,
    }
    return {name: sorted(places, key=lambda place: (place[0] - place[1], place)) for name, places in found.items()}


def _inside(one: Place, other: Place) -> bool:
    return one != other and other[0] <= one[0] and one[1] <= other[1]


def _layers(items: list[Item], pieces: list[Pieces], width: int) -> Tensor | None:
    """Tag of each piece in each layer, `IGNORE` where nothing is labelled."""
    if all(item.saids is None for item in items):
        return None
    tags = torch.full((len(items), width, len(LAYERS)), IGNORE, dtype=torch.long)
    for row, (item, each) in enumerate(zip(items, pieces, strict=True)):
        if item.saids is None:
            continue
        for number, (first, last) in enumerate(each.offsets):
            tags[row, number] = OUTSIDE if last > first else IGNORE
        for layer, places in enumerate(layered(item.saids).values()):
            for place in places:
                covered = each.covering(*place)
                # Of two overlapping spans of a layer the longer one, which comes first, is told.
                if covered and (tags[row, covered, layer] == OUTSIDE).all():
                    tags[row, covered, layer] = INSIDE
                    tags[row, covered[0], layer] = BEGIN
    return tags


def labelled(one: Batch, task: str, labels: int) -> Labelled | None:
    """The words of a batch labelled for a task."""
    rows: list[int] = []
    columns: list[int] = []
    targets, shares = [], []
    for row, (item, pieces) in enumerate(zip(one.items, one.pieces, strict=True)):
        starts = pieces.starts if item.words else {}
        for words in (each for each in item.words if each.task == task):
            kept = [number for number, place in enumerate(words.places) if place[0] in starts]
            rows += [row] * len(kept)
            columns += [starts[words.places[number][0]] for number in kept]
            told = isinstance(words.labels, tuple)
            values = np.eye(labels, dtype=np.float32)[list(words.labels)] if told else words.labels
            targets.append(values[kept])
            shares += [1.0 if told else OPINION] * len(kept)
    if not rows:
        return None
    target = torch.from_numpy(np.concatenate(targets))
    return Labelled(torch.tensor(rows), torch.tensor(columns), target, torch.tensor(shares))
