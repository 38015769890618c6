"""Whether certainty is what it says: of the statements told with a certainty of 0.7, seven in ten should be right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from training.items import authored, held_back
from training.markup import Example

from benchmarks.accuracy.bins import Bin, bins, error
from benchmarks.accuracy.plot import drawn
from benchmarks.accuracy.unfit import Unfit
from dragoman.codebook.ties import MUTUAL
from dragoman.reading.encoder import encoder
from dragoman.reading.heads import Signs
from dragoman.reading.mentions import Mention
from dragoman.reading.relating import relations
from dragoman.reading.relating.relations import Relation
from dragoman.records import Party, Span

SENTENCES = Path(__file__).parents[2] / "training" / "sentences"
#: The share of texts, half of those held back, that certainty was fitted to.
FITTED = 0.05
#: Type, codes of the two sides and standing.
Claim = tuple[str, str, str, str]


class Told(NamedTuple):
    """The certainty of a statement, what that is made of, and whether its type, parties, direction and standing are
    right.
    """

    certainty: float
    signs: Signs
    right: bool


def score(folder: Path | None = None, *, plot: Path | None = None) -> dict[str, object]:
    """The expected calibration error on the blocks of a folder; without one, on the half of the held-back authored
    sentences that certainty was not fitted to (`training/calibrate.py`).

    `plot` is where to draw the reliability diagram, as SVG.
    """
    blocks = list(authored(folder)) if folder else [each for each in authored(SENTENCES) if is_measured(each.text)]
    if not blocks:
        raise Unfit(f"{folder} holds no .txt files of blocks in the format of training/README.md.")
    listed = list(told(blocks))
    table = reliability(listed)
    if plot is not None:
        plot.write_text(drawn(table, "Certainty of statements, and how often they are right"), encoding="utf-8")
    return {
        "blocks": len(blocks),
        "statements": len(listed),
        "expected_calibration_error": round(error(table), 4),
        "bins": [{name: round(value, 4) for name, value in each._asdict().items()} for each in table],
    }


def reliability(listed: Sequence[Told] | None = None) -> list[Bin]:
    """The bins of statements; without any, of those told of the held-back half that certainty was not fitted to."""
    if listed is None:
        listed = list(told([each for each in authored(SENTENCES) if is_measured(each.text)]))
    return bins([(each.certainty, each.right) for each in listed])


def is_measured(text: str) -> bool:
    """Whether a held-back text is one that certainty was not fitted to."""
    return held_back(text) and not held_back(text, share=FITTED)


def told(blocks: Sequence[Example]) -> Iterator[Told]:
    """What the reader tells of the marked parties of each block."""
    for block, encoded in zip(blocks, encoder().encode([each.text for each in blocks]), strict=True):
        for relation in relations.find(Span(0, len(block.text), block.text), encoded, mentions(block)):
            yield judge(relation, block)


def mentions(block: Example) -> list[Mention]:
    """The marked parties as the reader would have found them, in order."""
    places = [(Span.of(block.text, each.start, each.end), each.code) for each in block.parties]
    found = [Mention(place, (Party(code, place.text, place),), "state") for place, code in places]
    return sorted(found, key=lambda mention: mention.span.start)


def judge(relation: Relation, block: Example) -> Told:
    """Whether a relation, between all of its parties and of its standing, is among the labelled ones."""
    gold = set(_labelled(block))
    sides = [(a.codes[0], b.codes[0]) for a in relation.actors for b in relation.recipients]
    found = [{claim[3] for claim in gold if claim[0] == relation.type and _same(claim, *side)} for side in sides]
    return Told(relation.certainty, relation.signs, all(relation.standing.value in standings for standings in found))


def claims(block: Example) -> set[tuple[str, str, str]]:
    """Type, actor's and recipient's code of all that is labelled in a block."""
    return {claim[:3] for claim in _labelled(block)}


def _labelled(block: Example) -> Iterator[Claim]:
    codes = {party.number: party.code for party in block.parties}
    for relation in block.relations:
        for a in relation.actors:
            for b in relation.recipients:
                yield relation.type, codes[a], codes[b], relation.standing


def _same(claim: Claim, actor: str, recipient: str) -> bool:
    kind, giver, taker, _ = claim
    return (giver, taker) == (actor, recipient) or (kind in MUTUAL and (taker, giver) == (actor, recipient))
