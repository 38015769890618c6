"""People who speak and are no party, such as experts: "said Ana Roe, a historian". "He" behind them is nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.codebook import ambiguous, cues
from dragoman.reading.naming import roles
from dragoman.reading.naming.bearers import Bearer, surname
from dragoman.reading.naming.found import Found, Text, is_known, is_title_case
from dragoman.reading.naming.memory import Memory

_SAYING = "|".join(dict.fromkeys((*cues.past("speaking"), *cues.present("speaking"))))
#: Words without one of which there is no need to look.
_GUARDS = frozenset(word.split()[0] for word in (*cues.past("speaking"), *cues.present("speaking"), "according"))
_WORD = re.compile(r"[a-z]+")
_ABOUT = r"(?:,? (?:of|at|from|with|in) [^,;.]{2,60}?,?|, (?!(?:and|but|who|which)\b)[^;.]{2,90}?,)?"
#: Who says something, before the verb or behind it; once he is known, by his surname.
_SAYS = re.compile(
    rf"(?<![\w'’.-])(?:(?P<full>{roles.FULL_NAME})|(?P<last>[A-ZÀ-Þ][\w'’-]+)){_ABOUT}"
    rf"(?: (?:has|had|also|later|then|[a-z]+ly))? (?:{_SAYING})\b"
)
_SAID_BY = re.compile(
    rf"(?:(?<=[,”\"»?!’'] )(?:{_SAYING})|[Aa]ccording to) (?:the )?(?:[a-z][a-z-]+ ){{0,3}}"
    rf"(?:(?P<full>{roles.FULL_NAME})|(?P<last>[A-ZÀ-Þ][\w’'-]+))"
)
#: A national of a state with a name, and words that stand for people only.
_NATIONAL = re.compile(rf" (?:[a-z][a-z-]+ ){{1,3}}(?P<name>{roles.FULL_NAME})(?! [A-ZÀ-Þ])")
_PERSON = re.compile(r"\b(?:who|whom|he|him|she|her)\b")


class Stranger(NamedTuple):
    """Somebody whom "he" may mean though he is no mention; `bearer` is of the state whose national he is, if told."""

    start: int
    end: int
    bearer: Bearer | None


def find(seen: Text, memory: Memory, found: Sequence[Found]) -> Iterator[Stranger]:
    """Those who speak in a sentence and are no party, of whom the memory learns the surnames, and nationals of a state
    whom the sentence goes on to tell of.
    """
    if is_title_case(seen.text):
        return
    if not _GUARDS.isdisjoint(_WORD.findall(seen.lower)):
        for pattern in (_SAID_BY, _SAYS):
            for match in pattern.finditer(seen.text):
                yield from _speaking(match, seen, memory, found)
    if _PERSON.search(seen.text) is not None:
        yield from _nationals(seen, memory, found)


def _speaking(match: re.Match[str], seen: Text, memory: Memory, found: Sequence[Found]) -> Iterator[Stranger]:
    group = "full" if match["full"] is not None else "last"
    name = match[group].partition(" of ")[0]
    one = _stranger(name, match.start(group), seen, memory, found)
    if one is None or (group == "last" and not memory.has_spoken(name)):
        return
    memory.remember_speaker(surname(name))
    yield one


def _nationals(seen: Text, memory: Memory, found: Sequence[Found]) -> Iterator[Stranger]:
    for each in found:
        match = _NATIONAL.match(seen.text, each.end) if each.kind in ("state", "adjective") else None
        if match is not None and _PERSON.search(seen.text, match.end()) is not None:
            one = _stranger(match["name"], match.start("name"), seen, memory, found)
            if one is not None:
                yield one._replace(bearer=Bearer(match["name"], each.bearers[0].code))


def _stranger(name: str, start: int, seen: Text, memory: Memory, found: Sequence[Found]) -> Stranger | None:
    """Somebody of a name that means nobody known."""
    end = start + len(name)
    is_word = re.split(r"[ -]", name, maxsplit=1)[0] in ambiguous.openers()
    if is_word or is_known(seen, start) or is_known(seen, end - 1) or memory.knows(surname(name)):
        return None
    is_mention = any(each.start < end and start < each.end for each in found)
    return None if is_mention else Stranger(start, end, None)
