"""How much of what an analyst would note is in the ledger: `python -m benchmarks.accuracy.exam --ledger-jsonl FILE`.

`FILE` is what `dragoman export LEDGER --as statements` wrote after reading `documents/*.txt`; `--split` chooses the
open, the held or the long part. Prints one JSON object. A fact is found if a statement of the same document has one of
its types, its parties on the right sides and evidence in its sentence, or, not yet used up by another fact, in its
paragraph. Of the facts found, the speaker, the standing, the value and the date are right or not.
`documents/README.md` says how the exam was made and what its files hold.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.accuracy.facts import DOCUMENTS, SPLITS, Document, Exam, Fact, Record, load
from dragoman.codebook.ties import MUTUAL

#: A statement's dates may span this many times as long as the fact's.
WIDEST = 3
#: Days by which the closed end of a period that is open at the other end may be off.
SLACK = 31
ASPECTS = ("speaker", "standing", "value", "date")
#: Other words for a unit, and what one of it is in that unit.
UNITS = {
    "bcm": ("cubic_metre", 1e9),
    "billion_cubic_metre": ("cubic_metre", 1e9),
    "mcm": ("cubic_metre", 1e6),
    "m3": ("cubic_metre", 1.0),
    "gw": ("megawatt", 1e3),
    "gigawatt": ("megawatt", 1e3),
    "mw": ("megawatt", 1.0),
    "km": ("kilometre", 1.0),
    "ton": ("tonne", 1.0),
    "soldier": ("troop", 1.0),
    "bpd": ("barrel_per_day", 1.0),
    "%": ("percent", 1.0),
}
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)']*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\s+(?=- )")


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def place(text: str, words: str, evidence: str) -> int:
    """2 if the evidence overlaps the sentence of the words, 1 if their paragraph, 0 if neither."""
    words, evidence = _squeezed(words), _squeezed(evidence)
    for paragraph in map(_squeezed, re.split(r"\n\s*\n", text)):
        at = paragraph.find(words)
        if at < 0 or not evidence:
            continue
        if paragraph in evidence:
            return 2
        starts = [match.start() for match in re.finditer(re.escape(evidence), paragraph)]
        first, last = _sentence(paragraph, at, at + len(words))
        if any(start < last and start + len(evidence) > first for start in starts):
            return 2
        return 1 if starts else 0
    return 0


def _sentence(paragraph: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence, or sentences, that hold the span."""
    breaks = [(match.start(), match.end()) for match in _SENTENCE_END.finditer(paragraph)]
    first = max((after for _, after in breaks if after <= start), default=0)
    last = min((before for before, _ in breaks if before >= end), default=len(paragraph))
    return first, last


# Comparing a fact with a statement


def says(fact: Fact, statement: Record) -> bool:
    """Whether the statement has one of the fact's types and its parties on the right sides."""
    if statement["type"] not in fact.types:
        return False
    actor, recipient = (_codes(statement[side]) for side in ("actor", "recipient"))
    if fact.actor <= actor and fact.recipient <= recipient:
        return True
    return _either_order(fact, statement["type"]) and fact.actor | fact.recipient <= actor | recipient


def _codes(parties: Iterable[Record]) -> set[str]:
    return {party["code"] for party in parties}


def _either_order(fact: Fact, kind: str) -> bool:
    return fact.mutual or kind in MUTUAL or (kind == "CONSULT" and fact.mode != "visit")


def rights(fact: Fact, statement: Record) -> dict[str, bool]:
    """Which aspects the statement has right; value and date only if the fact has them."""
    right = {
        "speaker": same_speaker(fact.speakers, statement["chain"]),
        "standing": statement["standing"] == fact.standing,
    }
    if fact.quantity is not None:
        right["value"] = any(same_quantity(fact.quantity, each) for each in statement["quantities"])
    if fact.date is not None:
        right["date"] = same_period(fact.date, statement["occurred"] or {})
    return right


def same_speaker(speakers: Sequence[str], chain: Sequence[Record]) -> bool:
    """Whether one of the speakers is in the name of a link of the chain; no speaker wants no chain."""
    if not speakers:
        return not chain
    names = [_folded(link["source"]["name"] or "") for link in chain]
    return any(_folded(speaker) in name for speaker in speakers for name in names)


def _folded(name: str) -> str:
    """Without accents and capitals."""
    letters = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


def same_quantity(wanted: Record, given: Record) -> bool:
    """Whether the bounds are equal to within one part in a thousand; a unit of the fact that is null matches any."""
    unit, factor = _unit(given["unit"])
    if wanted["unit"] is not None:
        wanted_unit, wanted_factor = _unit(wanted["unit"])
        if unit != wanted_unit:
            return False
        factor /= wanted_factor
    return all(_same_number(wanted[end], given[end], factor) for end in ("low", "high"))


def _unit(name: str | None) -> tuple[str, float]:
    plain = re.sub(r"_(per|a)_year$|(?<=\w)py$", "", (name or "").lower().replace(" ", "_"))
    plain = re.sub(r"(?<=[a-z]{2})s(?=_|$)", "", plain)
    return UNITS.get(plain, (plain, 1.0))


def _same_number(wanted: float | None, given: float | None, factor: float) -> bool:
    if wanted is None or given is None:
        return wanted is given
    return abs(wanted - given * factor) <= abs(wanted) / 1000


def same_period(wanted: Mapping[str, str | None], given: Record) -> bool:
    """Whether the periods overlap and the given one is not much the wider; open ones must agree in their closed end."""
    for end, other in (("from", "to"), ("to", "from")):
        if wanted[end] is None:
            closed, said = wanted[other], given.get(other)
            return bool(closed and said) and abs(_number(str(closed)) - _number(str(said))) <= SLACK
    if not given.get("from") or not given.get("to"):
        return False
    first, last = _number(str(wanted["from"])), _number(str(wanted["to"]))
    start, stop = _number(given["from"]), _number(given["to"])
    return start <= last and stop >= first and stop - start + 1 <= WIDEST * (last - first + 1)


