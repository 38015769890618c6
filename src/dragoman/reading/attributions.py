"""Who says so: sources, cues and contents of a sentence, and the chain behind each of its characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.reading.encoder import Encoded
from dragoman.reading.gazetteer import gazetteer
from dragoman.reading.heads import heads
from dragoman.reading.mentions import Mention
from dragoman.reading.sources import is_nameless, resolve
from dragoman.records import Attribution, Span

_CITING = re.compile(
    r"\b(?:cit(?:ed|es|ing)|quot(?:ed|es|ing)|refer(?:red|s|ring) to|relay(?:ed|s|ing))\b", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:told|tells|telling|informed|speaking to|interview (?:with|to))\b", re.IGNORECASE)
_WHO = r"(?P<source>(?:[Tt]he |[Aa]n? |[A-ZÀ-ÖØ-Þ])[^,;:“”\"]{2,90}?)"
_SAYS = (
    r"(?P<cue>said|says|announced|reported|reports|added|noted|stated|warned|acknowledged|confirmed|declared"
    r"|told [^,;:]{2,40})"
)
_WHEN = r"(?: (?:on|in|at|last|this|late|early|during) [^,;:]{2,40})?"
#: What is said, unless somebody else takes the floor in it.
_CONTENT = r"(?P<content>(?:(?!, (?:while|but|whereas|though|although) ).)+)"
#: Reported speech in forms that leave no doubt: "According to A, ...", "..., according to A", "A said that ...",
#: "..., A said".
_FORMS = (
    re.compile(rf"(?P<cue>According to) {_WHO}, {_CONTENT}$"),
    re.compile(r"(?P<content>.+), (?P<cue>according to) (?P<source>[^,;:]{3,90})\.?$"),
    re.compile(rf"{_WHO} {_SAYS}{_WHEN} that {_CONTENT}$"),
    re.compile(rf"{_CONTENT}, {_WHO} {_SAYS}{_WHEN}\.?$"),
)
#: Pieces that a content must have, and the least chance of a cue in it, to be read once more for who speaks in it.
SHORTEST = 8
INNER_CUE = 0.02
#: What is left of a source when the tags cut it short; it names nobody.
_NOBODY = re.compile(
    r"(?i)it|we|i|you|this|that|who|the|a|an|his|her|their|its|our|of|by|that|which|who|[\W\d_]*|[\W\d_]*\w[\W\d_]*"
)
_NO_CUE = re.compile(r"(?i)had|has|have|is|are|was|were|be|been|will|would|do|does|did|that|to")
_PERSON = re.compile(r"he|she|they")
_NAME_GOES_ON = re.compile(r"\w*(?:[ -][A-ZÀ-ÖØ-Þ][\w’'.-]*\w)*")
_QUOTES = '“"«„'


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution in a document: the links it adds to a chain and the stretches of text that it covers."""

    links: tuple[Attribution, ...]
    contents: tuple[Span, ...]

    def covers(self, start: int, end: int) -> bool:
        """Whether it is this source who says what stands there."""
        return any(content.start <= start and end <= content.end for content in self.contents)

    @property
    def size(self) -> int:
        """Characters covered: the wider attribution is the outer one."""
        return sum(content.end - content.start for content in self.contents)


@dataclass(frozen=True, slots=True)
class _Within:
    """What a source's words are resolved against."""

    sentence: Span
    mentions: Sequence[Mention]


def find(sentence: Span, encoded: Encoded, mentions: Sequence[Mention]) -> list[Said]:
    """The attributions that a sentence makes."""
    parts = _parts(sentence, encoded)
    sources = [_whole(source, sentence) for source in parts.get("Source", []) if _names_somebody(source.text)]
    cues = [cue for cue in parts.get("Cue", []) if not _NO_CUE.fullmatch(cue.text)]
    contents = parts.get("Content", [])
    within = _Within(sentence, mentions)
    outer, inner = _citing(sources, cues, sentence)
    found: list[Said] = []
    for number, source in enumerate(sources):
        if source is inner:
            continue
        cue = _nearest(source, cues)
        covered = _covered(source, cue, contents, (sources, cues), sentence)
        links = [_link(source, cue, covered, within)]
        if source is outer and inner is not None:
            links.append(_link(inner, _nearest(inner, cues), covered, within))
        if number == 0 and (publisher := _told_publisher(source, cue, sentence)):
            links.insert(0, _link(publisher, cue, covered, within))
        if covered:
            found.append(Said(tuple(links), tuple(covered)))
    sure = _by_form(within)
    return sure + [said for said in found if not any(_same_speech(said, each, cues) for each in sure)]


def within(sentence: Span, encoded: Encoded, saids: Sequence[Said]) -> list[Span]:
    """The contents in which somebody else may be speaking: to be read once more on their own, as sentences."""
    chances = heads().cue_chances(encoded)
    found = []
    for content in (content for said in saids for content in said.contents):
        inside = encoded.covering(content.start - sentence.start, content.end - sentence.start)
        if len(inside) >= SHORTEST and inside != list(range(1, len(encoded.offsets) - 1)):
            found += [content] if chances[inside].max() > INNER_CUE else []
    return found


