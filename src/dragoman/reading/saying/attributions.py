"""Who says so: sources, cues and contents of a sentence, and the chain behind each of its characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain as joined

from dragoman.reading.mentions import Mention
from dragoman.reading.naming.gazetteer import gazetteer
from dragoman.reading.saying import citing, denials
from dragoman.reading.saying.sources import is_nameless, resolve
from dragoman.reading.saying.speeches import Speech
from dragoman.records import Attribution, Span

_CITING = re.compile(
    r"\b(?:cit(?:ed|es|ing)|quot(?:ed|es|ing)|refer(?:red|s|ring) to|relay(?:ed|s|ing))\b", re.IGNORECASE
)
_TOLD = re.compile(r"\b(?:told|tells|telling|informed|speaking to|interview (?:with|to))\b", re.IGNORECASE)
#: Behind these a clause tells what somebody says, who does not do it by saying so.
_SAYS = re.compile(
    r"(?i)(?:sa(?:y|ys|id|ying)|stat(?:es?|ed|ing)|t(?:ell|ells|old|elling)|(?:claim|insist|argu)[a-z]*|according)\b"
)
#: Whoever was told something does not say so.
_WAS_TOLD = re.compile(
    r" (?:was|were|is|are|has been|have been|had been) (?:[a-z]+ly |also )?(?:told|informed|assured|notified|advised)\b"
    r"(?! by\b)"
)
#: What is left of a source when the tags cut it short; it names nobody.
_NOBODY = re.compile(
    r"(?i)it|we|i|you|this|that|who|the|a|an|his|her|their|its|our|of|by|that|which|who|[\W\d_]*|[\W\d_]*\w[\W\d_]*"
)
#: What parts a clause from another, of which its speaker may say nothing.
_ANEW = re.compile(r"[;:—–]|, (?:and|but|while|whereas|though|although|as|which|who)\b")
_NO_CUE = re.compile(r"(?i)had|has|have|is|are|was|were|be|been|will|would|do|does|did|that|to")
_PERSON = re.compile(r"he|she|they")
_NAME_GOES_ON = re.compile(r"\w*(?:[ -][A-ZÀ-ÖØ-Þ][\w’'.-]*\w)*")
_VIEWS = ("view", "opinion", "eyes", "assessment", "judgment", "judgement", "estimate", "account")
#: Marks over which what is said is not taken to go on.
_ENDED = '.,;:—–“”"«»()'
_QUOTES = '“"«„'
#: Characters of a stretch of the document in which attributions are near to one another.
_NEARBY = 2_000


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution in a document: the links it adds to a chain and the stretches of text that it covers."""

    links: tuple[Attribution, ...]
    contents: tuple[Span, ...]

    def covers(self, start: int, end: int) -> bool:
        """Whether it is this source who says what stands there."""
        for content in self.contents:  # noqa: SIM110 - a generator is slower, and this is asked of each two
            if content.start <= start and end <= content.end:
                return True
        return False

    @property
    def size(self) -> int:
        """Characters covered: the wider attribution is the outer one."""
        return sum(content.end - content.start for content in self.contents)


@dataclass(frozen=True, slots=True)
class Replied:
    """A clause that denies what stands before its `start`, and by whom.

    `is_own`: what he has done himself; `is_refusal`: it may be of a proposal, if nobody said what stands before.
    """

    by: Attribution
    start: int
    is_own: bool
    is_refusal: bool


