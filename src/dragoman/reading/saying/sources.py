"""Whom the words of a source mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.codebook.names import label
from dragoman.codebook.organisations import organisations
from dragoman.reading.mentions import Mention
from dragoman.reading.naming import bodies
from dragoman.reading.naming.gazetteer import Name, gazetteer
from dragoman.reading.naming.qualifiers import BACKED
from dragoman.reading.naming.roles import find as find_roles
from dragoman.records import Party, Source, Span

_ANONYMOUS = re.compile(
    r"\b(?:sources?|officials?|diplomats?|analysts?|experts?|observers?|critics|insiders|people|some|many|others|reports?|rumou?rs"
    r"|commentators?|aides?|witnesses|eyewitnesses|residents|villagers|lawmakers|proponents|supporters|opponents"
    r"|activists|bloggers|media|outlets|newspapers|broadcasters|tabloids)\b",
    re.IGNORECASE,
)
#: Others who speak, whose nouns are no offices of anybody.
_SPEAKERS = re.compile(
    r"\b(?:adviser|author|agenc(?:y|ies)|attorney|auditor|authorit(?:y|ies)|bod(?:y|ies)|bondholder|boss(?:es)?|broker|bureau"
    r"|chairman|chairwoman|chamber|channel|chief|coalition|commission|committee|consultant|council|creditor|delegate"
    r"|department|director|donor|driver|engineer|exchange|faction|father|federation|fighter|filmmaker|founder|group|guard"
    r"|inspector|investigator|lawyer|lender|maker|manager|mission|monitor|mother|neighbou?r|network|office|officer"
    r"|organi[sz]er|panel|pensioner|pilot|producer|relative|sailor|shopkeeper|specialist|station|strategist|survivor|team"
    r"|utilit(?:y|ies)|veteran|victim|widow)s?\b"
)
_DOCUMENT = re.compile(
    r"\b(?:cable|statement|readout|communiqu[eé]|report|paper|study|letter|document|memo|transcript|article|data|figures|statistics|survey|poll"
    r"|filing|release|declaration|text)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][\w'’.-]+(?: (?:al-|bin |de |van |von )?[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][\w'’.-]+){1,3}")
_OF_SOMEBODY = re.compile(rf"['’]s (?P<name>{_NAME.pattern})$")
_SOMEBODY_NAMED = re.compile(rf"(?P<name>{_NAME.pattern}),? (?:of|from|at|with) (?:the )?")
_SOMEBODY_WHO = re.compile(rf"(?P<name>{_NAME.pattern}), (?:an?|one of|who|now an?) ")

#: "A friend at" a ministry is not the ministry.
_SOMEBODY_OF = re.compile(
    r"(?:an?|one|some|two|three|several) [\w-]+(?: [\w-]+)? (?:at|in|from|of|inside|close to) ", re.I
)

#: "An aide to" the president is not the president, nor is "the president's aide".
_SOMEBODY = (
    r"(?:[a-z-]+ ){0,2}(?:advis[eo]rs?|aides?|allies|ally|associates?|brother|confidants?|cousin|daughter|deput(?:y|ies)"
    r"|friends?|lawyers?|officials?|people|son|sources?|wife)"
)
_SOMEBODY_TO = re.compile(
    rf"(?:an?|another|one|some|several|two|three) {_SOMEBODY} (?:to|of|for|under|with|close to|around) (?:[\w-]+ ){{0,4}}",
    re.IGNORECASE,
)
_SOMEBODYS = re.compile(rf"['’]s? {_SOMEBODY}")

#: Nor are his critics, of whom it is not told whose they are.
_AGAINST = r"(?:[a-z-]+ ){0,2}(?:critics?|detractors?|enemies|foes|opponents?|rivals?)"
_AGAINST_SOMEBODY = re.compile(rf"(?:the |some |many )?{_AGAINST} (?:of|to) (?:[\w-]+ ){{0,4}}", re.IGNORECASE)
_SOMEBODYS_AGAINST = re.compile(rf"['’]s? {_AGAINST}")

#: What stands before a publisher that has only seen what is cited: "a UN report seen by Reuters".
_SEEN = re.compile(
    r"\b(?:seen|obtained|reviewed|viewed|examined|read|consulted) by (?:the )?$|\bshared with (?:the )?$"
)

#: Kinds of mentions that are a state by its name.
_STATES = frozenset({"state", "adjective"})


def resolve(words: Span, sentence: Span, mentions: Sequence[Mention]) -> Source:
    """The source that a span of a sentence names: a publisher, a party, a document, or somebody unnamed."""
    names = gazetteer().find(sentence.text)
    for name in names:
        if words.start < sentence.start + name.end and sentence.start + name.start < words.end:
            if name.sense.kind == "publisher" and _SEEN.search(sentence.text, 0, name.start) is None:
                return Source(name.sense.label, "publisher", name.sense.code, "MED")
            if name.sense.kind == "institute":
                institute = Source(name.sense.label, "organisation", name.sense.code, name.sense.sector)
                return _somebody_of(words, sentence.start + name.start, institute) or institute
    body = _body(words, sentence, names)
    return _apposed(words, mentions) or _party(words, mentions, body) or _named(words, body)


def _apposed(words: Span, mentions: Sequence[Mention]) -> Source | None:
    """Somebody named before it is told what he is, who is no party: "Ana Roe, a trader in Tunis"."""
    match = _SOMEBODY_WHO.match(words.text)
    if match is None or not _is_somebody(match["name"]):
        return None
    end = words.start + match.end("name")
    known = any(words.start < each.span.end and each.span.start < end for each in mentions)
    return None if known else Source(match["name"], "person")


@dataclass(frozen=True, slots=True)
class _Body:
    """A body that the words name, as a source, and where its name stands in the document."""

    source: Source
    start: int
    end: int

    def names(self, mention: Mention) -> bool:
        """Whether its name holds that of a state, which is not who speaks then."""
        return self.start <= mention.span.start and mention.span.end <= self.end and mention.kind in _STATES


def _body(words: Span, sentence: Span, names: Sequence[Name]) -> _Body | None:
    found = bodies.find(sentence.text, words.start - sentence.start, words.end - sentence.start)
    if found is None:
        return None
    source = Source(found.name, "organisation", bodies.state(found, names), found.sector)
    return _Body(source, sentence.start + found.start, sentence.start + found.end)


def _around_body(words: Span, body: _Body | None) -> str:
    """The words without the name of the body, in which "Statistics" is no document and "People" are nobody."""
    return words.text if body is None else words.text.replace(body.source.name, "")


def is_nameless(words: str) -> bool:
    """Whether words say that somebody speaks, or a document, without a name: "two diplomats", "the cable"."""
    known = any(nouns.search(words) is not None for nouns in (_ANONYMOUS, _DOCUMENT, _SPEAKERS))
    return known or bool(find_roles(words))


def _party(words: Span, mentions: Sequence[Mention], body: _Body | None) -> Source | None:
    around = _around_body(words, body)
    inside = [mention for mention in mentions if words.overlaps(mention.span) and not _backs(mention, words)]
    for mention in sorted(inside, key=lambda each: (each.kind != "person", each.span.start)):
        party = mention.parties[0]
        if _is_person(mention):
            return _person(mention, words)
        if _DOCUMENT.search(around):
            return Source(words.text, "document", party.code, party.sector)
        if _ANONYMOUS.search(around) or _SOMEBODY_OF.fullmatch(words.text[: max(mention.span.start - words.start, 0)]):
            return Source(words.text, "anonymous", party.code, party.sector)
        if body is not None and body.names(mention):
            return _somebody_of(words, body.start, body.source) or body.source
        if (named := _whose(mention, inside, words) or _of_body(mention, words)) is not None:
            return named
        if any(_belongs(other, mention, words) for other in inside):
            continue
        if mention.kind == "organisation":
            return Source(party.name, "organisation", party.code, party.sector)
        longer = _around(mention, words)
        if longer is not None:
            return Source(longer, "organisation", party.code)
        return Source(
            _office(mention, words, body),
            "office",
            party.code,
            party.sector or "GOV",
        )
    return None


def _backs(mention: Mention, words: Span) -> bool:
    """Whether a mention only tells who stands behind those who speak: "the UN-backed commission"."""
    return BACKED.match(words.text, max(mention.span.end - words.start, 0)) is not None


def _office(mention: Mention, words: Span, body: _Body | None) -> str:
    """The name of an office: all of it where a mention is only the first part of it, "Kenya's Ministry of Health", and
    what "he" stands for.
    """
    if mention.kind == "adjective":
        return words.text
    party = mention.parties[0]
    if mention.kind == "pronoun":
        return party.name if party.role is None else f"{mention.span.text} ({party.role} of {party.name})"
    goes_on = body is not None and body.start <= mention.span.start and mention.span.end < body.end
    return body.source.name if body is not None and goes_on else mention.span.text


def _whose(mention: Mention, inside: Sequence[Mention], words: Span) -> Source | None:
    """A person who is somebody's: "Peru's Ana Paz" is Ana Paz."""
    name = _OF_SOMEBODY.search(words.text)
    if name is None or find_roles(name["name"]):
        return None
    start = words.start + name.start("name")
    if start < mention.span.end or any(other.span.end > start for other in inside):
        return None
    party = mention.parties[0]
    return Source(name["name"], "person", party.code, party.sector)


