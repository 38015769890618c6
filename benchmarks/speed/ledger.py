"""How many statements a second a ledger takes in: `python -m benchmarks.speed.ledger`.

Prints one JSON object. Beside the ledger stands a bare `sqlite3.executemany` of as many rows into one unindexed table,
on the same machine and the same disk, so that the figure can be compared between machines. Making the statements is
not counted; indexing the documents' words is. `processor_seconds` leaves out the time that other programs took away.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import random
import sqlite3
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from dragoman.ledger import Ledger
from dragoman.records import (
    Attribution,
    Document,
    Interval,
    Party,
    Quantity,
    Reading,
    Source,
    Span,
    Standing,
    Statement,
)

RECORDED = "2024-05-30T12:00:00Z"
CODES = ("AZE", "ISR", "IRN", "TUR", "ARM", "RUS", "USA", "GEO", "KAZ", "UKR", "SAU", "ARE", "EGY", "QAT", "CHN")
TYPES = ("CONSULT", "AGREE", "SUPPORT", "ACCUSE", "energy", "arms", "diplomacy", "transit")
#: As many different words, as unevenly used, as a newspaper has.
SYLLABLES = (
    "ba",
    "ke",
    "lin",
    "mo",
    "tur",
    "ra",
    "si",
    "van",
    "ze",
    "do",
    "ar",
    "ush",
    "pe",
    "gol",
    "i",
    "ny",
    "ta",
    "er",
)
WORDS = tuple("".join(each) for size in (1, 2, 3) for each in itertools.product(SYLLABLES, repeat=size))
FREQUENT = tuple(itertools.accumulate(1 / place for place in range(1, len(WORDS) + 1)))
PER_DOCUMENT = 25


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    readings = [reading(number) for number in range(options.statements // PER_DOCUMENT)]
    gc.collect()
    gc.freeze()
    with tempfile.TemporaryDirectory() as folder:
        places = [Path(folder, str(number)) for number in range(options.rounds)]
        taken, processor = min(into_ledger(readings, place.with_suffix(".dragoman")) for place in places)
        bare = min(into_table(readings, place.with_suffix(".sqlite")) for place in places)
    print(json.dumps(report(sum(len(each.statements) for each in readings), taken, processor, bare), indent=2))


def report(statements: int, taken: float, processor: float, bare: float) -> dict[str, float]:
    """The figures to print; times are seconds, those of the best round."""
    return {
        "statements": statements,
        "seconds": round(taken, 3),
        "statements_per_second": round(statements / taken),
        "processor_seconds": round(processor, 3),
        "bare_seconds": round(bare, 3),
        "bare_rows_per_second": round(statements / bare),
        "times_slower_than_bare": round(taken / bare, 2),
    }


def into_ledger(readings: list[Reading], path: Path) -> tuple[float, float]:
    """Seconds, and seconds of the processor, for all readings into a new ledger, its closing included.

    A transaction holds 500 documents.
    """
    with Ledger.open(path, create=True) as ledger:
        start, busy = time.perf_counter(), time.process_time()
        with ledger.writer() as writer:
            for first in range(0, len(readings), 500):
                writer.add_many(readings[first : first + 500], recorded=RECORDED)
        return time.perf_counter() - start, time.process_time() - busy


def into_table(readings: list[Reading], path: Path) -> float:
    """Seconds for one row a statement into one bare table, in one transaction."""
    rows = [
        (each.id, each.claim, each.kind, each.type, each.standing.value, each.evidence.start, each.evidence.end)
        for one in readings
        for each in one.statements
    ]
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE statements (id, claim, kind, type, standing, first, last)")
    start = time.perf_counter()
    with connection:
        connection.executemany("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
    connection.close()
    return time.perf_counter() - start


def reading(number: int) -> Reading:
    """The reading of a made-up article of some 3,000 characters."""
    chance = random.Random(number)
    sentences = [sentence(chance) for _ in range(PER_DOCUMENT)]
    document = Document(
        " ".join(sentences), f"Title {number}", f"Publisher {number % 50}", url=f"https://example.org/{number}"
    )
    starts = [sum(len(each) + 1 for each in sentences[:place]) for place in range(PER_DOCUMENT)]
    statements = tuple(
        statement(chance, document, start, len(each)) for start, each in zip(starts, sentences, strict=True)
    )
    return Reading(document, statements, "dragoman 0.1")


def sentence(chance: random.Random) -> str:
    """A sentence of 20 words that names two states, a source and a figure."""
    return f"Baku officials told Ankara that 40 percent {' '.join(chance.choices(WORDS, cum_weights=FREQUENT, k=20))}."


def statement(chance: random.Random, document: Document, start: int, length: int) -> Statement:
    """A statement of two parties; 30 in 100 have a quantity, 40 in 100 a link of a chain."""
    mention = Span.of(document.text, start, start + 4)
    day = date(2000, 1, 1) + timedelta(days=chance.randrange(9000))
    figure = Quantity(40.0, None, "percent", Span.of(document.text, start + 32, start + 42), "oil imports", "ISR")
    link = Attribution(
        Source("Baku officials", "office", "AZE", "GOV"), Span.of(document.text, start, start + 14), "told"
    )
    actor, recipient = chance.sample(CODES, 2)
    return Statement(
        kind="event",
        type=chance.choice(TYPES),
        actor=(Party(actor, f"Name of {actor}", mention, "GOV", "president", "Q227"),),
        recipient=(Party(recipient, f"Name of {recipient}", Span.of(document.text, start + 20, start + 26)),),
        occurred=Interval(day, day, "day", "on Friday", "relative"),
        standing=chance.choice(tuple(Standing)),
        document=document.id,
        evidence=Span.of(document.text, start, start + length),
        certainty=0.8,
        reader="dragoman 0.1",
        quantities=(figure,) if chance.random() < 0.3 else (),
        chain=(link,) if chance.random() < 0.4 else (),
    )


if __name__ == "__main__":
    main()