class Saids:
    """The attributions of a document by where their contents stand, for there may be many, and few are near a place."""

    def __init__(self, saids: Sequence[Said]) -> None:
        self._near: dict[int, list[Said]] = {}
        for said in saids:
            reached = [range(each.start // _NEARBY, each.end // _NEARBY + 1) for each in said.contents]
            for number in dict.fromkeys(joined.from_iterable(reached)):
                self._near.setdefault(number, []).append(said)

    def near(self, place: Span) -> Sequence[Said]:
        """Those that may cover a place, in their order."""
        return self._near.get(place.start // _NEARBY, ())


@dataclass(frozen=True, slots=True)
class _Within:
    """What a source's words are resolved against."""

    sentence: Span
    mentions: Sequence[Mention]


def find(sentence: Span, told: Sequence[Speech], mentions: Sequence[Mention]) -> list[Said]:
    """The attributions that a sentence makes, given those that the encoder's heads told of it."""
    within = _Within(sentence, mentions)
    told = [_sourced(each, sentence) for each in told]
    cited = _cited(sentence, told, within)
    known = [] if cited is None else [link.mention for link in cited.links]
    heard = [
        each
        for speech in told
        if (each := _heard(speech, sentence, told)) is not None and not any(each.source.overlaps(one) for one in known)
    ]
    saids = [_said(each, within, first=number == 0) for number, each in enumerate(heard)]
    return [*saids, *(each for each in (cited, _denied(sentence, saids, within)) if each is not None)]


def _denied(sentence: Span, saids: Sequence[Said], within: _Within) -> Said | None:
    """What a report told whose denial stands behind it: it is whoever denies it who says so."""
    found = denials.find(sentence.text)
    if found is None:
        return None
    said, cue, source = (_span(sentence, *place) for place in found)
    # The heads often see who says it without the verb that denies, which may be the word that tells of it.
    heard = (each.links for each in saids if any(link.mention.overlaps(source) for link in each.links))
    if (links := next(heard, None)) is not None:
        return Said(links, (said,))
    if not _names_somebody(source.text):
        return None
    return Said((_link(source, cue, (said,), within),), (said,))


def replied(sentence: Span, mentions: Sequence[Mention]) -> Replied | None:
    """The clause of a sentence in which somebody denies what was told before it, or the sentence that does."""
    reply = denials.reply(sentence.text)
    if reply is None:
        return None
    source, cue = _span(sentence, *reply.source), _span(sentence, *reply.cue)
    if not _names_somebody(source.text):
        return None
    link = _link(source, cue, (), _Within(sentence, mentions))
    return Replied(link, sentence.start + reply.start, is_own=reply.is_own, is_refusal=reply.is_refusal)


def _cited(sentence: Span, told: Sequence[Speech], within: _Within) -> Said | None:
    """What the clause reports in which a source is cited: "..., NRK quoted an official as saying, adding ..."."""
    found = citing.find(sentence.text)
    if found is None:
        return None
    places = [place for place in (found.outer, found.inner) if place is not None]
    sources = [_span(sentence, *place) for place in places]
    if not all(_names_somebody(source.text) for source in sources):
        return None
    end, cue = sentence.start + found.end, _span(sentence, *found.cue)
    behind = [
        content
        for speech in told
        if speech.source is None or any(speech.source.overlaps(source) for source in sources)
        for content in speech.contents
        if content.start >= end
    ]
    before = [] if found.reported is None else [_span(sentence, 0, found.reported)]
    contents = tuple(dict.fromkeys(before + behind))
    return Said(tuple(_link(source, cue, contents, within) for source in sources), contents) if contents else None


@dataclass(frozen=True, slots=True)
class _Heard:
    """A speech with a source that can be one and with words that can be said."""

    source: Span
    cue: Span
    contents: tuple[Span, ...]


def _heard(speech: Speech, sentence: Span, told: Sequence[Speech]) -> _Heard | None:
    if speech.source is None or _NO_CUE.fullmatch(speech.cue.text):
        return None
    if not (_names_somebody(speech.source.text) or _views(speech) or speech.source.text == "It"):
        return None
    source = _whole(speech.source, sentence)
    if source.end <= speech.cue.start and _WAS_TOLD.match(sentence.text, source.end - sentence.start):
        return None
    contents = (
        _cited_for(speech, sentence, told)
        or _reported(speech, sentence, told)
        or _unbroken(speech, sentence)
        or ((sentence,) if _is_whole(sentence, source, speech.cue) else ())
    )
    return _Heard(source, speech.cue, contents) if contents else None


def _sourced(speech: Speech, sentence: Span) -> Speech:
    """What is "according to" somebody whom the tags did not see, with him as its source."""
    if speech.source is not None or not speech.cue.text.lower().startswith("according to"):
        return speech
    place = citing.according(sentence.text, speech.cue.start - sentence.start)
    return speech if place is None else replace(speech, source=_span(sentence, *place))


def _views(speech: Speech) -> bool:
    """Whether it is what somebody thinks who spoke before: "in her view"."""
    return speech.source is not None and speech.source.text in ("his", "her") and speech.cue.text in _VIEWS


def _unbroken(speech: Speech, sentence: Span) -> tuple[Span, ...]:
    """What is said, in whole words, and without the gaps that the tags left in a clause."""
    found: list[Span] = []
    for content in speech.contents:
        start, end = content.start - sentence.start, content.end - sentence.start
        while end < len(sentence.text) and sentence.text[end - 1].isalnum() and sentence.text[end].isalnum():
            end += 1
        gap = sentence.text[found[-1].end - sentence.start : start] if found else _ENDED
        if not any(mark in gap for mark in _ENDED):
            start = found.pop().start - sentence.start
        found.append(_span(sentence, start, end))
    return tuple(found)


def _cited_for(speech: Speech, sentence: Span, told: Sequence[Speech]) -> tuple[Span, ...]:
    """What is told by whoever cites a source behind it: "El Heraldo reported, citing an official"."""
    place = told.index(speech)
    if place == 0 or not _CITING.fullmatch(speech.cue.text):
        return ()
    by = _heard(told[place - 1], sentence, told)
    if by is None or by.cue.end > speech.cue.start or any(each.end > by.source.start for each in speech.contents):
        return ()
    return by.contents


def _reported(speech: Speech, sentence: Span, told: Sequence[Speech]) -> tuple[Span, ...]:
    """All that stands before a last clause, where the tags found nothing or a part of it."""
    source, cue = speech.source, speech.cue
    is_told = _TOLD.search(cue.text) is not None
    if source is None or source.end > cue.start or denials.is_denying(cue.text):
        return ()
    earlier = [each for each in speech.contents if each.end <= source.start]
    later = [each for each in speech.contents if each.start >= cue.end]
    if len(earlier) + len(later) < len(speech.contents) or _begins_anew(earlier, sentence):
        return ()
    # The cue may hold what follows the verb: "said after".
    verb = cue.start + len(cue.text.split(" ")[0])
    places = [source.start - sentence.start, *(each - sentence.start for each in (cue.end, verb))]
    ends = (citing.reported(sentence.text, places[0], each, told=is_told) for each in places[1:])
    end = next((each for each in ends if each is not None), None)
    if end is None:
        return ()
    before = _span(sentence, 0, end)
    return () if any(other.cue.overlaps(before) for other in told) else (before, *later)


def _begins_anew(contents: Sequence[Span], sentence: Span) -> bool:
    """Whether what is said begins behind another clause, or is a quotation, so that no more is said before it."""
    if not contents:
        return False
    first = contents[0]
    before = sentence.text[: first.start - sentence.start]
    return first.text[:1] in _QUOTES or any(mark in before for mark in _QUOTES) or _ANEW.search(before) is not None


def _said(heard: _Heard, within: _Within, *, first: bool) -> Said:
    sentence = within.sentence
    place = heard.source.start - sentence.start, heard.source.end - sentence.start
    if (places := citing.quoted_by(sentence.text, *place)) is not None:
        quoting = [_span(sentence, *each) for each in places]
        return Said(tuple(_link(each, heard.cue, heard.contents, within) for each in quoting), heard.contents)
    links = [_link(heard.source, heard.cue, heard.contents, within)]
    if first and (publisher := _told_publisher(heard.source, heard.cue, within.sentence)):
        links.insert(0, _link(publisher, heard.cue, heard.contents, within))
    return Said(tuple(links), heard.contents)


def chain(
    place: Span, actors: Sequence[Span], saids: Sequence[Said], *, verbal: bool = False
) -> tuple[Attribution, ...]:
    """The sources behind the text at `place`, outermost first.

    Who acts is not who says that he acted: a link whose words are an actor's is left out, unless a clause tells what
    he says. Of what is `verbal` that clause does no more than the deed: "Peru said that Chile had lied".
    """
    covering = [said for said in saids if said.covers(place.start, place.end)]
    if len(covering) > 1:
        covering.sort(key=_depth)
    links: list[Attribution] = []
    for one, link in ((each, link) for each in covering for link in each.links):
        acts = any(link.mention.overlaps(actor) for actor in actors) and (verbal or not _is_claim(one, link))
        if not acts and link.source not in [known.source for known in links]:
            links.append(link)
    return tuple(links)


def _is_claim(said: Said, link: Attribution) -> bool:
    """Whether a clause of its own tells what somebody says: "officials said the plant would", "vowed that it would"."""
    if _SAYS.match(link.cue or "") is not None:
        return True
    return any(each.text.startswith("that ") for each in said.contents)


def _depth(said: Said) -> tuple[int, bool]:
    """Outer attributions first: the wider, and of two that cover the same the one that cites the other."""
    cue = said.links[-1].cue
    return -said.size, cue is not None and _CITING.search(cue) is not None


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


def _is_whole(sentence: Span, source: Span, cue: Span) -> bool:
    """Whether a sentence with a source and a cue but no content found is an "according to X" sentence."""
    return cue.text.lower().startswith(("according", "per")) and source.end - source.start < 80 < len(sentence.text)


def _told_publisher(source: Span, cue: Span | None, sentence: Span) -> Span | None:
    """In "an official told Haaretz that": Haaretz, which reports what it was told."""
    told = None if cue is None else _TOLD.search(cue.text)
    if cue is None or told is None:
        return None
    # The cue may hold the first letters of the name.
    end = cue.start + told.end()
    for name in gazetteer().find(sentence.text):
        start = sentence.start + name.start
        if name.sense.kind == "publisher" and 0 <= start - end < 12 and start >= source.end:
            return _span(sentence, name.start, name.end)
    return None


def _link(source: Span, cue: Span | None, contents: Sequence[Span], within: _Within) -> Attribution:
    direct = any(content.text[:1] in _QUOTES or content.text[-1:] in '”"»' for content in contents)
    resolved = resolve(source, within.sentence, within.mentions)
    return Attribution(resolved, source, cue.text if cue is not None else None, direct)