def _number(day: str) -> int:
    return date.fromisoformat(day[:10]).toordinal()


# Scoring


def score(exam: Exam, statements: Iterable[Record]) -> dict[str, Any]:
    """Shares of facts found and, of these, of each aspect right; what was missed and what was wrong, by document."""
    by_document = _by_document(exam, statements)
    found: list[tuple[Fact, dict[str, bool] | None]] = []
    missed: dict[str, list[str]] = {}
    wrong: dict[str, list[str]] = {}
    for document, facts in exam:
        results = match(document, facts, by_document[document.name])
        found += zip(facts, results, strict=True)
        missed[document.name] = [fact.words for fact, right in zip(facts, results, strict=True) if right is None]
        wrong[document.name] = [
            f"{', '.join(aspect for aspect, good in right.items() if not good)}: {fact.words}"
            for fact, right in zip(facts, results, strict=True)
            if right is not None and not all(right.values())
        ]
    return {
        "documents": len(exam),
        "statements": sum(len(by_document[document.name]) for document, _ in exam),
        **_shares(found),
        "found_by_standing": _found_by(found, [(fact.standing,) for fact, _ in found]),
        "found_by_type": _found_by(found, [tuple(sorted(fact.types)) for fact, _ in found]),
        **_sprung(exam, by_document),
        "missed": missed,
        "wrong": wrong,
    }


def _by_document(exam: Exam, statements: Iterable[Record]) -> dict[str, list[Record]]:
    """The statements of each document, known by the name of its file or else by its title."""
    titles = {_squeezed(document.title): document.name for document, _ in exam}
    sorted_out: dict[str, list[Record]] = {document.name: [] for document, _ in exam}
    for statement in statements:
        described = statement["document"]
        name = Path(described.get("path") or "").stem
        if name not in sorted_out:
            name = titles.get(_squeezed(described.get("title") or ""), "")
        if name in sorted_out:
            sorted_out[name].append(statement)
    return sorted_out


def match(document: Document, facts: Sequence[Fact], statements: Sequence[Record]) -> list[dict[str, bool] | None]:
    """What the best statement of each fact has right, or None for a fact that is missed.

    Statements in the sentence of a fact come first; those elsewhere in the paragraph serve only if no other fact has
    used them.
    """
    results: list[dict[str, bool] | None] = [None] * len(facts)
    used: set[int] = set()
    for nearness in (2, 1):
        for number, fact in enumerate(facts):
            if results[number] is not None:
                continue
            candidates = [
                (rights(fact, statement), index)
                for index, statement in enumerate(statements)
                if (nearness == 2 or index not in used)
                and says(fact, statement)
                and place(document.text, fact.words, statement["evidence"]["text"]) == nearness
            ]
            if candidates:
                results[number], index = max(candidates, key=lambda each: (sum(each[0].values()), -each[1]))
                used.add(index)
    return results


def _shares(found: Sequence[tuple[Fact, dict[str, bool] | None]]) -> dict[str, Any]:
    hits = [right for _, right in found if right is not None]
    inverted = [right is not None for fact, right in found if fact.inverted]
    shares: dict[str, Any] = {
        "facts": len(found),
        "found": _share([right is not None for _, right in found]),
        "found_inverted": _share(inverted),
    }
    for aspect in ASPECTS:
        shares[aspect] = _share([right[aspect] for right in hits if aspect in right])
    shares["all_right"] = _share([right is not None and all(right.values()) for _, right in found])
    return shares


def _share(good: Sequence[bool]) -> float | None:
    return round(sum(good) / len(good), 4) if good else None


def _found_by(found: Sequence[tuple[Fact, dict[str, bool] | None]], keys: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """`found/asked` for each key; a fact with several accepted types counts under each."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for (_, right), names in zip(found, keys, strict=True):
        for name in names:
            counts[name][0] += right is not None
            counts[name][1] += 1
    return {name: f"{hit}/{asked}" for name, (hit, asked) in sorted(counts.items())}


def _sprung(exam: Exam, by_document: Mapping[str, Sequence[Record]]) -> dict[str, Any]:
    """How many of the sentences with nothing between two parties have a statement between the two."""
    traps = [(document, trap) for document, _ in exam for trap in document.traps]
    sprung = [
        any(
            _links(statement, trap.codes) and place(document.text, trap.words, statement["evidence"]["text"]) == 2
            for statement in by_document[document.name]
        )
        for document, trap in traps
    ]
    return {"traps": len(traps), "traps_sprung": _share(sprung)}


def _links(statement: Record, codes: frozenset[str]) -> bool:
    return codes <= _codes(statement["actor"]) | _codes(statement["recipient"])


def main() -> None:
    """Score an exported ledger against one part of the exam."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger-jsonl", type=Path, required=True)
    parser.add_argument("--split", choices=SPLITS, default="open")
    parser.add_argument("--documents", type=Path, default=DOCUMENTS)
    options = parser.parse_args()
    exam = [(document, facts) for document, facts in load(options.documents) if document.split == options.split]
    with options.ledger_jsonl.open(encoding="utf-8") as lines:
        result = score(exam, [json.loads(line) for line in lines if line.strip()])
    if options.split != "open":
        # Whoever improves the program must not learn what it missed here.
        for key in ("missed", "wrong"):
            result[key] = {name: len(words) for name, words in result[key].items()}
    print(json.dumps(result, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
