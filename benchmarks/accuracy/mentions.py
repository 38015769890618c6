"""How often a mention is resolved to the right party: `python -m benchmarks.accuracy.mentions`.

Reads the contexts of a folder as the reader does, sentence by sentence with one memory, and compares the codes of every
marked mention. Prints one JSON object; `--wrong` lists what went wrong in the open half instead. The files say how they
are written in `mentions/README.md`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.reading import mentions
from dragoman.reading.mentions import Mention
from dragoman.reading.naming.memory import Memory
from dragoman.reading.sentences import sentences
from dragoman.records import Document, Interval

CONTEXTS = Path(__file__).with_name("mentions")
KINDS = (
    "person surname office demonym state capital seat description plural pronoun homograph twin historical"
    " organisation armed company"
).split()
_HEAD = re.compile(r"@ (?P<day>\d{4}-\d{2}-\d{2}) \| (?P<publisher>.+)\n")
_MARK = re.compile(r"\{(?P<words>[^{}|]+)\|(?P<kind>[^{}|]+)\|(?P<codes>[^{}|]+)\}")
_CODES = re.compile(r"none|[A-Z][A-Z0-9]+(\.[A-Z]{3})?( [A-Z][A-Z0-9]+(\.[A-Z]{3})?)*")


class MentionsError(ValueError):
    """A file of contexts does not keep to its format."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A mention as it is marked: where it stands in the plain text, and its codes, none if it is no party."""

    start: int
    end: int
    kind: str
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """A document of a few sentences and its marked mentions; `half` is `open` or `held`."""

    half: str
    document: Document
    marked: tuple[Marked, ...]


def score(folder: Path = CONTEXTS) -> dict[str, Any]:
    """The share of mentions with exactly the right codes, 0-1, and their number: all, by half and by kind."""
    judged = [
        (context.half, marked.kind, right(marked, found))
        for context in load(folder)
        for marked, found in zip(context.marked, resolved(context), strict=True)
    ]
    halves = {half: _shares([each for each in judged if each[0] == half]) for half in ("open", "held")}
    return {**_shares(judged), **halves}


def _shares(judged: Sequence[tuple[str, str, bool]]) -> dict[str, Any]:
    kinds = {kind: [good for _, one, good in judged if one == kind] for kind in KINDS}
    return {
        "mentions": len(judged),
        "accuracy": _share([good for *_, good in judged]),
        "by_kind": {kind: {"mentions": len(good), "accuracy": _share(good)} for kind, good in kinds.items() if good},
    }


def _share(good: Sequence[bool]) -> float:
    return round(sum(good) / len(good), 4) if good else 0.0


def right(marked: Marked, found: Mention | None) -> bool:
    """Whether a mention was resolved to the marked codes; a sector counts only where one is marked."""
    if found is None:
        return not marked.codes
    given = {(party.code or "", party.sector or "") for party in found.parties}
    wanted = [code.partition(".") for code in marked.codes]
    if {code for code, _ in given} != {code for code, *_ in wanted}:
        return False
    return all(not sector or (code, sector) in given for code, _, sector in wanted)


def resolved(context: Context) -> list[Mention | None]:
    """For each marked mention the one found that has most of it, if any has some."""
    memory = Memory.of(context.document)
    found = [each for one in sentences(context.document.text) for each in mentions.find(one.span, memory)]
    return [max(_touching(marked, found), key=lambda each: _shared(marked, each), default=None)
            for marked in context.marked]  # fmt: skip


def _touching(marked: Marked, found: Sequence[Mention]) -> list[Mention]:
    return [each for each in found if each.parties and _shared(marked, each) > 0]


def _shared(marked: Marked, found: Mention) -> int:
    return min(marked.end, found.span.end) - max(marked.start, found.span.start)


# Loading and checking


def load(folder: Path = CONTEXTS) -> list[Context]:
    """The contexts of every `open_*.txt` and `held_*.txt` of a folder; raises `MentionsError` at the first fault."""
    found = [
        context_of(block, path.name.partition("_")[0])
        for path in sorted(folder.glob("*.txt"))
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
        if block.strip()
    ]
    if not found:
        raise MentionsError(f"No contexts in {folder}: expected files named open_*.txt and held_*.txt.")
    return found


def context_of(block: str, half: str) -> Context:
    """One context from its head, if it has one, and its text with marks."""
    head = _HEAD.match(block)
    plain, marked = _unmarked(block[head.end() :].strip() if head else block.strip())
    day = date.fromisoformat(head["day"]) if head else None
    document = Document(
        plain,
        publisher=head["publisher"] if head else None,
        published=Interval(day, day, precision="day", basis="stated") if day else None,
    )
    if half not in ("open", "held"):
        raise MentionsError(f"A file of contexts is called open_*.txt or held_*.txt, not {half!r}.")
    return Context(half, document, tuple(marked))


def _unmarked(text: str) -> tuple[str, list[Marked]]:
    plain, last, marked = "", 0, []
    for match in _MARK.finditer(text):
        plain += text[last : match.start()]
        marked.append(_marked(match, len(plain)))
        plain, last = plain + match["words"], match.end()
    plain += text[last:]
    if set("{}|") & set(plain):
        raise MentionsError(f"Not a mark: expected {{words|kind|codes}} in {plain[:60]!r}.")
    return plain, marked


def _marked(match: re.Match[str], start: int) -> Marked:
    if match["kind"] not in KINDS or not _CODES.fullmatch(match["codes"]):
        raise MentionsError(f"Expected {{words|kind|codes}} with a kind of {', '.join(KINDS)}, got {match.group()}.")
    codes = frozenset(match["codes"].split()) - {"none"}
    return Marked(start, start + len(match["words"]), match["kind"], codes)


def wrong(folder: Path = CONTEXTS) -> Iterator[str]:
    """What went wrong in the open half, a line each; the held half is for measuring and is not shown."""
    for context in load(folder):
        if context.half != "open":
            continue
        for marked, found in zip(context.marked, resolved(context), strict=True):
            if not right(marked, found):
                text = context.document.text
                before, after = text[max(0, marked.start - 60) : marked.start], text[marked.end : marked.end + 30]
                got = " ".join(f"{p.code}.{p.sector}" for p in found.parties) if found else "none"
                yield (
                    f"{marked.kind}: {before}[{text[marked.start : marked.end]}]{after} "
                    f"wanted {' '.join(sorted(marked.codes)) or 'none'}, got {got}"
                )


def main() -> None:
    """Print the scores, or what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=CONTEXTS)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    if options.wrong:
        print("\n".join(line.replace("\n", " ") for line in wrong(options.folder)))
    else:
        print(json.dumps(score(options.folder), indent=1))


if __name__ == "__main__":
    main()
