"""Read and check authored sentences: `python -m training.markup FILE...` (format in training/README.md)."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.rows import table
from dragoman.codebook.ties import CHANNELS
from dragoman.records import Standing

EVENTS = {name: frozenset(each.modes) for name, each in EVENT_TYPES.items()}
TIES = tuple(CHANNELS)
STANDINGS = tuple(standing.value for standing in Standing)
SECTORS = frozenset(row["code"] for row in table("sectors.toml")["sector"])

PARTY = re.compile(r"<(\d+)\|([A-Z][A-Z0-9]*)(?:\.([A-Z]{3}))?\|([^<>|]+)>")
RELATION = re.compile(r"= ([\d,]+)>([\d,]+) ([A-Za-z]+)(?:\.([a-z-]+))? (\w+) \"([^\"]+)\"(.*)")
OPTION = re.compile(r'\s*(?:(@|#)"([^"]+)"|(of) "([^"]+)"|(whose) (\d+)|(via) (?:(\d+)|"([^"]+)"))')


class MarkupError(ValueError):
    """A block of authored sentences that cannot be read; says which line and why."""


@dataclass(frozen=True, slots=True)
class Party:
    """A marked party: its number in the block, code, sector and code-point span in the plain text."""

    number: int
    code: str
    sector: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """Number words, the words they are a share or an amount of, and the number of the party whose those are."""

    place: tuple[int, int]
    base: tuple[int, int] | None = None
    whose: int | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """One labelled relation between marked parties, spans as (start, end) in the plain text."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    type: str
    mode: str | None
    standing: str
    trigger: tuple[int, int]
    date: tuple[int, int] | None = None
    figures: tuple[Figure, ...] = ()
    via: tuple[int | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """One labelled attribution: spans of its source (`None` if nobody is named), its cue and its contents."""

    source: tuple[int, int] | None
    cue: tuple[int, int]
    contents: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One authored text without its markup, its parties, the relations that hold in it and who says so.

    `speeches` is `None` where nobody labelled them.
    """

    text: str
    parties: tuple[Party, ...]
    relations: tuple[Relation, ...]
    place: str
    speeches: tuple[Speech, ...] | None = None


def blocks(lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
    """The blocks of a file with the number of their first line; comments are dropped."""
    block: list[str] = []
    first = 0
    for number, line in enumerate([*lines, ""], start=1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            first = first if block else number
            block.append(stripped)
        elif not stripped and block:
            yield first, block
            block = []


def plain(marked: str, place: str) -> tuple[str, tuple[Party, ...]]:
    """The text without marks, and the parties at their places in it."""
    text, parties, last = "", [], 0
    for match in PARTY.finditer(marked):
        text += marked[last : match.start()]
        number, code, sector, words = match.groups()
        if sector is not None and sector not in SECTORS:
            raise MarkupError(f"{place}: sector {sector!r} is none of {sorted(SECTORS)}")
        parties.append(Party(int(number), code, sector, len(text), len(text) + len(words)))
        text += words
        last = match.end()
    text += marked[last:]
    if re.search(r"[<>|]", text):
        raise MarkupError(f"{place}: a party mark is broken near {re.findall(r'.{0,20}[<>|].{0,20}', text)[0]!r}")
    if len({party.number for party in parties}) != len(parties):
        raise MarkupError(f"{place}: a party number is used twice")
    return text, tuple(parties)


def span_of(words: str, text: str, place: str) -> tuple[int, int]:
    """Where words stand in the text (the first time)."""
    start = text.find(words)
    if start < 0:
        raise MarkupError(f"{place}: {words!r} is not in the text, letter for letter")
    return start, start + len(words)


def numbers(listed: str, known: set[int], place: str) -> tuple[int, ...]:
    """Party numbers of one side of a relation."""
    found = tuple(int(number) for number in listed.split(",") if number)
    if unknown := set(found) - known:
        raise MarkupError(f"{place}: no party is numbered {sorted(unknown)}")
    if not found:
        raise MarkupError(f"{place}: a side has no party")
    return found


def check_type(name: str, mode: str | None, place: str) -> None:
    """Refuse types and modes that the codebook does not know."""
    if name not in EVENTS and name not in TIES:
        raise MarkupError(f"{place}: type {name!r} is neither a PLOVER type nor a channel")
    if mode is not None and mode not in EVENTS.get(name, frozenset()):
        raise MarkupError(f"{place}: {name} has no mode {mode!r}")


def relation(line: str, text: str, known: set[int], place: str) -> Relation:
    """Read one relation line."""
    match = RELATION.fullmatch(line)
    if match is None:
        raise MarkupError(f"{place}: not a relation line: {line!r}")
    left, right, name, mode, standing, trigger, rest = match.groups()
    check_type(name, mode, place)
    if standing not in STANDINGS:
        raise MarkupError(f"{place}: standing {standing!r} is none of {STANDINGS}")
    date, figures, via = _options(rest, text, known, place)
    return Relation(
        numbers(left, known, place),
        numbers(right, known, place),
        name,
        mode,
        standing,
        span_of(trigger, text, place),
        date=date,
        figures=figures,
        via=via,
    )


def _options(
    rest: str, text: str, known: set[int], place: str
) -> tuple[tuple[int, int] | None, tuple[Figure, ...], tuple[int | str, ...]]:
    """The time, the figures and the sources; a base and an owner are those of the figure before them."""
    date = None
    figures: list[Figure] = []
    via: list[int | str] = []
    at = 0
    while rest[at:].strip():
        match = OPTION.match(rest, at)
        if match is None:
            raise MarkupError(f"{place}: cannot read the option at {rest[at:].strip()!r}")
        sign, words, of, base, whose, owner, _, party, source = match.groups()
        if sign == "@":
            date = span_of(words, text, place)
        elif sign == "#":
            figures.append(Figure(span_of(words, text, place)))
        elif (of or whose) and not figures:
            raise MarkupError(f"{place}: 'of' and 'whose' stand behind the figure they belong to")
        elif of:
            figures[-1] = replace(figures[-1], base=span_of(base, text, place))
        elif whose:
            figures[-1] = replace(figures[-1], whose=numbers(owner, known, place)[0])
        else:
            via.append(numbers(party, known, place)[0] if party else source)
        at = match.end()
    return date, tuple(figures), tuple(via)


def speech(line: str, text: str, place: str) -> Speech:
    """Read one attribution line, `: SOURCE ~ CUE ~ CONTENT [~ CONTENT...]`; a source that nobody names is `-`."""
    parts = [part.strip() for part in line.removeprefix(":").split("~")]
    if len(parts) < 3 or not all(parts):
        raise MarkupError(f"{place}: an attribution is ': SOURCE ~ CUE ~ CONTENT', got {line!r}")
    source = None if parts[0] == "-" else _occurrence(parts[0], text, place)
    return Speech(
        source, _occurrence(parts[1], text, place), tuple(_occurrence(each, text, place) for each in parts[2:])
    )


def _occurrence(words: str, text: str, place: str) -> tuple[int, int]:
    """Where words stand in the text: the first time as whole words, or as many times as `words#2` says."""
    bare, _, count = words.rpartition("#") if re.search(r"#\d$", words) else (words, "", "1")
    found = list(re.finditer(rf"(?<!\w){re.escape(bare)}(?!\w)", text))
    if len(found) < int(count):
        raise MarkupError(f"{place}: {bare!r} is not in the text {count} times, letter for letter")
    return found[int(count) - 1].span()


def example(first: int, block: list[str], name: str, *, speaks: bool = False) -> Example:
    """One block as an example; `speaks` if its file labels attributions, so that none is none."""
    text, parties = plain(block[0], f"{name}:{first}")
    if not block[1:]:
        raise MarkupError(f"{name}:{first}: no relation lines; write '= none' if nothing holds")
    known = {party.number for party in parties}
    lines = [(f"{name}:{first + offset}", line) for offset, line in enumerate(block[1:], start=1)]
    told = [(place, line) for place, line in lines if not line.startswith(":")]
    relations = tuple(relation(line, text, known, place) for place, line in told if [line] != ["= none"] * len(told))
    speeches = tuple(speech(line, text, place) for place, line in lines if line.startswith(":"))
    return Example(text, parties, relations, f"{name}:{first}", speeches if speaks or speeches else None)


def examples(path: Path) -> Iterator[Example]:
    """All examples of a file; the first wrong line raises `MarkupError`."""
    listed = list(blocks(path.read_text(encoding="utf-8").splitlines()))
    speaks = any(line.startswith(":") for _, block in listed for line in block)
    for first, block in listed:
        yield example(first, block, path.name, speaks=speaks)


def check(path: Path) -> int:
    """Print what is wrong with a file and how much of what it holds; returns the number of wrong blocks."""
    wrong, good = 0, []
    for first, block in blocks(path.read_text(encoding="utf-8").splitlines()):
        try:
            good.append(example(first, block, path.name))
        except MarkupError as error:
            wrong += 1
            print(error)
    empty = sum(not each.relations for each in good)
    print(f"{path.name}: {len(good)} examples ({empty} with nothing between the parties), {wrong} wrong")
    return wrong


if __name__ == "__main__":
    sys.exit(1 if sum(check(Path(name)) for name in sys.argv[1:]) else 0)