def _somebody_of(words: Span, start: int, body: Source) -> Source | None:
    """Somebody named before a body that begins at a place: "Ana Kamau of the Nairobi Institute"."""
    of = _SOMEBODY_NAMED.fullmatch(words.text[: max(start - words.start, 0)])
    if of is None or not _is_somebody(of["name"]):
        return None
    return Source(of["name"], "person", body.code, body.sector)


def _of_body(body: Mention, words: Span) -> Source | None:
    """Somebody named before the body of which he is: "Ana Kamau of the Kenya Red Cross"."""
    if body.kind != "organisation":
        return None
    party = body.parties[0]
    return _somebody_of(words, body.span.start, Source(party.name, "organisation", party.code, party.sector))


def _is_somebody(name: str) -> bool:
    """Whether a name is a person's: no office's and no body's."""
    return not find_roles(name) and bodies.find(name) is None


def _belongs(body: Mention, state: Mention, words: Span) -> bool:
    """Whether a mention is a body of the state named before it: "Chile's Codelco" is Codelco."""
    between = words.text[max(state.span.end - words.start, 0) : max(body.span.start - words.start, 0)]
    is_its = state.kind in _STATES and body.kind == "organisation" and body.parties[0].code == state.parties[0].code
    return is_its and between in (" ", "'s ", "’s ")