def _by_form(within: _Within) -> list[Said]:
    """The attribution of a sentence in one of the fixed forms of reported speech, whatever the tags show."""
    sentence = within.sentence
    for form in _FORMS:
        match = form.match(sentence.text)
        if match is not None:
            source, cue, content = (_span(sentence, *match.span(name)) for name in ("source", "cue", "content"))
            told = _told_publisher(source, _span(sentence, match.start("cue"), match.start("cue") + 4), sentence)
            speakers = [source] if told is None else [told, source]
            return [Said(tuple(_link(speaker, cue, [content], within) for speaker in speakers), (content,))]
    return []


def chain(place: Span, actors: Sequence[Span], saids: Sequence[Said]) -> tuple[Attribution, ...]:
    """The sources behind the text at `place`, outermost first.

    Who acts is not who says that he acted: a link whose words are an actor's is left out.
    """
    covering = sorted((said for said in saids if said.covers(place.start, place.end)), key=lambda said: -said.size)
    links: list[Attribution] = []
    for link in (link for said in covering for link in said.links):
        acts = any(link.mention.overlaps(actor) for actor in actors)
        if not acts and link.source not in [known.source for known in links]:
            links.append(link)
    return tuple(links)


def _same_speech(said: Said, sure: Said, cues: Sequence[Span]) -> bool:
    """Whether an attribution tells nothing beside a sure one: the same source, or one in its content without a cue."""
    mine, content = said.links[-1].mention, sure.contents[0]
    if any(mine.overlaps(link.mention) for link in sure.links):
        return True
    return content.covers(mine) and not any(content.covers(cue) for cue in cues)


def _parts(sentence: Span, encoded: Encoded) -> dict[str, list[Span]]:
    """Spans by role from the tags of the pieces."""
    found: dict[str, list[Span]] = {}
    role, start, end = "", 0, 0
    for tag, (first, last) in zip([*heads().tags(encoded), "O"], [*encoded.offsets, (0, 0)], strict=True):
        if role and (tag == "O" or tag[0] == "B" or tag[2:] != role) and not (tag == "O" and last == first != 0):
            found.setdefault(role, []).append(_span(sentence, start, end))
            role = ""
        if tag != "O" and last > first:
            if not role:
                role, start = tag[2:], first
            end = last
    return found


def _names_somebody(words: str) -> bool:
    """Whether a source's words can be one: a name, a pronoun for a person, or a noun for those who speak."""
    if _NOBODY.fullmatch(words):
        return False
    return any(letter.isupper() for letter in words) or _PERSON.fullmatch(words) is not None or is_nameless(words)


def _whole(source: Span, sentence: Span) -> Span:
    """A source that the tags cut in the middle of a name, with the rest of the name."""
    rest = _NAME_GOES_ON.match(sentence.text, source.end - sentence.start)
    end = source.end - sentence.start + (len(rest.group()) if rest and source.text.split()[-1][:1].isupper() else 0)
    return _span(sentence, source.start - sentence.start, end)


def _span(sentence: Span, start: int, end: int) -> Span:
    return Span(sentence.start + start, sentence.start + end, sentence.text[start:end])


def _citing(sources: list[Span], cues: list[Span], sentence: Span) -> tuple[Span | None, Span | None]:
    """In "A, citing B, reported": A is the outer source and B the inner."""
    for before, after in pairwise(sources):
        between = sentence.text[before.end - sentence.start : after.start - sentence.start]
        if _CITING.search(between) and len(between) < 60:
            return before, after
    return None, None


def _nearest(source: Span, cues: list[Span]) -> Span | None:
    return min(cues, key=lambda cue: _gap(source, cue), default=None)


def _gap(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _covered(
    source: Span, cue: Span | None, contents: list[Span], others: tuple[list[Span], list[Span]], sentence: Span
) -> list[Span]:
    """The contents that belong to a source: those nearer to it, or to its cue, than to any other source."""
    rivals = [each for each in others[0] if each is not source]
    anchor = cue if cue is not None else source
    near = [
        content
        for content in contents
        if all(min(_gap(anchor, content), _gap(source, content)) <= _gap(rival, content) for rival in rivals)
    ]
    return near or ([sentence] if cue is not None and not contents and _is_whole(sentence, source, cue) else [])


def _is_whole(sentence: Span, source: Span, cue: Span) -> bool:
    """Whether a sentence with a source and a cue but no content found is an "according to X" sentence."""
    return cue.text.lower().startswith(("according", "per")) and source.end - source.start < 80 < len(sentence.text)


def _told_publisher(source: Span, cue: Span | None, sentence: Span) -> Span | None:
    """In "an official told Haaretz that": Haaretz, which reports what it was told."""
    if cue is None or not _TOLD.search(cue.text):
        return None
    for name in gazetteer().find(sentence.text):
        start = sentence.start + name.start
        if name.sense.kind == "publisher" and 0 <= start - cue.end < 12 and start >= source.end:
            return _span(sentence, name.start, name.end)
    return None


def _link(source: Span, cue: Span | None, contents: Sequence[Span], within: _Within) -> Attribution:
    direct = any(content.text[:1] in _QUOTES or content.text[-1:] in '”"»' for content in contents)
    resolved = resolve(source, within.sentence, within.mentions)
    return Attribution(resolved, source, cue.text if cue is not None else None, direct)
