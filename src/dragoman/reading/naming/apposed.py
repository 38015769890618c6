"""People who are named beside their office: "Ana Gervasi, Peru's minister," or "Peru's minister, Ana Gervasi,"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dragoman.codebook import ambiguous
from dragoman.codebook.names import label
from dragoman.codebook.organisations import organisations
from dragoman.reading.naming import roles
from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.found import Found, Text, is_known, is_title_case, remembered
from dragoman.reading.naming.memory import Memory
from dragoman.reading.times.expressions import WEEKDAYS

#: A full name with an office behind its comma, or that it is said to have, and one behind the comma of an office.
_NAME_COMMA = re.compile(
    rf"(?<![\w-])({roles.FULL_NAME})(?:,| (?:is|has been|became|has become|serves as))"
    r" (?:(?:the|then|an?|former|who was|now|currently|still) )*$"
)
_NAME = re.compile(rf"{roles.FULL_NAME}(?=[,.;)])")
_SURNAME = re.compile(rf"{roles.PERSON.pattern}(?=[,.;)])")
#: Those who speak or act for a person rather than for the state.
_SPEAKS_FOR = re.compile(
    r"\b(?:advis[eo]r|aide|ambassador|chief of staff|envoy|negotiator|press secretary|representative"
    r"|spokes(?:man|person|woman))$"
)
#: Where a place stands rather than who bears the office behind the comma: "In New York, the president".
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Nn]ear|[Oo]utside)$")
#: Mentions whose words may tell what a body is that is named behind them, and what stands between.
_TELLING = ("adjective", "office", "organisation")
_OWN_BODY = re.compile(
    r"(?: (?!(?:and|can|could|did|do|does|has|had|have|may|might|must|not|or|should|the|to|will|would)\b)[a-z-]+){0,2}"
    r" (?:agency|arm|body|court|faction|force|fund|group|militia|mission|movement|operation|party|program(?:me)?"
    r"|watchdog) "
)
_LONGEST_TOLD = 40
#: What stands between a state, or its adjective, and the armed group that is at home there.
_AT_HOME = {"state": "'s ", "adjective": " "}
#: What stands between a name and the office that its bearer has behind a comma, and between that and the next name.
_COMMA_OFFICE = re.compile(r", (?:the )?")
_NEXT_NAME = re.compile(rf",? (?:(?:and|with) )?{roles.FULL_NAME}")
#: What stands between an envoy and his own name: the post to which he is sent.
_POSTED = re.compile(r" (?:to|for|at) (?:the )?")
#: What an office is for, between it and the comma: "the envoy for the Sahel, Ana Gervasi,".
_ABOUT = re.compile(r" for (?:the )?[A-ZÀ-Þ][\w-]+(?: (?:(?:and|of|the) ){0,2}[A-ZÀ-Þ][\w-]+){0,3}(?=, )")
#: What stands before, between and behind words between commas that say who somebody is: ", Samoa's closest ally,".
_BEFORE_ASIDE, _OWNER = re.compile(r", (?:the )?"), re.compile(r"['’]s? (?:[a-z-]+ ){0,3}")
_ASIDE = re.compile(r"(?: (?:across|in|on|over|to)\b[^,;:.()]{1,40})?[,.;]")


def described(seen: Text, start: int, end: int, before: list[Found]) -> tuple[Bearer, ...]:
    """Whom words for a neighbour or an ally mean that stand beside a name between commas: "Fiji, Samoa's neighbour,",
    "Fiji, its neighbour to the south,". `before` are the mentions up to there.
    """
    if _ASIDE.match(seen.text, end) is None:
        return ()
    owner = before[-1] if before and _OWNER.fullmatch(seen.text, before[-1].end, start) is not None else None
    names, start = (before, start) if owner is None else (before[:-1], owner.start)
    named = names[-1] if names and _BEFORE_ASIDE.fullmatch(seen.text, names[-1].end, start) is not None else None
    if named is None or named.kind != "state" or (owner is not None and owner.bearers == named.bearers):
        return ()
    return named.bearers


def find(seen: Text, memory: Memory, found: list[Found]) -> Iterator[Found]:
    """People named beside their office: "Ana Gervasi, Peru's minister," or "Peru's minister, Ana Gervasi,"."""
    for office in [each for each in found if each.kind == "office" and each.person]:
        place = _named_before(seen, office.start) or _own_behind(seen, office) or _posted(seen, office.end)
        if place is not None:
            bearer = replace(office.bearers[0], name=seen.text[place[0] : place[1]])
            yield remembered(Found(*place, (bearer,), "person", person=True), memory)


def is_of_another(seen: Text, office: Found, end: int, *, last: int) -> bool:
    """Whether the name that ends there, behind the comma of an office, goes with another one: "Ana Gervasi, president
    of Peru, Ole Holm," or "the president of Peru, Ole Holm, prime minister of Norway,". `last` is where the last person
    ends who bears an office, and so no other.
    """
    before = _named_before(seen, office.start)
    return (before is not None and before[1] > last) or _has_another(seen, office, end)


def joined(seen: Text, found: list[Found]) -> list[Found]:
    """Mentions in order, of which bodies that are named behind what they are have all the words: "the NATO mission
    KFOR" is KFOR, and no party beside NATO.
    """
    kept: list[Found] = []
    for each in found:
        if each.kind == "organisation" and kept and _tells(seen, kept[-1], each):
            kept[-1] = each._replace(start=kept[-1].start)
        else:
            kept.append(each)
    return kept


def _tells(seen: Text, what: Found, body: Found) -> bool:
    """Whether words before the name of a body tell what it is, and whose: "the UN agency", "the Lebanese group"; or
    where an armed group is at home: "Lebanon's Hezbollah".
    """
    if _is_home(seen, what, body):
        return True
    if what.person or what.kind not in _TELLING or body.start - what.end > _LONGEST_TOLD or is_title_case(seen.text):
        return False
    if body.start == what.end + 1 and (what.kind == "office" or what.bearers[0].code == body.bearers[0].code):
        return what.kind != "adjective" and seen.text[what.end] == " "
    return what.kind != "office" and _OWN_BODY.fullmatch(seen.text, what.end, body.start) is not None


def _is_home(seen: Text, what: Found, body: Found) -> bool:
    if what.kind not in ("state", "adjective") or not seen.text.startswith(_AT_HOME[what.kind], what.end):
        return False
    start = what.end + len(_AT_HOME[what.kind])
    return body.start == start and _homes().get(body.bearers[0].code) == what.bearers[0].code


@cache
def _homes() -> dict[str, str | None]:
    """The states in which armed groups are at home, by the codes of both."""
    return {each.code: each.state for each in organisations() if each.kind == "armed_group"}


def _has_another(seen: Text, office: Found, end: int) -> bool:
    """Whether the office of another state stands behind the comma of a name, and no other name that goes with it."""
    comma = _COMMA_OFFICE.match(seen.text, end)
    role = None if comma is None else next((each for each in seen.roles if each.start == comma.end()), None)
    if role is None or not role.is_title or role.is_plural:
        return False
    state = next((each for each in seen.names if roles.before(seen.text, each.start, [role]) is not None), None)
    if state is None or state.sense.kind != "state" or state.sense.code == office.bearers[0].code:
        return False
    return _NEXT_NAME.match(seen.text, state.end) is None


def speaking(seen: Text, memory: Memory, found: list[Found]) -> Iterator[Found]:
    """Those who speak or act for somebody who is named: "Tinubu's spokesman Bayo Onanuga", "Tinubu's envoy"."""
    for each in found:
        if each.kind != "person" or not seen.text.startswith("'", each.end):
            continue
        role = roles.after(seen.text, each.end, seen.roles)
        if role is None or not _SPEAKS_FOR.search(role.words.lower()):
            continue
        titled = next((other for other in found if other.start == role.start and other.kind == "person"), None)
        if titled is not None:
            yield titled._replace(start=each.start)
            continue
        bearer = replace(each.bearers[0], role=role.words)
        office = Found(each.start, role.end, (replace(bearer, name=label(bearer.code)),), "office", person=True)
        place = bearing(seen, role.end)
        if place is not None and place[0] == role.end + 1:
            yield Found(each.start, place[1], (replace(bearer, name=seen.text[slice(*place)]),), "person", person=True)
        else:
            yield office
            yield from find(seen, memory, [office])


def _named_before(seen: Text, start: int) -> tuple[int, int] | None:
    match = _NAME_COMMA.search(seen.text, max(0, start - 60), start)
    return None if match is None or _is_when_or_where(match, seen) else _name(seen, *match.span(1))


def _is_when_or_where(match: re.Match[str], seen: Text) -> bool:
    """Whether what stands before a comma is a place or a day: "In New York", "Last Tuesday"."""
    first, last = match[1].split()[0], match[1].split()[-1]
    return (
        first in ambiguous.openers()
        or last.lower() in WEEKDAYS
        or _PLACED.search(seen.text, 0, max(match.start() - 1, 0)) is not None
    )


def _own_behind(seen: Text, office: Found) -> tuple[int, int] | None:
    place = _named_behind(seen, office.end)
    return None if place is None or _has_another(seen, office, place[1]) else place


def bearing(seen: Text, end: int) -> tuple[int, int] | None:
    """Where who bears an office that ends there is named: "its envoy Ana Gervasi", "its envoy, Ana Gervasi,"."""
    person = roles.bearer(seen.text, end + 1) if seen.text[end : end + 1] == " " else None
    place = None if person is None else _name(seen, person[1] - len(person[0]), person[1])
    return _named_behind(seen, end) if place is None else place


def _named_behind(seen: Text, end: int) -> tuple[int, int] | None:
    """Where a full name stands behind a comma; behind an honorific a surname is enough."""
    about = _ABOUT.match(seen.text, end)
    end = end if about is None else about.end()
    if not seen.text.startswith(", ", end):
        return None
    start = roles.behind_honorifics(seen.text, end + 2)
    match = (_NAME if start == end + 2 else _SURNAME).match(seen.text, start)
    return None if match is None else _name(seen, *match.span())


def _name(seen: Text, start: int, end: int) -> tuple[int, int] | None:
    """Where a name stands without the honorifics before it; `None` if it is one that is known."""
    start = roles.behind_honorifics(seen.text, start)
    return None if is_known(seen, start) else (start, end)


def _posted(seen: Text, end: int) -> tuple[int, int] | None:
    """Where who bears an office is named behind the post: "Peru's envoy to the United Nations Ana Gervasi"."""
    to = _POSTED.match(seen.text, end)
    behind = -1 if to is None else to.end()
    post = next((each for each in seen.names if each.start <= behind < each.end), None)
    if post is None or seen.text[post.end : post.end + 1] != " " or is_title_case(seen.text):
        return None
    person = roles.bearer(seen.text, post.end + 1)
    return None if person is None or " " not in person[0] else _name(seen, person[1] - len(person[0]), person[1])
