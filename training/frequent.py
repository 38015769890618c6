"""Counts which beginnings of words most sentences have: `python -m training.frequent`, into `codebook/frequent.csv`."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from dragoman.codebook.frequent import STEM, plain
from training import markup

SENTENCES: Final = Path(__file__).with_name("sentences")
TABLE: Final = Path(__file__).parents[1] / "src" / "dragoman" / "codebook" / "frequent.csv"
HEAD: Final = (
    "# How many of ten thousand sentences have a word of 3 letters or more, in small letters, that begins so.\n"
    "# Counted in training/sentences by training/frequent.py. Apache-2.0.\n"
)
KEPT: Final = 3000
_OF: Final = 10_000
_WORD: Final = re.compile(r"[^\W\d_]{3,}")


def main() -> None:
    """Count and write the table."""
    counted, sentences = Counter[str](), 0
    for text in _texts():
        sentences += 1
        counted.update({plain(word)[:STEM] for word in _WORD.findall(text) if word.islower()})
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:KEPT]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("stem", "sentences"))
        writer.writerows((stem, round(_OF * count / sentences)) for stem, count in ranked)


def _texts() -> Iterator[str]:
    for path in sorted(SENTENCES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith(("#", "=")):
                yield markup.plain(line, path.name)[0]


if __name__ == "__main__":
    main()
