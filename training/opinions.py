"""Write down what the teacher thinks: `python -m training.opinions --data DIR --from DIR`.

DIR `--from` is where `training/teacher.py` left its weights; the opinions (`taught.npz`) come beside them. They are on
the sentences that the small encoder is trained on, and on some that nobody labelled.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from training.batches import Batch, batches
from training.items import Item, Thought, item
from training.labels import WORD_LABELS
from training.losses import pair_vectors
from training.material import SENTENCES, material
from training.model import Reader
from training.taught import Opinion, Taught, key
from training.teacher import unpacked
from training.tokens import PieceMaker, Pieces, words


def main() -> None:
    """Ask, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--from", dest="folder", type=Path, required=True)
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    options = parser.parse_args()
    base = unpacked(options.folder / "mpnet")
    teacher, maker = Reader(str(base)), PieceMaker(base)
    teacher.load_state_dict(torch.load(options.folder / "teacher.pt"))
    kept, _ = material(options.data, options.sentences, maker, taught=Taught({}))
    items = [*(item(example) for example in kept.authored), *kept.single, *kept.unlabelled]
    Taught(opinions(teacher, items, maker)).save(options.folder / "taught.npz")


def opinions(teacher: Reader, items: list[Item], maker: PieceMaker) -> dict[str, Opinion]:
    """What the teacher thinks of the pairs and of every word of the items."""
    teacher.eval()
    found: dict[str, Opinion] = {}
    with torch.no_grad():
        for one in batches(list({each.text: each for each in items}.values()), maker, room=3200):
            with torch.autocast("cpu", torch.bfloat16):
                hidden = teacher(one.ids, one.mask.long())
            hidden = hidden.float()
            thoughts = _thoughts(teacher, one, hidden)
            for row, (each, pieces) in enumerate(zip(one.items, one.pieces, strict=True)):
                found[key(each.text)] = _opinion(teacher, hidden[row], (each.text, pieces), thoughts[row])
    return found


def _thoughts(teacher: Reader, one: Batch, hidden: Tensor) -> list[list[Thought]]:
    """What the teacher thinks of the pairs of each text."""
    found: list[list[Thought]] = [[] for _ in one.items]
    if one.pairs:
        vectors = pair_vectors(teacher, one, hidden, one.pairs)[0]
        types = teacher.heads.types(vectors).sigmoid().numpy()
        ways = teacher.heads.way(vectors).squeeze(-1).sigmoid().tolist()
        roots = teacher.heads.root(vectors).softmax(-1).numpy()
        for (row, *_), thought in zip(one.pairs, map(Thought, types, ways, roots), strict=True):
            found[row].append(thought)
    return found


def _opinion(teacher: Reader, hidden: Tensor, read: tuple[str, Pieces], thoughts: list[Thought]) -> Opinion:
    text, pieces = read
    places = [place for place in words(text) if place[0] in pieces.starts]
    firsts = hidden[[pieces.starts[start] for start, _ in places]]
    labels = {task: getattr(teacher.heads, task)(firsts).softmax(-1).numpy() for task in WORD_LABELS}
    return Opinion(tuple(places), labels, tuple(thoughts))


if __name__ == "__main__":
    main()