def _around(mention: Mention, words: Span) -> str | None:
    """The name of a body that a state's is the first part of: "the Botswana Power Corporation" is not Botswana."""
    if mention.kind == "adjective" or any(role.sector != "BUS" for role in find_roles(words.text)):
        return None
    name = _NAME.match(words.text[max(mention.span.start - words.start, 0) :])
    return name.group().rstrip(".") if name is not None and name.group().startswith(f"{mention.span.text} ") else None


def _is_person(mention: Mention) -> bool:
    """Whether a mention stands for somebody by name, in its own words or in those of another it refers to."""
    party = mention.parties[0]
    refers = mention.kind == "pronoun" or (mention.kind == "office" and party.role is not None)
    return mention.kind == "person" or (refers and not _is_body(party, mention))


def _person(mention: Mention, words: Span) -> Source:
    """Somebody by name, or an unnamed one who is only somebody's."""
    party = mention.parties[0]
    before, behind = (
        words.text[: max(mention.span.start - words.start, 0)],
        words.text[mention.span.end - words.start :],
    )
    if _AGAINST_SOMEBODY.fullmatch(before) is not None or _SOMEBODYS_AGAINST.fullmatch(behind) is not None:
        return Source(words.text, "anonymous")
    if _SOMEBODY_TO.fullmatch(before) is not None or _SOMEBODYS.fullmatch(behind) is not None:
        return Source(words.text, "anonymous", party.code, party.sector)
    return Source(party.name, "person", party.code, party.sector)


def _is_body(party: Party, mention: Mention) -> bool:
    """Whether an office has no name but that of the state or organisation whose it is."""
    return party.name == label(party.code or "") or party.name in mention.span.text or party.name in _organisations()


@cache
def _organisations() -> frozenset[str]:
    return frozenset(each.name for each in organisations())


def _named(words: Span, body: _Body | None) -> Source:
    around, code = _around_body(words, body), None if body is None else body.source.code
    if _DOCUMENT.search(around):
        return Source(words.text, "document", code)
    if _ANONYMOUS.search(around):
        return Source(words.text, "anonymous", code)
    if body is not None:
        return _somebody_of(words, body.start, body.source) or body.source
    name = _NAME.search(words.text)
    if name is not None and BACKED.search(name.group()) is None:
        called = name.group().rstrip(".")
        # Nobody's first name is an article.
        bare = called.removeprefix("The ")
        return Source(bare, "person" if bare == called else "organisation")
    return Source(words.text, "anonymous" if words.text[:1].islower() else "organisation")
