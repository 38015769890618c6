"""What another reader makes of documents that were read before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.records import Failure, Statement


@dataclass(slots=True)
class Rereading:
    """How many documents were read anew, how many statements of each type were gained and lost, and how many kept.

    `flips` counts, by what was said before and is now ("AID AZE>ISR planned"), those whose words and parties stayed
    while type, direction or standing did not; `needed` how often a decision was needed; `failures` what the reader
    broke on, which is left as it was.
    """

    documents: int = 0
    kept: int = 0
    gained: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    flips: Counter[tuple[str, str]] = field(default_factory=Counter)
    needed: int = 0
    failures: list[Failure] = field(default_factory=list)

    def compare(self, before: Sequence[Statement], after: Sequence[Statement]) -> None:
        """Count one document, by its statements of before and now; certainty and reader do not matter."""
        self.documents += 1
        known = {each.id for each in before} & {each.id for each in after}
        new = [each for each in after if each.id not in known]
        self.kept += len(known)
        for each in (each for each in before if each.id not in known):
            match = next((other for other in new if _alike(each, other)), None)
            if match is None:
                self.lost[each.type] += 1
                continue
            new.remove(match)
            if _told(each) == _told(match):
                self.kept += 1
            else:
                self.flips[_told(each), _told(match)] += 1
        self.gained.update(each.type for each in new)


def _alike(one: Statement, other: Statement) -> bool:
    """Whether two statements are of the same parties in overlapping words of one document."""
    same = one.document == other.document and one.evidence.overlaps(other.evidence)
    return same and {party.key for party in one.parties} == {party.key for party in other.parties}


def _told(statement: Statement) -> str:
    """Type, standing and direction in a word: "AID AZE>ISR planned"."""
    sides = ">".join(",".join(sorted({party.key for party in side})) for side in (statement.actor, statement.recipient))
    standing = "" if statement.standing == "asserted" else f" {statement.standing}"
    return f"{statement.type} {sides}{standing}"
