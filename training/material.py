"""What is trained on, and what is held back.

Of the public sets the training halves: `plv/train.tsv`, `cameo/{ner_train.txt,class_train.tsv}`, `re3d/train.txt`,
`polnear/train`; what is held back of them is a tenth by a hash of the text, and `re3d/dev.txt` and `polnear/dev`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training import public
from training.items import Item, authored, held_back, item
from training.markup import Example
from training.polnear import WINDOW, Article, articles
from training.taught import Taught
from training.tokens import PieceMaker
from training.vary import varied

SENTENCES = Path(__file__).parent / "sentences"
#: The share of PolNeAR's articles that an epoch reads in windows, and how many more of its sentences by themselves.
WINDOWED = 0.33
ALONE = 1500
#: How many times an epoch reads the sentences of the public sets, which are few.
TIMES = 2
#: The share of authored sentences whose states are exchanged.
VARIED = 0.6


@dataclass(frozen=True, slots=True)
class Material:
    """Authored examples, single sentences of the public sets, articles, and what a teacher thinks of them."""

    authored: list[Example]
    single: list[Item]
    articles: list[Article]
    taught: Taught

    def epoch(self, chance: random.Random, maker: PieceMaker) -> list[Item]:
        """All single sentences, the authored ones partly about varied states, and a part of the articles."""
        told = [
            item(varied(example, chance, share=0.7)) if chance.random() < VARIED else item(example)
            for example in self.authored
        ]
        told = [self.taught.beside(each) for each in told + self.single * TIMES]
        order = chance.sample(self.articles, len(self.articles))
        part = int(WINDOWED * len(order))
        windowed = [each for article in order[:part] for each in windows(article, maker, skip=chance.randrange(5))]
        alone = [each for article in order[part : 2 * part] for each in article.single()]
        return told + windowed + chance.sample(alone, min(ALONE, len(alone)))


def windows(article: Article, maker: PieceMaker, *, skip: int = 0) -> Iterator[Item]:
    """The windows in which the attributions of an article are told."""
    return article.windows(lambda text: len(maker(text).ids) - 2, room=WINDOW, skip=skip)


def material(data: Path, sentences: Path, maker: PieceMaker, *, taught: Taught) -> tuple[Material, list[Item]]:
    """What is trained on, beside a teacher's opinions of it, and the part held back for measuring."""
    examples = list(authored(sentences))
    single = [
        *public.plv(data / "plv" / "train.tsv"),
        *public.words(data / "cameo" / "ner_train.txt", "cameo"),
        *public.words(data / "re3d" / "train.txt", "re3d"),
        *public.classes(data / "cameo" / "class_train.tsv"),
    ]
    held = [item(each) for each in examples if held_back(each.text)]
    held += [each for each in single if held_back(each.text) and each.origin != "re3d"]
    held += public.words(data / "re3d" / "dev.txt", "re3d")
    held += [each for article in articles(data / "polnear" / "dev") for each in windows(article, maker)]
    kept = Material(
        [each for each in examples if not held_back(each.text)],
        [each for each in single if each.origin == "re3d" or not held_back(each.text)],
        list(articles(data / "polnear" / "train")),
        taught,
    )
    return kept, held
