"""What a plain text says of its own publication: headline, date, author, publisher, address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from dragoman.codebook.publishers import publisher, senders
from dragoman.intake.dateline import are_names, bare_date, dated_line, is_later, opening_date, parts
from dragoman.intake.furniture import is_name, is_prose
from dragoman.intake.metadata import Metadata, tidy, web_address
from dragoman.intake.vocabulary import is_furniture, may_be_furniture
from dragoman.records import Interval

#: Lines at the head and at the tail in which a date, an author or an address is looked for.
_HEAD: Final = 25
_TAIL: Final = 15
#: The name of a town has at most so many words.
_TOWN: Final = 3
#: More dates than these above a text, or without one, are a list.
_DATES: Final = 2
_CLOSING: Final = re.compile(r"(?:first |originally )?published\b|date\b", re.I)
_PARTS: Final = re.compile(r"\s+[|•·–—/]\s+|\s+-\s+|\t+")
_AUTHOR: Final = re.compile(
    r"(?:by|written by|authors?|von|par|por|about the authors?|автор|müəllif|yazar)[:\s]\s*(?P<name>\S.{1,100})",
    re.I,
)
_BEHIND_DATE: Final = re.compile(r"\d by (?P<name>\S.{1,100})")
_AUTHOR_ALONE: Final = re.compile(r"(?:author|written by|by|автор|müəllif)\s*:?", re.I)
_RIGHTS: Final = (
    re.compile(r"(?:copyright\s*)?(?:©|\(c\))\s*(?:(?:19|20)\d\d\s*[-–—,]?\s*)+(?P<name>[^\d©|].{1,80})", re.I),
    re.compile(r"copyright\s+(?:(?:19|20)\d\d\s*[-–—,]?\s*)+(?P<name>[^\d©|].{1,80})", re.I),
    re.compile(r"(?P<name>[^\d©|][^©|]{1,80}?)\s*(?:©|\(c\))\s*(?:19|20)\d\d[\s.]*", re.I),
)
_FIRST_ON: Final = re.compile(r"the post .{1,400} (?:appeared first|first appeared) on (?P<name>.{1,100})", re.I)
_SAID: Final = re.compile(r"(?:publisher|published by|publication)\s*:\s*(?P<name>.{2,80})", re.I)
#: Who sends a report stands in brackets or strokes behind its place and day: "LONDON, March 3 (Reuters) -".
_WIRE: Final = re.compile(r"(?P<head>[^()\n]{2,100}?)\s*[(/](?P<name>[^()/]{2,60})[)/](?:\]|\s*(?:\.?\s*[-–—:|]|$))")
_AGENCIES: Final = ("wire", "state-media")
_MEDIA: Final = (*_AGENCIES, "newspaper", "broadcaster", "magazine")
_ADDRESS: Final = re.compile(
    r"(?:(?:url|link|source|original|read (?:more|the original) (?:at|on)|see|at)\s*:?\s*)?(https?://\S+)", re.I
)


#: What agencies and papers are called.
_MEDIUM = re.compile(
    r"\b(?:Agence|Agencia|Agência|Agency|Courier|Gazette|Herald|News|Post|Press|Radio|Television|Times|Tribune|TV|Wire)\b"
)


def found_in(text: str, cleaned: str) -> Metadata:
    """What the text says of its publication: `text` as it was saved, `cleaned` without page furniture.

    Only what is written out is taken: a dateline without a year gives no date.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    ends = lines[:_HEAD] + lines[max(_HEAD, len(lines) - _TAIL) :]
    return Metadata(
        title=_title(cleaned, lines),
        publisher=_publisher(ends) or _sender(lines),
        author=_author(ends),
        published=_published(lines),
        url=next((web_address(match[1]) for line in ends if (match := _ADDRESS.fullmatch(line))), None),
    )


def _title(cleaned: str, lines: Sequence[str]) -> str | None:
    """The first line that reads as a headline; a longer one below it if the first only names the site."""
    opening: list[str] = []
    for line in [line.strip() for line in cleaned.split("\n") if line.strip()][:8]:
        if is_prose(line):
            break
        if _is_headline(line):
            opening.append(line)
    if not opening or len(lines) < 2:
        return None
    opening = [line for line in opening if not dated_line(line)] or opening
    repeated = [line for line in opening[:3] if lines.count(line) > 1 and len(line.split()) >= 4]
    long = [line for line in opening[:3] if len(line.split()) >= 4]
    return tidy((repeated or long or opening)[0])


def _is_headline(line: str) -> bool:
    words = line.split()
    if not 2 <= len(words) <= 40 or len(line) > 250 or line.endswith((".", ",", ";", ":")):
        return False
    if (
        bare_date(line)
        or _AUTHOR.match(line)
        or _SAID.fullmatch(line)
        or web_address(line)
        or is_furniture(line)
        or may_be_furniture(line)
    ):
        return False
    return line[0].isalnum() or line[0] in "\"'“‘«¿¡"


