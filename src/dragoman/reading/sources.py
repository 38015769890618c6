"""Whom the words of a source mean."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebook.names import label
from dragoman.reading.gazetteer import gazetteer
from dragoman.reading.mentions import Mention
from dragoman.reading.roles import find as find_roles
from dragoman.records import Source, Span

_ANONYMOUS = re.compile(
    r"\b(?:sources?|officials?|diplomats?|analysts?|experts?|observers?|critics|insiders|people|some|many|others|reports?|rumou?rs"
    r"|commentators?|aides?|witnesses|residents|lawmakers|proponents|supporters|opponents)\b",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"\b(?:cable|statement|readout|communiqu[eé]|report|paper|study|letter|document|memo|transcript|article|data|figures|statistics|survey|poll"
    r"|filing|release|declaration|text)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][\w'’.-]+(?: (?:al-|bin |de |van |von )?[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][\w'’.-]+){1,3}")

#: "A friend at" a ministry is not the ministry.
_SOMEBODY_OF = re.compile(
    r"(?:an?|one|some|two|three|several) [\w-]+(?: [\w-]+)? (?:at|in|from|of|inside|close to) ", re.I
)


def resolve(words: Span, sentence: Span, mentions: Sequence[Mention]) -> Source:
    """The source that a span of a sentence names: a publisher, a party, a document, or somebody unnamed."""
    for name in gazetteer().find(sentence.text):
        if words.start < sentence.start + name.end and sentence.start + name.start < words.end:
            if name.sense.kind == "publisher":
                return Source(name.sense.label, "publisher", name.sense.code, "MED")
            if name.sense.kind == "institute":
                return Source(name.sense.label, "organisation", name.sense.code, name.sense.sector)
    return _party(words, mentions) or _named(words)


def is_nameless(words: str) -> bool:
    """Whether words say that somebody speaks, or a document, without a name: "two diplomats", "the cable"."""
    return _ANONYMOUS.search(words) is not None or _DOCUMENT.search(words) is not None or bool(find_roles(words))


def _party(words: Span, mentions: Sequence[Mention]) -> Source | None:
    inside = [mention for mention in mentions if words.overlaps(mention.span)]
    for mention in sorted(inside, key=lambda each: (each.kind != "person", each.span.start)):
        party = mention.parties[0]
        if _is_person(mention):
            return Source(party.name, "person", party.code, party.sector)
        if _DOCUMENT.search(words.text):
            return Source(words.text, "document", party.code, party.sector)
        if _ANONYMOUS.search(words.text) or _SOMEBODY_OF.fullmatch(
            words.text[: max(mention.span.start - words.start, 0)]
        ):
            return Source(words.text, "anonymous", party.code, party.sector)
        if mention.kind == "organisation":
            return Source(party.name, "organisation", party.code, party.sector)
        longer = _around(mention, words)
        if longer is not None:
            return Source(longer, "organisation", party.code)
        return Source(
            words.text if mention.kind == "adjective" else mention.span.text,
            "office",
            party.code,
            party.sector or "GOV",
        )
    return None


def _around(mention: Mention, words: Span) -> str | None:
    """The name of a body that a state's is the first part of: "the Botswana Power Corporation" is not Botswana."""
    if mention.kind == "adjective" or any(role.sector != "BUS" for role in find_roles(words.text)):
        return None
    name = _NAME.match(words.text[max(mention.span.start - words.start, 0) :])
    return name.group().rstrip(".") if name is not None and name.group().startswith(f"{mention.span.text} ") else None


def _is_person(mention: Mention) -> bool:
    """Whether a mention stands for somebody by name, in its own words or in those of another it refers to."""
    party = mention.parties[0]
    refers = mention.kind in ("pronoun", "office") and party.role is not None
    return mention.kind == "person" or (refers and party.name != label(party.code or ""))


def _named(words: Span) -> Source:
    if _DOCUMENT.search(words.text):
        return Source(words.text, "document")
    if _ANONYMOUS.search(words.text):
        return Source(words.text, "anonymous")
    name = _NAME.search(words.text)
    if name is not None:
        called = name.group().rstrip(".")
        # Nobody's first name is an article.
        body = called.removeprefix("The ")
        return Source(body, "person" if body == called else "organisation")
    return Source(words.text, "anonymous" if words.text[:1].islower() else "organisation")
