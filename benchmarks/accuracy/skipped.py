"""What is lost by what the reader does not look at: `python -m benchmarks.accuracy.skipped`.

The encoder is not shown sentences in which nothing can be related and whose speaker is heard in none that can, and
pairs of which a first guess says that nothing can hold between them are not looked at closely. Reads the examples and
the documents of the exam with and without that, and prints one JSON object: sentences and pairs, how many sentences
were passed over, and how many statements were lost, or told otherwise, by either.
"""

from __future__ import annotations

import json

from benchmarks.speed import pile
from dragoman.reading.heads import HINT, heads
from dragoman.reading.reader import Begun, begin, encode, finish
from dragoman.records import Statement


def main() -> None:
    """Read thrice, compare, print."""
    documents = pile.documents(pile.FOLDERS)
    begun = [begin(each) for each in documents]
    usual = statements(begun)
    entire = [begin(each, whole=True) for each in documents]
    whole = statements(entire)
    heads().hint = 0.0
    unsifted = statements(begun)
    heads().hint = HINT
    print(json.dumps({"sentences": sentences(entire, begun) | lost(whole, usual), "pairs": lost(unsifted, usual)}))


def statements(begun: list[Begun]) -> dict[str, Statement]:
    """All statements of documents, by id."""
    readings = [finish(each, encode([each.texts])[0]) for each in begun]
    return {statement.id: statement for reading in readings for statement in reading.statements}


def sentences(entire: list[Begun], begun: list[Begun]) -> dict[str, int]:
    """How many sentences name somebody or may tell who speaks, and how many of them the encoder is not shown."""
    whole = sum(len(each.texts) for each in entire)
    return {"in_all": whole, "passed_over": whole - sum(len(each.texts) for each in begun)}


def lost(more: dict[str, Statement], usual: dict[str, Statement]) -> dict[str, int]:
    """Statements that looking at more gives, and how many of them are not, or not so, among the usual ones."""
    claims = {(each.document, each.evidence.start, each.claim) for each in usual.values()}
    gone = [each for each in more.values() if (each.document, each.evidence.start, each.claim) not in claims]
    return {
        "statements": len(more),
        "lost": len(gone),
        "told_otherwise": sum(identity not in usual for identity in more) - len(gone),
    }


if __name__ == "__main__":
    main()