def _published(lines: Sequence[str]) -> Interval | None:
    """From a line of its own near the head, else the date line of a paragraph, else a labelled line at the tail.

    What stands above the text is surer than what stands among it.
    """
    head = lines[:_HEAD]
    first = _first_prose(head)
    dated = [(number, when, is_later(line)) for number, line in enumerate(head) if (when := _date_of(line))]
    return (
        _first(when for number, when, later in dated if number < first and not later)
        or _first(opening_date(line) for line in head[first : first + 1])
        or dated_line(_heading(lines, first))
        or _first(when for number, when, later in dated if number >= first and not later)
        or _first(opening_date(line) for line in head[first:] if is_prose(line))
        or _first(when for _, when, later in dated if later)
        or _first(_date_of(line) for line in lines[-_TAIL:] if _CLOSING.match(line))
    )


def _first(found: Iterable[Interval | None]) -> Interval | None:
    return next((each for each in found if each is not None), None)


def _first_prose(head: Sequence[str]) -> int:
    """The number of the first paragraph, which a date line is not, however long."""
    return next((number for number, line in enumerate(head) if is_prose(line) and not dated_line(line)), len(head))


def _heading(lines: Sequence[str], first: int) -> str:
    """The line above a text that gives the date among names, else an empty one: neither a title alone nor of a list.

    Below a first paragraph, which may be what leads to the text, only a line that tells the author counts.
    """
    head = lines[:_HEAD]
    is_title = first == 1 and len(lines) > 1 and len(head[0].split(",")[0].split()) > _TOWN
    below = takewhile(lambda line: not is_prose(line), head[first + 1 :])
    beside = [*([] if is_title else head[:first]), *(line for line in below if _AUTHOR.match(line))]
    dated = [line for line in beside if dated_line(line)]
    return dated[0] if 0 < len(dated) <= _DATES else ""


def _date_of(line: str) -> Interval | None:
    if len(line) > 160:
        return None
    return bare_date(line) or next((when for part in _PARTS.split(line) if (when := bare_date(part))), None)


def _author(lines: Sequence[str]) -> str | None:
    for number, line in enumerate(lines):
        if _AUTHOR_ALONE.fullmatch(line) and number + 1 < len(lines) and is_name(lines[number + 1]):
            return tidy(lines[number + 1])
        for part in _PARTS.split(line) if len(line) <= 160 else ():
            match = _AUTHOR.fullmatch(part.strip())
            names = _names(match["name"]) if match else None
            if names:
                return names
        behind = _BEHIND_DATE.search(line)
        if behind is not None and dated_line(line) and (names := _names(behind["name"])):
            return names
    return None


def _names(said: str) -> str | None:
    """The names at the start of a byline, or `None` if it starts with none."""
    names: list[str] = []
    for part in re.split(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\bи\b)\s*", said.strip().rstrip(".")):
        if not is_name(part):
            break
        names.append(part)
    return tidy(", ".join(names))


def _publisher(lines: Sequence[str]) -> str | None:
    for pattern in (_SAID, _FIRST_ON, *_RIGHTS):
        for line in lines:
            match = pattern.fullmatch(line) if len(line) <= 600 else None
            name = _publisher_name(match["name"]) if match else None
            if name:
                return name
    return None


def _sender(lines: Sequence[str]) -> str | None:
    """The publisher whom the date line of a text or of a paragraph names."""
    head = lines[:_HEAD]
    beside = parts(_heading(lines, _first_prose(head)))
    # "State News Agency TDH": the whole is not known, but the sign is.
    signs = [word for part in beside if (word := part.split()[-1]).isupper()]
    named = next((name for name in (*beside, *signs) if publisher(name)), None)
    return named or next((name for line in head if (name := _signed(line))), None)


def _signed(line: str) -> str | None:
    """The agency in the brackets of a date line, or the newspaper if a day stands there too or a place in capitals."""
    wired = _WIRE.match(line)
    if wired is None:
        return None
    head, sign = wired["head"], wired["name"].split(",")[0].strip()
    found = senders(sign, head)
    is_place = head.split(",")[0].isupper()
    if not found and is_place and re.search(r"\d", head) and _MEDIUM.search(sign):
        # Nobody knows it, but who else stands there behind a place and a day and is called so?
        return sign
    kinds = _MEDIA if is_place or re.search(r"\d", head) else _AGENCIES
    if not any(each.kind in kinds for each in found) or not (is_place or are_names(head)):
        return None
    return sign if len(found) > 1 or publisher(sign) is found[0] else found[0].name


def _publisher_name(said: str) -> str | None:
    name = re.split(r"[.,|]?\s*\ball rights\b|\s[|–—-]\s|\.\s", said, maxsplit=1, flags=re.I)[0]
    return tidy(re.sub(r"^by\s+", "", name.strip().strip(".,|-–— "), flags=re.I))
