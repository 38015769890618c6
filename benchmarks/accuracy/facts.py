"""The exam as it is written down: documents, the facts to be noted in each, and sentences that are traps."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.ties import CHANNELS
from dragoman.records import Standing

DOCUMENTS = Path(__file__).parent / "documents"
#: The documents up to the first number are open, those up to the second are held back, the others are the long ones.
LAST_OPEN, LAST_HELD = 12, 24
SPLITS = ("open", "held", "long")
_DAYS = re.compile(r"\d{4}-\d{2}-\d{2}")

Record = Mapping[str, Any]


class ExamError(ValueError):
    """The exam's own files contradict each other or their format."""


@dataclass(frozen=True, slots=True)
class Trap:
    """A sentence that names two parties with nothing between them."""

    codes: frozenset[str]
    words: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text of the exam; `name` is its file's name without the ending."""

    name: str
    publisher: str
    author: str
    title: str
    published: str
    text: str
    traps: tuple[Trap, ...] = ()

    @property
    def split(self) -> str:
        """`open`, `held` or `long`."""
        number = int(self.name[:2])
        return "open" if number <= LAST_OPEN else "held" if number <= LAST_HELD else "long"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a reader of the document ought to note; `speakers` are alternatives, none is the document's own voice."""

    types: frozenset[str]
    actor: frozenset[str]
    recipient: frozenset[str]
    standing: str
    words: str
    speakers: tuple[str, ...] = ()
    quantity: Mapping[str, Any] | None = None
    date: Mapping[str, str | None] | None = None
    mode: str | None = None
    mutual: bool = False
    inverted: bool = False


Exam = Sequence[tuple[Document, Sequence[Fact]]]


# Loading and checking


def load(folder: Path = DOCUMENTS) -> list[tuple[Document, list[Fact]]]:
    """Every document with its facts, in order of their names; raises `ExamError` that names every fault."""
    traps = _traps(folder)
    exam, faults = [], []
    for row in _rows(folder / "sources.csv"):
        path = folder / row["file"]
        text = path.read_text(encoding="utf-8")
        document = Document(
            path.stem, row["publisher"], row["author"], row["title"], row["published"], text, tuple(traps[row["file"]])
        )
        records = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        faults += [f"{document.name}: {fault}" for fault in _document_faults(document, records)]
        if not faults:
            exam.append((document, [fact_of(record) for record in records]))
    faults += [f"{path.name}: not in sources.csv" for path in _unlisted(folder)]
    if faults:
        raise ExamError("\n".join(faults))
    return sorted(exam, key=lambda each: each[0].name)


def fact_of(record: Record) -> Fact:
    """The fact that a checked record of a `.json` file holds."""
    types = record["type"]
    return Fact(
        types=frozenset([types] if isinstance(types, str) else types),
        actor=frozenset(record["actor"]),
        recipient=frozenset(record["recipient"]),
        standing=record["standing"],
        words=record["words"],
        speakers=tuple((record["speaker"] or "").split("|")) if record["speaker"] else (),
        quantity=record["quantity"],
        date=record["date"],
        mode=record.get("mode"),
        mutual=record.get("mutual", False),
        inverted=record.get("inverted", False),
    )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def _traps(folder: Path) -> defaultdict[str, list[Trap]]:
    traps: defaultdict[str, list[Trap]] = defaultdict(list)
    for row in _rows(folder / "traps.csv"):
        traps[row["file"]].append(Trap(frozenset(row["codes"].split()), row["words"]))
    return traps


def _unlisted(folder: Path) -> list[Path]:
    listed = {Path(row["file"]).stem for row in _rows(folder / "sources.csv")}
    return sorted(path for path in folder.glob("*") if path.suffix in (".txt", ".json") and path.stem not in listed)


def _document_faults(document: Document, records: Sequence[Record]) -> Iterator[str]:
    if document.text.partition("\n")[0] != document.title:
        yield "the first line is not the title of sources.csv"
    if not _DAYS.fullmatch(document.published):
        yield f"published is not a day: {document.published!r}"
    faults = [(record, fault) for record in records for fault in _record_faults(record)]
    yield from (f"{fault}: {record.get('words')}" for record, fault in faults)
    quoted = [*(str(record.get("words")) for record in records), *(trap.words for trap in document.traps)]
    yield from (f"not exactly once in the text: {words}" for words in quoted if document.text.count(words) != 1)
    if not faults:
        yield from _balance_faults([fact_of(record) for record in records])


def _balance_faults(facts: Sequence[Fact]) -> Iterator[str]:
    """What every document of the exam must have."""
    if not 6 <= len(facts) <= 16:
        yield f"{len(facts)} facts, not 6 to 16"
    wanted = {
        "an inverted fact": any(fact.inverted for fact in facts),
        "a fact that is not asserted": any(fact.standing != Standing.ASSERTED for fact in facts),
        "an attributed fact": any(fact.speakers for fact in facts),
        "a figure or a date": any(fact.quantity or fact.date for fact in facts),
    }
    yield from (f"lacks {name}" for name, present in wanted.items() if not present)


def _record_faults(record: Record) -> Iterator[str]:
    required = {"type", "actor", "recipient", "standing", "speaker", "quantity", "date", "words"}
    if missing := required - record.keys():
        yield f"lacks {', '.join(sorted(missing))}"
        return
    if unknown := record.keys() - required - {"mode", "mutual", "inverted"}:
        yield f"unknown keys {', '.join(sorted(unknown))}"
    types = [record["type"]] if isinstance(record["type"], str) else record["type"]
    yield from (f"unknown type {name}" for name in types if name not in EVENT_TYPES and name not in CHANNELS)
    if record["standing"] not in set(Standing):
        yield f"unknown standing {record['standing']}"
    for side in ("actor", "recipient"):
        if not record[side] or not all(re.fullmatch(r"[A-Z][A-Z0-9]+", code) for code in record[side]):
            yield f"bad codes in {side}"
    yield from _figure_faults(record)


def _figure_faults(record: Record) -> Iterator[str]:
    quantity, period = record["quantity"], record["date"]
    if quantity and (set(quantity) != {"low", "high", "unit"} or quantity["low"] is quantity["high"] is None):
        yield "bad quantity"
    if period is None:
        return
    days = [period.get(end) for end in ("from", "to")]
    closed = [day for day in days if day is not None]
    if set(period) != {"from", "to"} or not closed or not all(_DAYS.fullmatch(day) for day in closed):
        yield "bad date"
    elif closed != sorted(closed):
        yield "date ends before it begins"
