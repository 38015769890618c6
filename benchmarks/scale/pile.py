"""Made-up documents about states with known statements, as a reader would have left them, any number of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.states import states
from dragoman.codebook.ties import CHANNELS
from dragoman.records import Document, Interval, Party, Quantity, Reading, Span, Standing, Statement
from dragoman.records.dates import day
from dragoman.records.statement import Kind

READER = "made 1"
#: Statements in a document; one document in `REPRINTS` prints one of the last `RECENT` again.
EACH, REPRINTS, RECENT = 8, 5, 200
#: The share of statements that are ties, and of these with a figure.
TIES, FIGURES = 0.3, 0.3
STANDINGS = (
    *(Standing.ASSERTED,) * 14,
    Standing.DENIED,
    Standing.PLANNED,
    Standing.PREDICTED,
    Standing.PREDICTED,
    Standing.POSSIBLE,
    Standing.REQUESTED,
)
PUBLISHERS = 300
FIRST, DAYS = date(2010, 1, 1), 5_500


def readings(count: int, *, seed: int = 1) -> Iterator[Reading]:
    """Readings of documents that hold `count` statements in all, the same every time; oldest first."""
    chance = random.Random(seed)
    codes = sorted(code for code, state in states().items() if not state.until)
    chance.shuffle(codes)
    # Few states are spoken of much and most of them little.
    weights = list(accumulate(1 / (rank + 3) for rank in range(len(codes))))
    recent: list[list[_Claim]] = []
    documents = -(-count // EACH)
    for number in range(documents):
        published = FIRST + timedelta(days=number * DAYS // documents)
        claims = [_claim(chance, codes, weights, published) for _ in range(EACH)]
        if recent and number % REPRINTS == 0:
            claims = chance.choice(recent)
        recent = [*recent[-RECENT:], claims]
        yield _reading(number, published, claims)


@dataclass(frozen=True, slots=True)
class _Claim:
    """Who does what to whom, and the sentence that says so."""

    type: str
    sides: tuple[str, str]
    standing: Standing
    occurred: Interval
    share: int | None

    @property
    def kind(self) -> Kind:
        return "tie" if self.type in CHANNELS else "event"

    @property
    def sentence(self) -> str:
        figure = f" with {self.share} percent of imports" if self.share is not None else ""
        when = f" on {self.occurred.start}" if self.occurred.start else ""
        return f"{self.sides[0]} {self.standing.value} {self.type} {self.sides[1]}{figure}{when}."


def _claim(chance: random.Random, codes: Sequence[str], weights: Sequence[float], published: date) -> _Claim:
    one, other = "", ""
    while one == other:
        one, other = chance.choices(codes, cum_weights=weights, k=2)
    standing = chance.choice(STANDINGS)
    if chance.random() < TIES:
        share = chance.randint(1, 60) if chance.random() < FIGURES else None
        return _Claim(chance.choice(list(CHANNELS)), (one, other), standing, Interval(), share)
    happened = day(published - timedelta(days=chance.randint(0, 3)))
    return _Claim(chance.choice(list(EVENT_TYPES)), (one, other), standing, happened, None)


def _reading(number: int, published: date, claims: Sequence[_Claim]) -> Reading:
    text = " ".join(claim.sentence for claim in claims)
    about = {"title": f"Title {number}", "publisher": f"Paper {number % PUBLISHERS}"}
    document = Document(f"Number {number}. {text}", published=day(published), **about)
    starts = accumulate((len(claim.sentence) + 1 for claim in claims), initial=len(f"Number {number}. "))
    pairs = zip(claims, starts, strict=False)
    return Reading(document, tuple(_statement(document, claim, start) for claim, start in pairs), READER)


def _statement(document: Document, claim: _Claim, start: int) -> Statement:
    evidence = Span(start, start + len(claim.sentence), claim.sentence)
    one, other = (_party(document, evidence, code) for code in claim.sides)
    return Statement(
        claim.kind,
        claim.type,
        (one,),
        (other,),
        claim.occurred,
        claim.standing,
        document.id,
        evidence,
        0.9,
        READER,
        quantities=_shares(document, evidence, claim),
    )


def _party(document: Document, evidence: Span, code: str) -> Party:
    return Party(code, states()[code].name, _within(document, evidence, code))


def _shares(document: Document, evidence: Span, claim: _Claim) -> tuple[Quantity, ...]:
    if claim.share is None:
        return ()
    words = _within(document, evidence, f"{claim.share} percent")
    return (Quantity(float(claim.share), float(claim.share), "percent", words, "imports", claim.sides[1]),)


def _within(document: Document, evidence: Span, words: str) -> Span:
    start = document.text.index(words, evidence.start)
    return Span(start, start + len(words), words)
