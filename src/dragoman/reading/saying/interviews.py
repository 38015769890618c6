"""The turns of an interview or a debate: who speaks in each, whom "we" means there, and whom "you" means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.codebook.names import label
from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.memory import Memory
from dragoman.reading.saying import authors, briefings
from dragoman.reading.saying.attributions import Said
from dragoman.reading.sentences import paragraphs
from dragoman.records import Attribution, Source, Span

#: What a turn begins with: the name of who speaks, or a letter or word for the question and the answer.
_TURN = re.compile(
    r"(?P<speaker>(?P<ask>Q(?:uestion|UESTION)?)|(?P<answer>A(?:nswer|NSWER)?)"
    r"|(?P<name>[A-ZÀ-ÖØ-Þ][\w.’'-]+(?: [A-ZÀ-ÖØ-Þ][\w.’'-]+){0,3}))"
    r"(?: ?\([^()\n]{2,40}\))?(?: ?:\s+|(?<=\b[QA])\.\s+)"
)
#: Of more speakers than these there is no one whom "you" or "we" means, and to ask it of each in every turn takes long.
_MOST = 40
#: What stands before a name that is a surname by itself.
_TITLE = re.compile(r"(?:Mr|Ms|Mrs|Mme|Dr|(?:[A-Z][a-z]+ )*(?:Secretary|Minister|President|Premier|Ambassador))\b")


@dataclass(frozen=True, slots=True)
class _Turn:
    """What one speaker says, from `start` (its label) on; it is a question or an answer, or that of somebody named."""

    start: int
    said: int
    end: int
    speaker: str
    kind: str


class Interview:
    """The turns of a text; it learns from the memory whom those who answer speak for, as the reading goes on."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._turns = _turns(text) if ":" in text or "\nA." in text else []
        self._at = {each.start: each for each in self._turns}
        speakers = {(each.kind, each.speaker): each for each in self._turns}
        self._speakers = [*speakers.values()] if len(speakers) <= _MOST else []
        self._end = 0
        self._answering: Bearer | None = None
        self._speaker: Bearer | None = None
        self._known: dict[str, Bearer] = {}
        self._begun = False
        self._hosted = self._of_host()

    def enter(self, start: int, memory: Memory) -> None:
        """Tell the memory whom "we" and "you" mean in the sentence that begins at a place."""
        if not self._turns or start < self._turns[0].start or (start < self._end and start not in self._at):
            return
        if not self._begun:
            self._begun, self._speaker = True, memory.speaker
            self._answering = _introduced(memory)
        turn = self._at.get(start)
        memory.speaker, memory.addressed = self._speaker, None
        if turn is not None:
            self._end = turn.end
            self._enter(turn, memory)

    def _enter(self, turn: _Turn, memory: Memory) -> None:
        own = self._represented(turn, memory)
        if own is None:
            others = {each.code: each for other in self._speakers if (each := self._represented(other, memory))}
            memory.addressed = next(iter(others.values())) if len(others) == 1 else None
        memory.speaker = own or (self._speaker if self._may_publish(turn, memory) else None)

    def _of_host(self) -> dict[str, Bearer]:
        """Those who answer in a briefing that a state holds: by their office, or the only one whom others ask."""
        code = briefings.host(self._text[: self._turns[0].start]) if self._turns else None
        if code is None:
            return {}
        named = [each.speaker for each in self._speakers if each.kind == "name"]
        is_asked = any(each.kind == "ask" for each in self._speakers)
        answering = [each for each in named if briefings.is_titled(each)] or (named if is_asked else [])
        return {each: briefings.official(each, code) for each in answering} if len(answering) == 1 else {}

    def _may_publish(self, turn: _Turn, memory: Memory) -> bool:
        """Whether whoever publishes may speak in a turn: who answers, or the only one by name who is a stranger."""
        if turn.kind != "name":
            return turn.kind == "answer"
        named = [each.speaker for each in self._speakers if each.kind == "name"]
        return len([each for each in named if memory.person(each) is None]) == 1

    def _represented(self, turn: _Turn, memory: Memory) -> Bearer | None:
        """For whom somebody speaks in a turn; a private person, or an asker, for nobody."""
        if turn.kind == "ask":
            return None
        bearer = self._answering if turn.kind == "answer" else self._person(turn.speaker, memory)
        return None if bearer is None or not authors.speaks_for(bearer) else Bearer(label(bearer.code), bearer.code)

    def _person(self, speaker: str, memory: Memory) -> Bearer | None:
        """Who speaks by name, which a transcript may have in capitals, and with a title before the surname alone."""
        if (known := self._known.get(speaker)) is not None:
            return known
        found, surname = memory.person(speaker), _surname(speaker)
        if found is None and surname != speaker:
            found = memory.person(surname)
        found = found or self._hosted.get(speaker)
        if found is not None:
            self._known[speaker] = found
        return found

    def said(self) -> Iterator[Said]:
        """The turns as attributions to those who speak in them."""
        for turn in self._turns:
            source = self._source(turn)
            if source is not None:
                mention = Span.of(self._text, turn.start, turn.start + len(turn.speaker))
                yield Said((Attribution(source, mention, direct=True),), (Span.of(self._text, turn.said, turn.end),))

    def _source(self, turn: _Turn) -> Source | None:
        bearer = self._known.get(turn.speaker) if turn.kind == "name" else self._answering
        if turn.kind == "name" and (bearer is None or bearer.name == label(bearer.code)):
            return Source(turn.speaker, "person")
        if turn.kind == "ask" or bearer is None:
            return None
        return Source(
            bearer.name, "person" if bearer.name != label(bearer.code) else "office", bearer.code, bearer.sector
        )


def _turns(text: str) -> list[_Turn]:
    """The turns of those who speak more than once: a question or an answer up to the next turn, but the last, and what
    somebody named says up to the end of the paragraph, for a name with a colon may head other things where nothing is
    marked as a question. Where somebody answers by his office, those who speak once ask.
    """
    begun = [(match, end) for start, end in paragraphs(text) if (match := _TURN.match(text, start, end))]
    often = Counter(match["speaker"] for match, _ in begun)
    answers = any(often[name] > 1 for name in often if briefings.is_titled(name))
    kept = [(match, end) for match, end in begun if often[match["speaker"]] > 1 or answers]
    is_asked = answers or any(match["ask"] for match, _ in kept)
    nexts = [*(match.start() for match, _ in kept[1:]), None]
    found = []
    for (match, end), after in zip(kept, nexts, strict=False):
        kind = "ask" if often[match["speaker"]] == 1 else _kind(match)
        last = end if after is None or (kind == "name" and not is_asked) else after
        found.append(_Turn(match.start(), match.end(), last, match["speaker"], kind))
    return found


def _surname(speaker: str) -> str:
    """The name without the title before it, as other sentences have it: "SECRETARY ROE" is Roe."""
    name = speaker.title() if speaker.isupper() else speaker
    return name.split()[-1] if speaker.isupper() or _TITLE.match(name) else name


def _kind(match: re.Match[str]) -> str:
    return next(kind for kind in ("ask", "answer", "name") if match[kind])


def _introduced(memory: Memory) -> Bearer | None:
    """Who is interviewed: the first somebody of an office who was spoken of before the first turn, and by his name if
    that was told.
    """
    spoken = [each.bearer for each in memory.heard if each.person and each.bearer is not None and each.bearer.role]
    same = (each for each in spoken if each.code == spoken[0].code and each.name != label(each.code))
    return next(same, spoken[0]) if spoken else None
