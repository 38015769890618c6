"""Taking the furniture of a web page away from a text saved from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from dragoman.intake.vocabulary import is_furniture, may_be_furniture

#: Characters at either end of a line that tell what it is.
_TELLING: Final = 400
#: How many lines at the head may be headlines.
_HEADLINES: Final = 3
#: A text needs two or three passes; the bound is for texts made to need more.
_PASSES: Final = 50
_SENTENCE_END: Final = re.compile(r"[.!?…։。؟][\"'”’»)\]*]*\s*$")
_LISTED: Final = re.compile(r"\s*(?:[-–—•*]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_BIO: Final = re.compile(r"(?:about\s+the\s+authors?|authors?|about\s+the\s+writer)\s*(?::\s*(?P<name>.{2,80}))?", re.I)
_NAME: Final = re.compile(
    r"(?:[^\W\d_a-z][\w.'’-]*|(?:al|bin|de|van|von|der)\b)"
    r"(?:\s+(?:(?:(?:a[a-z]|el|ash)[-’'])?[^\W\d_a-z][\w.'’-]*|al|bin|de|van|von|der)){1,4}"
)
_GOES_ON: Final = re.compile(r"(?:he|she|they|his|her|their|follow|find|twitter|x)\b", re.I)


def clean(text: str) -> str:
    """The text without menus, share buttons, notices and author's notes; headlines, datelines, lists and tables stay.

    Whole lines are taken out or left as they are. Cleaning twice changes nothing.
    """
    lines = text.split("\n")
    for _ in range(_PASSES):
        kept = _without_gaps(_without_bio(_without_repeats(_without_furniture(lines))))
        if kept == lines:
            break
        lines = kept
    return "\n".join(lines)


def is_prose(line: str) -> bool:
    """Whether the line reads as a paragraph rather than a heading, an item or a button."""
    words = len(line[:_TELLING].split(maxsplit=25))
    return words >= 25 or (words >= 7 and _SENTENCE_END.search(line[-_TELLING:]) is not None) or _is_unspaced(line)


def is_name(line: str) -> bool:
    """Whether the line looks like the name of one person: two to five words with capitals."""
    return len(line) <= 80 and _NAME.fullmatch(line.strip()) is not None


def _is_unspaced(line: str) -> bool:
    """Whether the line is a sentence of a script that puts no spaces between words."""
    head = line[:_TELLING]
    return len(head) >= 20 and sum("\u3040" <= each <= "\u9fff" for each in head) > len(head) / 2


def _without_furniture(lines: Sequence[str]) -> list[str]:
    prose = [number for number, line in enumerate(lines) if is_prose(line) and not is_furniture(line)]
    if not prose:
        return [line for start, end in _blocks(lines, prose) for line in _furnished(lines[start:end], ends=False)]
    last = prose[-1] + 1
    kept: list[str] = []
    for start, end in _blocks(lines[:last], prose):
        kept.extend(_furnished(lines[start:end], ends=end <= prose[0]))
    tail = _without_closing(lines[last:])
    for start, end in _blocks(tail, ()):
        kept.extend(_furnished(tail[start:end], ends=True))
    return kept


def _without_closing(tail: Sequence[str]) -> list[str]:
    """Without the bottom of a page: what follows the last paragraph, once three lines of it are furniture."""
    furnished = [number for number, line in enumerate(tail) if is_furniture(line) or _may_be(line)]
    if len(furnished) < 3:
        return list(tail)
    return [
        line
        for number, line in enumerate(tail)
        if number < furnished[0] or _LISTED.match(line) or re.search(r"\d", line)
    ]


def _blocks(lines: Sequence[str], prose: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Stretches `[start, end)` that cover all lines: each paragraph, each empty line, each run of other lines."""
    alone = set(prose)
    start = 0
    for number, line in enumerate(lines):
        if number in alone or not line.strip():
            if start < number:
                yield start, number
            yield number, number + 1
            start = number + 1
    if start < len(lines):
        yield start, len(lines)


def _furnished(block: Sequence[str], *, ends: bool) -> list[str]:
    """The lines of a block that are not furniture, judged by their company and by whether the block `ends` the page."""
    sure = [is_furniture(line) for line in block]
    likely = [_may_be(line) for line in block]
    count = sum(one or other for one, other in zip(sure, likely, strict=True))
    doubtful = any(sure) or (ends and (count >= 2 or len(block) == 1))
    menu = ends and count >= 3 and 2 * count >= len(block)
    return [
        line
        for line, is_sure, is_likely in zip(block, sure, likely, strict=True)
        if not (is_sure or (doubtful and is_likely) or (menu and _is_link(line)))
    ]


def _may_be(line: str) -> bool:
    return bool(line.strip()) and may_be_furniture(line)


def _is_link(line: str) -> bool:
    """Whether the line could be an entry of a menu: up to three words, no date, name or item of a list."""
    words = line.split()
    if not 0 < len(words) <= 3 or _SENTENCE_END.search(line) or _LISTED.match(line):
        return False
    return not re.match(r"(?:by|von|par|por)\s", line, re.I) and not re.search(r"\d", line)


def _without_repeats(lines: Sequence[str]) -> list[str]:
    """Without later lines equal to a headline among the first lines."""
    opening = [line for line in lines[: 4 * _HEADLINES] if line.strip()][:_HEADLINES]
    headlines = {line for line in opening if _may_repeat(line)}
    if not any(is_prose(line) for line in lines):
        # Lines come back in lists and poems.
        return list(lines)
    kept: list[str] = []
    for line in lines:
        if line in headlines and line in kept[: 4 * _HEADLINES]:
            continue
        kept.append(line)
    return kept


def _may_repeat(line: str) -> bool:
    """Whether the line, seen again, is the headline again: four words or more, no sentence, item or row of a table."""
    words = [word for word in line.split() if word[0].isalpha()]
    return len(words) >= 4 and "|" not in line and not line.endswith((".", ",", ";", ":")) and not _LISTED.match(line)


def _without_bio(lines: Sequence[str]) -> list[str]:
    """Without the notes about authors that end many articles."""
    kept = list(lines)
    prose = list(islice((number for number, line in enumerate(lines) if is_prose(line)), 2))
    # Of what stands before two paragraphs it is no end.
    for number in range(len(lines) - 1, prose[1], -1) if len(prose) == 2 else ():
        match = _BIO.fullmatch(lines[number].strip())
        end = _bio_end(kept, number, match["name"]) if match else None
        if end is not None:
            del kept[number:end]
    return kept


def _bio_end(lines: Sequence[str], heading: int, name: str | None) -> int | None:
    """The line after the note, or `None` if the heading starts something else."""
    end = heading + 1
    if name is None:
        while end < len(lines) and not lines[end].strip():
            end += 1
        if end >= len(lines) or not is_name(lines[end]):
            return None
        name, end = lines[end], end + 1
    surname = name.split()[-1].casefold().strip(".,")
    for number in range(end, len(lines)):
        line = lines[number].strip()
        if line and surname not in line.casefold() and not _GOES_ON.match(line):
            break
        end = number + 1
    return end


def _without_gaps(lines: Sequence[str]) -> list[str]:
    """Without empty lines at either end and after one another."""
    kept = [line for number, line in enumerate(lines) if line.strip() or (number and lines[number - 1].strip())]
    while kept and not kept[-1].strip():
        kept.pop()
    return kept
