"""What is trained on, and what is held back.

Of the public sets the training halves: `plv/train.tsv`, `cameo/{ner_train.txt,class_train.tsv}`, `re3d/train.txt`,
`polnear/train`; what is held back of them is a tenth by a hash of the text, and `re3d/dev.txt` and `polnear/dev`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from training import public, standoff
from training.datelined import datelined
from training.items import Item, authored, held_back, item
from training.joined import joined
from training.markup import Example
from training.polnear import WINDOW, Article, articles
from training.taught import Taught
from training.tokens import PieceMaker
from training.vary import varied

SENTENCES = Path(__file__).parent / "sentences"
#: The folder in it of whole documents, all of whose sentences an epoch reads.
WHOLE = "documents"
#: Sentences written in the manner of PLV, in its columns.
CODED = tuple(sorted((Path(__file__).parent / "coded").glob("*.tsv")))
#: The share of PolNeAR's articles that an epoch reads in windows, and how many more of its sentences by themselves.
WINDOWED = 0.75
ALONE = 1500
#: How many times an epoch reads the sentences of the public sets, which are few, once for each kind of label.
TIMES = 2
#: The share of authored sentences that an epoch reads, of these the share that is varied, and the share of their states
#: that is exchanged.
AUTHORED = 0.4
VARIED, EXCHANGED = 0.6, 0.7
#: The share of authored sentences that are read as one with another, and that are read behind a dateline.
JOINED, DATELINED = 0.25, 0.06


@dataclass(frozen=True, slots=True)
class Material:
    """Authored examples, those of whole authored documents, sentences of news and of made stories that we labelled,
    single sentences of the public sets, sentences coded in the manner of PLV, articles, and what a teacher thinks of
    them.
    """

    authored: list[Example]
    whole: list[Example]
    news: list[Example]
    stories: list[Example]
    single: list[Item]
    coded: list[Item]
    articles: list[Article]
    taught: Taught

    def epoch(self, chance: random.Random, maker: PieceMaker) -> list[Item]:
        """All single sentences, those of news and of whole documents and a part of the other authored ones, partly
        about varied states, and a part of the articles.
        """
        some = [each for each in self.authored if chance.random() < AUTHORED]
        some += self.whole + self.news * TIMES + self.stories
        told = [self._told(example, some, chance) for example in some]
        told += [self.taught.beside(each) for each in self.single * TIMES + self.coded]
        order = chance.sample(self.articles, len(self.articles))
        part = int(WINDOWED * len(order))
        windowed = [each for article in order[:part] for each in windows(article, maker, skip=chance.randrange(5))]
        alone = [each for article in order[part : 2 * part] for each in article.single()]
        return told + windowed + chance.sample(alone, min(ALONE, len(alone)))

    def _told(self, example: Example, others: Sequence[Example], chance: random.Random) -> Item:
        """An authored sentence, or the like of it about varied states, with the teacher's opinion; or with another, or
        behind a dateline, and without.
        """
        is_varied = chance.random() < VARIED
        told = varied(example, chance, share=EXCHANGED) if is_varied else example
        if chance.random() < JOINED:
            pair = [told, varied(chance.choice(others), chance, share=EXCHANGED)]
            chance.shuffle(pair)
            both = joined(*pair, chance)
            if both is not None:
                return item(both)
        if chance.random() < DATELINED:
            return item(datelined(told, chance))
        if is_varied:
            return self.taught.beside_varied(item(told), example.text)
        return self.taught.beside(item(told))


def windows(article: Article, maker: PieceMaker, *, skip: int = 0) -> Iterator[Item]:
    """The windows in which the attributions of an article are told."""
    return article.windows(lambda text: len(maker(text).ids) - 2, room=WINDOW, skip=skip)


def material(data: Path, sentences: Path, maker: PieceMaker, *, taught: Taught) -> tuple[Material, list[Item]]:
    """What is trained on, beside a teacher's opinions of it, and the part held back for measuring."""
    # Whole documents read as news does: most pairs that stand in a sentence have nothing between them.
    whole = list(authored(sentences / WHOLE))
    apart = {each.text for each in whole}
    examples = [*(each for each in authored(sentences) if each.text not in apart), *whole]
    single = [
        *public.plv(data / "plv" / "train.tsv"),
        *public.cameo(data / "cameo" / "ner_train.txt"),
        *public.words(data / "re3d" / "train.txt", "re3d"),
        *public.classes(data / "cameo" / "class_train.tsv"),
    ]
    coded = [each for path in CODED for each in public.plv(path, origin="coded")]
    news, stories = list(standoff.labelled(data)), list(standoff.stories(data))
    held = [item(each) for each in examples + news + stories if held_back(each.text)]
    held += [each for each in single + coded if held_back(each.text) and each.origin != "re3d"]
    held += public.words(data / "re3d" / "dev.txt", "re3d")
    held += [each for article in articles(data / "polnear" / "dev") for each in windows(article, maker)]
    kept = Material(
        [each for each in examples if not held_back(each.text) and each.text not in apart],
        [each for each in whole if not held_back(each.text)],
        [each for each in news if not held_back(each.text)],
        [each for each in stories if not held_back(each.text)],
        [each for each in single if each.origin == "re3d" or not held_back(each.text)],
        [each for each in coded if not held_back(each.text)],
        list(articles(data / "polnear" / "train")),
        taught,
    )
    return kept, held
