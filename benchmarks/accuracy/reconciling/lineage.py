"""Which articles have one origin: `python -m benchmarks.accuracy.reconciling.lineage [--wrong]`.

A file holds cases: articles on one matter, each with its publisher, its day, and the one it has its text or its news
from. All articles of a part are compared as one pile.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.accuracy.reconciling.clusters import adjusted_rand, pairs_right
from benchmarks.accuracy.reconciling.occurrences import FOLDER, SPLITS, copies
from dragoman.reconcile import beginnings
from dragoman.records import Copy, Document
from dragoman.records.dates import day


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a case: its letter, what kind of dependence it shows (`own` if none), and on which letter."""

    case: str
    letter: str
    document: Document
    kind: str
    of: str | None


def main() -> None:
    """Score both parts, print JSON; `--wrong` lists the wrong articles of the open part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    print(json.dumps({split: score(split) for split in SPLITS}, indent=1))
    if options.wrong:
        listed = list(articles(FOLDER / "lineage_open.txt"))
        for line in wrong(listed, found(listed)):
            print(line)


def score(split: str) -> dict[str, float]:
    """The adjusted Rand index over all articles of a part, the share of pairs within cases told rightly, and for each
    kind of dependence the share of articles put together with just the right others.
    """
    listed = list(articles(FOLDER / f"lineage_{split}.txt"))
    guessed, gold = found(listed), golden(listed)
    by_case: dict[str, list[str]] = {}
    for each in listed:
        by_case.setdefault(each.case, []).append(each.document.id)
    told = [pairs_right({one: gold[one] for one in case}, guessed) for case in by_case.values()]
    right, all_ = map(sum, zip(*told, strict=True))
    kinds = Counter(each.kind for each in listed)
    hits = Counter(each.kind for each in listed if _mates(each, by_case, gold) == _mates(each, by_case, guessed))
    return {
        "articles": len(listed),
        "adjusted_rand": round(adjusted_rand(gold, guessed), 4),
        "pairs_right": round(right / all_, 4),
        **{kind: round(hits[kind] / count, 4) for kind, count in sorted(kinds.items())},
    }


def _mates(article: Article, by_case: Mapping[str, Sequence[str]], groups: Mapping[str, str]) -> list[str]:
    """The articles of the case that have one origin with an article."""
    own = article.document.id
    return [each for each in by_case[article.case] if groups[each] == groups[own]]


def articles(path: Path) -> Iterator[Article]:
    """The articles of a file."""
    for part in re.split(r"(?m)^### ", path.read_text(encoding="utf-8"))[1:]:
        case = part.partition("|")[0].strip()
        for each in re.split(r"(?m)^## ", part)[1:]:
            head, _, text = each.partition("\n")
            letter, publisher, published, title, answer = (field.strip() for field in head.split("|"))
            kind, _, of = answer.partition(" ")
            when = day(date.fromisoformat(published))
            yield Article(case, letter, Document(text.strip(), title, publisher, published=when), kind, of or None)


def golden(listed: Sequence[Article]) -> dict[str, str]:
    """The document in which each one's news began, by id."""
    known = {(each.case, each.letter): each for each in listed}
    return {each.document.id: _root(each, known).document.id for each in listed}


def _root(article: Article, known: Mapping[tuple[str, str], Article]) -> Article:
    return article if article.of is None else _root(known[article.case, article.of], known)


def found(listed: Sequence[Article]) -> dict[str, str]:
    """The document in which each one's news begins by what is computed."""
    documents = [each.document for each in listed]
    return beginnings(documents, copies(documents))


def wrong(listed: Sequence[Article], guessed: Mapping[str, str]) -> Iterator[str]:
    """The articles with a wrong origin, as lines."""
    gold = golden(listed)
    names = {each.document.id: f"{each.case} {each.letter}" for each in listed}
    by: dict[str, list[Copy]] = {}
    for copy in copies([each.document for each in listed]):
        by.setdefault(copy.document, []).append(copy)
    for each in listed:
        identity = each.document.id
        if guessed[identity] != gold[identity]:
            told = ", ".join(f"{copy.kind} {copy.likeness} of {names[copy.of]}" for copy in by.get(identity, []))
            yield f"{names[identity]} ({each.kind}): {names[guessed[identity]]}, not {names[gold[identity]]}; {told}"


if __name__ == "__main__":
    main()
