"""People who speak and are no party, such as experts: "said Ana Roe, a historian". "He" behind them is nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.codebook import ambiguous, cues
from dragoman.reading import roles
from dragoman.reading.bearers import surname
from dragoman.reading.found import Found, Text, is_known, is_title_case
from dragoman.reading.memory import Memory

_SAYING = "|".join(dict.fromkeys((*cues.past("speaking"), *cues.present("speaking"))))
#: Words without one of which there is no need to look.
_GUARDS = tuple(
    dict.fromkeys(word.split()[0] for word in (*cues.past("speaking"), *cues.present("speaking"), "according"))
)
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


def find(seen: Text, memory: Memory, found: Sequence[Found]) -> Iterator[Found]:
    """Those who speak in a sentence and are no party; the memory learns their surnames."""
    if not any(word in seen.lower for word in _GUARDS) or is_title_case(seen.text):
        return
    for pattern in (_SAID_BY, _SAYS):
        for match in pattern.finditer(seen.text):
            one = _stranger(match, seen, memory, found)
            if one is not None:
                yield one


def _stranger(match: re.Match[str], seen: Text, memory: Memory, found: Sequence[Found]) -> Found | None:
    group = "full" if match["full"] is not None else "last"
    name = match[group].partition(" of ")[0]
    start = match.start(group)
    end = start + len(name)
    is_word = re.split(r"[ -]", name, maxsplit=1)[0] in ambiguous.openers()
    if is_word or is_known(seen, start) or is_known(seen, end - 1) or memory.knows(surname(name)):
        return None
    if any(each.start < end and start < each.end for each in found):
        return None
    if group == "full":
        memory.strange(surname(name))
    elif not memory.is_strange(name):
        return None
    return Found(start, end, (), "person", person=True)
