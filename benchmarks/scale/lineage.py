"""How long it takes to find who copies whom: `python -m benchmarks.scale.lineage [N ...]`.

Makes N documents of invented words and names and the most frequent English words, one in five of which prints another
one again in part, and one in five of which names a paper as its source, and times finding the copies among all of them
at once, then among ten more, and then who cites and retells whom. Prints a table; times are seconds of one core,
whatever else this machine does, and what counts is how they grow. Memory is the most that was held until then, so give
sizes from small to large. `--write` puts the table into docs/reconciling.md.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path

from benchmarks.readme import ROOT, put
from benchmarks.scale.clock import timed
from dragoman.analysis import borrowings
from dragoman.codebook.frequent import frequent
from dragoman.deriving.derive import derive
from dragoman.ledger import Ledger, Writer
from dragoman.reconcile.signatures import packed
from dragoman.records import Document, Reading
from dragoman.records.dates import from_iso

SIZES = (1_000, 10_000, 100_000)
#: Documents that are added once the others are compared.
MORE = 10
VOCABULARY = 30_000
#: One document in so many prints an earlier one again, one of the last so many.
REPRINTS, RECENT = 5, 200
SENTENCES, LENGTHS = (12, 30), (12, 28)
#: One word in so many is a name, and one document in so many names one of the papers as its source.
NAMES, CITING, PAPERS = 12, 5, 300
HEAD = (
    "| documents | copies | sketching, s | comparing all, s | ten more, s | citing or retelling | finding them, s "
    "| memory, GB |"
)
WRITTEN = 300
#: What Linux counts memory in.
KILOBYTE = 1024
RECORDED = "2024-01-01"


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = [HEAD, "|---" * HEAD.count(" |") + "|"]
    print("\n".join(rows))
    for size in options.sizes:
        rows.append("| " + " | ".join(measured(size)) + " |")
        print(rows[-1], flush=True)
    if options.write:
        put(ROOT / "docs" / "reconciling.md", "scale", "\n".join(rows))


def measured(size: int) -> list[str]:
    """A row of the table: the time in seconds for each step."""
    pile = list(documents(size + MORE))
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger.open(Path(folder) / "l", create=True) as ledger,
        ledger.writer() as writer,
    ):
        sketching = timed(lambda: _write(writer, pile[:-MORE]))
        comparing = timed(lambda: derive(writer, recorded=RECORDED))
        _write(writer, pile[-MORE:])
        adding = timed(lambda: derive(writer, recorded=RECORDED))
        with ledger.view() as view:
            begun = time.process_time()
            found = borrowings(list(view.documents()), view.copies(), [])
            finding = time.process_time() - begun
            copied = len(view.copies())
    times = [f"{sketching:.1f}", f"{comparing:.1f}", f"{adding:.2f}"]
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE / 1e9
    return [f"{size:,}", f"{copied:,}", *times, f"{len(found) - copied:,}", f"{finding:.1f}", f"{held:.1f}"]


def documents(count: int) -> Iterator[Document]:
    """Made-up documents, the same every time; some are in part earlier ones."""
    chance = random.Random(1)
    weights = list(accumulate(1 / (rank + 5) for rank in range(VOCABULARY)))
    # Names differ in their first letters, by which they are compared.
    common = list(frequent())
    words = [
        f"{_letters(each)}nwa" if each % NAMES == 0 else common[each] if each < len(common) else f"w{_letters(each)}"
        for each in range(VOCABULARY)
    ]
    recent: list[list[str]] = []
    for number in range(count):
        text = [
            "The " + " ".join(chance.choices(words, cum_weights=weights, k=chance.randint(*LENGTHS))) + "."
            for _ in range(chance.randint(*SENTENCES))
        ]
        if recent and number % REPRINTS == 0:
            source = chance.choice(recent)
            text = [*text[:1], *source[: chance.randint(6, len(source))]]
        if number % CITING == 1:
            text = [f"Paper {_letters(chance.randrange(PAPERS))} reports this.", *text]
        recent = [*recent[-RECENT:], text]
        day = from_iso(f"{2010 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}")
        yield Document(
            "\n".join(text), title=f"Title {number}", publisher=f"Paper {_letters(number % PAPERS)}", published=day
        )


def _letters(number: int) -> str:
    """A number as letters, so that a word of it is none."""
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).title()


def _write(writer: Writer, pile: Sequence[Document]) -> None:
    """Put documents without statements, and what finding copies needs of them, into a ledger."""
    for start in range(0, len(pile), WRITTEN):
        share = pile[start : start + WRITTEN]
        writer.add_many([Reading(each, (), "none") for each in share], recorded=RECORDED)
        writer.add_signatures({each.id: packed(each.text) for each in share}, recorded=RECORDED)


if __name__ == "__main__":
    main()
