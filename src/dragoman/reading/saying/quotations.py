"""Attributions that reach over sentences: a quotation that runs on, a cue that ends in a colon, a text that is all an excerpt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from dragoman.reading.naming import roles
from dragoman.reading.naming.gazetteer import gazetteer
from dragoman.reading.naming.officeholders import is_she
from dragoman.reading.quoted import quotations
from dragoman.reading.saying.attributions import Said
from dragoman.reading.saying.sources import resolve
from dragoman.reading.sentences import Sentence
from dragoman.records import Attribution, Source, Span
from dragoman.records.attribution import SourceKind

_OPEN, _CLOSE = "“«„", "”»"
_SPEAKS = re.compile(
    r"[“”\"«»]|\b(?:said|says|told|according|report|cited|citing|puts? it|notes?|added|stated)\b|:\s*$", re.IGNORECASE
)
_ANNOUNCES = re.compile(
    r"(?:(?:But |And )?(?:As|Or, as) )?(?P<source>(?:[Tt]he |[A-Z])[^,:]{2,80}?) (?P<cue>puts?|says?|said|notes?|noted|states?|stated"
    r"|writes?|wrote|reads?|explains?|explained|continues?|continued|concludes?|concluded|declared|adds?|added|warned|argued)\b[^:]*:$"
)
#: Whoever is so referred to may have been named in the sentence before.
_REFERS = re.compile(
    r"^(?:He|She|It|They)\b|\b(?:he|she) (?:also )?(?:said|added|told|warned|argued)|\b(?:his|her) (?:view|opinion)\b"
)
#: Who goes on speaking, by the kinds of sources that a word may stand for.
_SAME: dict[str, tuple[SourceKind, ...]] = {
    "It": ("office", "organisation", "publisher", "document"),
    "They": ("anonymous",),
}
_PERSON = re.compile(roles.FULL_NAME)
#: Who is somebody that spoke before, and characters over which he is that.
_HE, _MALE, _WHOSE = ("he", "she", "his", "her"), ("he", "his"), ("his", "her")
_FAR = 400
_EXCERPT = re.compile(
    r"\b(?:an? (?:abridged |edited |translated )?(?:excerpt|extract|translation|reprint|summary)|excerpts|republish\w*|reprint\w*"
    r"|reproduc\w* (?:below|here)|originally (?:appeared|published)|first (?:appeared|published)|translated from)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Spoke:
    """A person who spoke by name, and where the sentence ends in which he did."""

    source: Source
    end: int


def may_speak(sentence: str) -> bool:
    """Whether a sentence without parties can still say who speaks in those that follow."""
    return _SPEAKS.search(sentence) is not None or _EXCERPT.search(sentence) is not None


def are_heard(sentences: Sequence[Sentence], telling: Sequence[bool]) -> list[bool]:
    """Of each sentence of a document, whether who speaks in it may go on speaking in a later one that is telling.

    That is by the words alone, before anybody knows who speaks: `complete` carries nobody on elsewhere.
    """
    heard = [False] * len(sentences)
    opened = _opened(sentences)
    for number in range(len(sentences) - 2, -1, -1):
        here, after = sentences[number], sentences[number + 1]
        text, before = after.span.text, here.span.text
        goes_on = _goes_on(text, before, inside=opened[number]) or _REFERS.search(text) is not None
        is_next = telling[number + 1] and goes_on
        heard[number] = is_next or (heard[number + 1] and not _ends_speech(after))
    return heard


def complete(text: str, spoken: Sequence[tuple[Sentence, list[Said]]]) -> list[Said]:
    """All attributions of a document: those of its sentences, carried on where a quotation or an excerpt goes on."""
    found: list[Said] = []
    speaker: Said | None = None
    last: tuple[Sentence, list[Said]] | None = None
    spoke, people = False, list[_Spoke]()
    opened = _opened([sentence for sentence, _ in spoken])
    for number, (sentence, saids) in enumerate(spoken):
        # Behind a colon speaks who was named before it, and not whoever spoke in an earlier sentence.
        before = spoken[number - 1][0].span.text if number and spoke else ""
        inside = opened[number - 1] if number else False
        if not saids and speaker is not None and _goes_on(sentence.span.text, before, inside=inside):
            saids = [replace(speaker, contents=(sentence.span,))]
        elif not saids and sentence.span.text.endswith(":"):
            saids = _announced(sentence)
        if people and _names_somebody(text[people[-1].end : sentence.span.start]):
            people = []
        saids = _going_on(text, sentence, saids, last)
        saids = [each for said in saids if (each := _named(said, people)) is not None]
        people = _people(sentence, saids, people)
        found.extend(saids)
        last, spoke = (sentence, saids), bool(saids)
        speaker = _speaker(sentence, saids, speaker)
    return [*_excerpt(text, spoken), *found]


def _going_on(
    text: str, sentence: Sentence, saids: list[Said], before: tuple[Sentence, list[Said]] | None
) -> list[Said]:
    """The attributions of a sentence, of which "It added" and "They added" are to whoever speaks in the one before."""
    if not any(said.links[-1].mention.text in _SAME for said in saids):
        return saids
    is_next = before is not None and not text[before[0].span.end : sentence.span.start].strip()
    last = before[1][-1].links[-1].source if before is not None and before[1] and is_next else None
    found = []
    for said in saids:
        link = said.links[-1]
        kinds = _SAME.get(link.mention.text)
        if kinds is None:
            found.append(said)
        elif last is not None and last.kind in kinds and link.source.code in (None, last.code):
            found.append(replace(said, links=(*said.links[:-1], replace(link, source=last))))
        elif link.mention.text != "It" or link.source.code is not None:
            found.append(said)
    return found


def _named(said: Said, people: Sequence[_Spoke]) -> Said | None:
    """An attribution to "he" of whom the mentions tell nothing, who is the last person that spoke by name; "in his view"
    is nobody's without one.
    """
    link = said.links[-1]
    word = link.mention.text.lower()
    is_told = word not in _HE or link.source.code is not None or link.source.name.lower() != word
    if is_told or not people or is_she(people[-1].source.name) is (word in _MALE):
        return said if is_told or word not in _WHOSE else None
    return replace(said, links=(*said.links[:-1], replace(link, source=people[-1].source)))


def _names_somebody(between: str) -> bool:
    """Whether somebody else may be named since a person spoke, whom "he" may mean then."""
    found = [match.span() for match in _PERSON.finditer(between)]
    if not found:
        return False
    known = [
        (each.start, each.end) for each in gazetteer().find(between) if each.sense.kind not in ("person", "people")
    ]
    return any(not any(first < end and start < last for first, last in known) for start, end in found)


def _people(sentence: Sentence, saids: Sequence[Said], before: list[_Spoke]) -> list[_Spoke]:
    """The people who spoke by name in a sentence and in those near before it."""
    near = [each for each in before if sentence.span.start - each.end < _FAR]
    speaking = (said.links[-1].source for said in saids)
    return [*near, *(_Spoke(each, sentence.span.end) for each in speaking if each.kind == "person")]


def _opened(sentences: Sequence[Sentence]) -> list[bool]:
    """Of each sentence, whether a quotation goes on behind it; none goes on into a new paragraph without its mark."""
    found, inside = [], False
    for each in sentences:
        inside = quotations(each.span.text, inside=inside and not each.first).is_open
        found.append(inside)
    return found


def _goes_on(sentence: str, before: str, *, inside: bool) -> bool:
    """Whether a sentence is a quotation whose speaker was named in the sentence before; `inside` one that goes on."""
    quoted = sentence[:1] in f'{_OPEN}"' and (sentence.rstrip(".,")[-1:] in f'{_CLOSE}"' or sentence.count("”") == 0)
    return quoted or inside or before.rstrip().endswith(":")


def _announced(sentence: Sentence) -> list[Said]:
    """The speaker whom a sentence that ends in a colon announces: "As the cable puts it:"."""
    match = _ANNOUNCES.match(sentence.span.text)
    if match is None:
        return []
    start = sentence.span.start + match.start("source")
    words = Span(start, start + len(match["source"]), match["source"])
    source = resolve(words, sentence.span, [])
    return [Said((Attribution(source, words, cue=match["cue"], direct=True),), (words,))]


def _speaker(sentence: Sentence, saids: Sequence[Said], last: Said | None) -> Said | None:
    """Who is speaking after a sentence: the last one named in it; a new paragraph without a quotation ends the speech."""
    if saids:
        return max(saids, key=lambda said: said.contents[-1].end)
    return None if _ends_speech(sentence) else last


def _ends_speech(sentence: Sentence) -> bool:
    return sentence.first and sentence.span.text[:1] not in f'{_OPEN}"'


def _excerpt(text: str, spoken: Sequence[tuple[Sentence, list[Said]]]) -> list[Said]:
    """The text that follows when the head of a document says it is taken from elsewhere."""
    head = (each for each, _ in spoken if each.span.start < max(1500, len(text) // 8))
    for _, sentences in groupby(head, lambda each: each.paragraph):
        paragraph = list(sentences)
        cued = ((each, cue) for each in paragraph if (cue := _EXCERPT.search(each.span.text)) is not None)
        sentence, cue = next(cued, (None, None))
        origin = _origin(paragraph) if cue is not None else None
        if sentence is not None and cue is not None and origin is not None:
            rest = Span.of(text, sentence.span.end, len(text))
            return [Said((Attribution(*origin, cue=cue.group()),), (rest,))]
    return []


def _origin(paragraph: Sequence[Sentence]) -> tuple[Source, Span] | None:
    """The publisher or institute that a paragraph about the origin of a text names first."""
    for sentence in paragraph:
        for name in gazetteer().find(sentence.span.text):
            if name.sense.kind in ("publisher", "institute"):
                kind: SourceKind = "publisher" if name.sense.kind == "publisher" else "organisation"
                source = Source(name.sense.label, kind, name.sense.code, name.sense.sector)
                start, words = sentence.span.start + name.start, sentence.span.text[name.start : name.end]
                return source, Span(start, start + len(words), words)
    return None
