"""When what the sentences of a document tell occurred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from dragoman.codebook import cues
from dragoman.codebook.units import UNITS
from dragoman.reading.figures import changes
from dragoman.reading.naming import places
from dragoman.reading.relating import borders, refusals
from dragoman.reading.relating.relations import Relation
from dragoman.reading.sentences import Sentence
from dragoman.reading.times import dates
from dragoman.reading.times.diaries import Days
from dragoman.reading.times.expressions import NUMBERS, Expression
from dragoman.records import Document, Interval, Quantity, Span, Standing
from dragoman.records.statement import Kind

#: What stands between a figure and the period it is for: "of" its base, and a preposition.
_BASE_AND_IN = re.compile(r"(?: of [^,;.:()]{2,60}?)?,? (?:in|over|during|between|from|for|since)(?: the)? ")
_OPENING = re.compile(
    r"[“\"(]?(?:(?:In|On|Since|During|By|From|Until|After|Before|Between|Over|Throughout|As of)(?: the)? )?(?:the )?"
)
#: What stands before and behind the time that heads a paragraph of a chronology: "- 17 May 2023: Hungary's envoy ...".
_BULLET, _HEADS = re.compile(r"[-–—•*▪]? ?(?:(?:On|In|Early|Late|Mid) ?)?"), re.compile(r" ?(?::|—|–|-) ")
_SAYING = re.compile(rf"\b(?:{'|'.join((*cues.past('speaking'), *cues.past('binding')))})\b")
_HAD_SAID = re.compile(rf"\b(?:had|has|have) (?:\w+ )?{_SAYING.pattern}")
#: What stands before the time at which something was said, and before what had been done by then.
_SAID_ON = re.compile(rf"{_SAYING.pattern}(?: (?:reporters|journalists))? (?:(?:on|in|late|early) )*(?:the )?$")
_HAD_DONE = re.compile(r"\bhad (?:[\w’'-]+ ){0,3}$")
_AGREED = re.compile(rf"{_SAYING.pattern} (?:(?:on|in|at|during|late|early|earlier) )?(?:the )?$")
_TO_DO = re.compile(r"\bto (?!(?:the|an?|its|their|his|her)\b)[a-z]+\b")
_WILL = re.compile(r"\b(?:will|shall|would|may|might|could|should|must)\b")
#: What makes a form in "-ed" one of what is to come.
_NOT_YET = re.compile(r"\b(?:will|shall|would|may|might|can|could|should|must|to|be|being|am|is|are)\b[^.;:]*$")
#: What is said of a year that is not named is soon to come if so many days are not over yet: of longer ago it is named.
_SOON = timedelta(days=45)
_YEARLESS = ("date", "days", "month")
_THEN = re.compile(r",? when\b")
_HAD = re.compile(r"\b(?:had|has|have)\b")
#: A thing that is no subject, with the verb that tells what was done to it at the time that follows.
_MADE = re.compile(
    r"\b(?:of|under|from|to|with|on|in|by|\w+ing|\w+ed) (?:an?|the|its|their|his|this) (?:[\w’'-]+ ){1,4}?"
    r"(?P<made>signed|concluded|reached|adopted|agreed|struck|ratified|sealed|brokered|built|issued|published|founded"
    r"|imposed|drawn up)(?: by [^,.;:]{1,40}?)? (?:(?:back )?(?:in|on|during|last)(?: early| mid| late)?)? ?(?:the )?$"
)
#: What stands between two figures that are of one time.
_LISTED = re.compile(r"(?:(?!\b(?:from|than|compared|against|versus|up|down|to)\b)[^.;:])*\band\b[^.;:]*")
#: Kinds of times that are told by the one spoken of before, and those that need no word between a figure and them.
_OF_ANOTHER, _AWAY = ("later", "beside", "then"), ("later", "beside", "ago")
_AHEAD = frozenset((Standing.PLANNED, Standing.PREDICTED, Standing.REQUESTED))
_UNCERTAIN = frozenset((Standing.POSSIBLE, Standing.HYPOTHETICAL))
#: What stands before that which may come, in one clause, and how far before.
_MAY = re.compile(
    r"\b(?:may|might|could|can|would|will|hop(?:e|es|ing) to|consider(?:s|ing)|weigh(?:s|ing)|mull(?:s|ing)|ready to"
    r"|wants? to)\b(?! (?:[a-z]+ )?have\b)[^.;:]*$"
)
_NEAR = 60
#: What stands between something with its time and what was so long before or after it, in a clause with a subject.
_AWAY_FROM = re.compile(
    rf"\b(?P<count>{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|\d{{1,2}}) (?P<unit>day|week|month|year)s? "
    r"(?P<side>after|before)\b(?=(?: [\w’'-]+){0,4} ?$)"
)
_SIDES = {"after": "earlier", "before": "later"}
_REFUSAL = ("REJECT", Standing.ASSERTED)
_SETTLED = frozenset((Standing.ASSERTED, Standing.DENIED))


@dataclass(slots=True)
class Calendar:
    """Grows sentence by sentence: the time last spoken of, and that which heads the paragraph, as in a chronology."""

    document: Document
    _last: Interval | None = None
    _heading: Interval | None = None
    _times: Sequence[Expression] = ()
    _sentence: Sentence | None = None
    _days: Days = field(init=False)

    def __post_init__(self) -> None:
        self._days = Days(self.document)

    def turn(self, sentence: Sentence, times: Sequence[Expression]) -> None:
        """Go on to a sentence, which names these times."""
        self._last = self._after(self._times)
        same = self._sentence is not None and self._sentence.paragraph == sentence.paragraph
        self._sentence, self._times = sentence, [time for time in times if not _is_compared(time, sentence.span)]
        if sentence.first or not same:
            self._heading = self._headed(sentence.span) if sentence.first else None

    def told(
        self, relation: Relation, likely: Sequence[Expression], figures: Sequence[Quantity]
    ) -> list[tuple[Interval, tuple[Quantity, ...]]]:
        """When a relation of the sentence occurred, with its figures; told once for each time that some of these are
        of: "bought 310 tonnes in 2022, down from 415 in 2020".
        """
        own = self._owned(figures)
        if all(each is own[0] for each in own):
            return [(self.occurred(relation, likely, figures), tuple(figures))]
        future = self._is_to_come(relation)
        others = [each for each in likely if not any(each is one for one in own)]
        found: dict[Interval, list[Quantity]] = {}
        for figure, time in zip(figures, own, strict=True):
            when = self._resolved(time, future=future) if time is not None else None
            found.setdefault(when or self.occurred(relation, others, ()), []).append(figure)
        return [(when, tuple(these)) for when, these in found.items()]

    def _owned(self, figures: Sequence[Quantity]) -> list[Expression | None]:
        """The time of each figure: that right behind it, or behind the last of those that it is listed with, or behind
        one of another kind, for 300 tonnes in a year and their price are of one sale.
        """
        assert self._sentence is not None, "turn to a sentence first"
        place, found, last = self._sentence.span, list[Expression | None](), None
        for figure in reversed(figures):
            own = next((each for each in self._times if _is_behind(each, figure, place)), None)
            if own is None and last is not None and found:
                between = place.text[figure.mention.end - place.start : last.mention.start - place.start]
                own = found[-1] if _LISTED.fullmatch(between) else None
            found.append(own)
            last = figure
        return [
            own if own is not None else _beside(figure, [*zip(figures, found[::-1], strict=True)])
            for figure, own in zip(figures, found[::-1], strict=True)
        ]

    def occurred(self, relation: Relation, likely: Sequence[Expression], figures: Sequence[Quantity]) -> Interval:
        """When a relation of the sentence did: the first of its times that can be told, or that which heads the
        paragraph, or what the publication date alone lets one assume.

        `likely` are the times that belong to it, the surest first.
        """
        never = self._refused(relation)
        # Of a refusal the words behind it tell when that is which is refused.
        refuses = never is not None and relation.standing is Standing.ASSERTED
        future = self._is_to_come(relation) or (never is not None and not refuses)
        away = self._away(relation.trigger) if relation.kind == "event" and relation.standing in _SETTLED else None
        for expression in self._of(likely, figures):
            if away is not None and expression.span.end <= relation.trigger.start:
                continue
            if self._is_said_of_saying(expression) if future else self._is_ahead(expression, relation.kind):
                continue
            if refuses and self._is_of_refused(never, expression):
                continue
            resolved = self._resolved(self._when(expression, relation), future=future)
            if relation.kind == "event" and self._is_of_another(expression, relation.trigger):
                continue
            if relation.type == "geography" and resolved is not None and borders.is_of_act(expression, resolved):
                continue
            if resolved is not None and not self._is_too_late(resolved, relation):
                return self._from_now(resolved) if never is not None else resolved
        if away is not None:
            return away
        if self._heading is not None and relation.kind == "event" and relation.standing in _SETTLED:
            return self._heading
        return _assumed(relation, self.document)

    def _away(self, trigger: Span) -> Interval | None:
        """When something was, "two days after" or before which something else was that is told before it."""
        assert self._sentence is not None, "turn to a sentence first"
        place = self._sentence.span
        found = _AWAY_FROM.search(place.text, 0, trigger.start - place.start)
        earlier = (
            [] if found is None else [each for each in self._times if each.span.end <= place.start + found.start()]
        )
        if found is None or not earlier:
            return None
        parts = {"count": found["count"].lower(), "unit": found["unit"], "later": _SIDES[found["side"]]}
        words = Span(place.start + found.start(), place.start + found.end(), found.group())
        return dates.resolve(
            Expression(words, "later", parts, ""),
            published=self.document.published,
            before=self._resolved(earlier[-1], future=False),
        )

    def _is_to_come(self, relation: Relation) -> bool:
        """Whether a relation lies ahead: by its standing, or as what may come, and not what may have been."""
        if relation.standing in _AHEAD:
            return True
        if relation.standing not in _UNCERTAIN or self._sentence is None:
            return False
        at = relation.trigger.start - self._sentence.span.start
        return _MAY.search(self._sentence.span.text, max(0, at - _NEAR), at) is not None

    def _refused(self, relation: Relation) -> int | None:
        """Where in the sentence the words end by which a relation is told not to come, if it is denied or a refusal."""
        if relation.standing is not Standing.DENIED and (relation.type, relation.standing) != _REFUSAL:
            return None
        assert self._sentence is not None, "turn to a sentence first"
        return refusals.before(self._sentence.span.text, relation.trigger.start - self._sentence.span.start)

    def _is_too_late(self, when: Interval, relation: Relation) -> bool:
        """Whether a time to come stands by an event that is told to have happened: it is that of what was pledged, or
        of what somebody was invited to.
        """
        published = self.document.published.end if self.document.published is not None else None
        if relation.standing is not Standing.ASSERTED or relation.kind == "tie" or published is None:
            return False
        ahead = when.end if when.start is None else when.start
        if ahead is None or ahead <= published or not relation.trigger.text.endswith("ed"):
            return False
        assert self._sentence is not None, "turn to a sentence first"
        before = self._sentence.span.text[: relation.trigger.start - self._sentence.span.start]
        return _NOT_YET.search(before) is None

    def _is_of_thing(self, expression: Expression, trigger: Span | None = None) -> bool:
        """Whether a time is that at which a thing was made that an event is about: "under an accord signed in 2009"."""
        if self._sentence is None:
            return False
        place = self._sentence.span
        made = _MADE.search(place.text, 0, expression.span.start - place.start)
        if made is None or trigger is None:
            return made is not None
        return not made.start("made") <= trigger.start - place.start < made.end()

    def _is_of_refused(self, end: int | None, expression: Expression) -> bool:
        assert self._sentence is not None, "turn to a sentence first"
        start = expression.span.start - self._sentence.span.start
        return end is not None and end < start and refusals.reach(self._sentence.span.text, end, start)

    def _from_now(self, when: Interval) -> Interval:
        """A time until which something will not come begins when that is told; of what was before nothing is."""
        now = self.document.published.start if self.document.published is not None else None
        is_open = when.start is None and now is not None and when.end is not None and now <= when.end
        return replace(when, start=now) if is_open else when

    def _resolved(self, expression: Expression, *, future: bool) -> Interval | None:
        is_of_another = expression.kind in _OF_ANOTHER or expression.parts.get("of") in ("that", "the same")
        before = self._before(expression) if is_of_another else self._last
        return dates.resolve(expression, published=self.document.published, before=before, future=future)

    def _of(self, likely: Sequence[Expression], figures: Sequence[Quantity]) -> list[Expression]:
        """The times of the sentence that belong to a relation, the surest first.

        The time right behind a figure is the figure's ("60–69% of its imports in the 2010s"); a time that opens the
        sentence holds for all of it if nothing else does.
        """
        assert self._sentence is not None, "turn to a sentence first"
        place = self._sentence.span
        behind = [time for figure in figures for time in self._times if _is_behind(time, figure, place)]
        opening = [time for time in self._times if _OPENING.fullmatch(place.text[: time.span.start - place.start])]
        if opening and places.begins_with_day(place.text):
            # That is when it was told.
            opening = []
        own = [time for time in likely if not _is_compared(time, place)]
        return [*sorted(behind, key=lambda time: time.span.start), *own, *opening]

    def _when(self, expression: Expression, relation: Relation) -> Expression:
        """A time as that of an event that came then: 2023 in "since 2023, when Fiji signed a pact with Samoa"."""
        if expression.lead != "since" or relation.kind != "event" or self._sentence is None:
            return expression
        place = self._sentence.span
        then = _THEN.match(place.text, expression.span.end - place.start)
        came = then is not None and then.end() <= relation.trigger.start - place.start
        return replace(expression, lead="in") if came else expression

    def _is_said_of_saying(self, expression: Expression) -> bool:
        """Whether a time in a sentence on what lies ahead is that of the saying: one that opens it ("In May Peru said
        it will"), or that stands behind a promise that had been made ("had pledged a loan in May") or between a promise
        and what it is of ("agreed on Friday to lend").
        """
        assert self._sentence is not None, "turn to a sentence first"
        text, place = self._sentence.span.text, self._sentence.span.start
        before, behind = text[: expression.span.start - place], expression.span.end - place
        if _AGREED.search(before) is not None and _TO_DO.match(text, behind + 1) is not None:
            return True
        promise = _HAD_SAID.search(before)
        if promise is not None and _WILL.search(before, promise.end()) is None:
            return _TO_DO.search(before, promise.end()) is None
        saying, ahead = _SAYING.search(text, behind), _WILL.search(text, behind)
        opens = _OPENING.fullmatch(before) is not None
        return opens and saying is not None and (ahead is None or saying.start() < ahead.start())

    def _is_of_another(self, expression: Expression, trigger: Span) -> bool:
        """Whether a time is not that of an event, but of what it is about, or of when it was told."""
        return self._is_of_thing(expression, trigger) or self._is_told_later(expression, trigger)

    def _is_told_later(self, expression: Expression, trigger: Span) -> bool:
        """Whether a time is that at which somebody said what had happened by then: "On Monday Peru said it had"."""
        assert self._sentence is not None, "turn to a sentence first"
        text, place = self._sentence.span.text, self._sentence.span.start
        start, end, at = expression.span.start - place, expression.span.end - place, trigger.start - place
        if not 0 <= start < end < at or "had" not in text:
            return False
        told = end if _SAID_ON.search(text, max(0, start - _NEAR), start) is not None else None
        if told is None and _OPENING.fullmatch(text, 0, start) is not None:
            saying = _SAYING.search(text, end, at)
            told = None if saying is None else saying.end()
        return told is not None and _HAD_DONE.search(text, told, at) is not None

    def _is_ahead(self, expression: Expression, kind: Kind) -> bool:
        """Whether a time lies ahead of what has happened, and is that of something else: a deadline, "told them to go
        by Friday", or a day of the weeks to come, "invited them for 20 May". What stands may stand from such a day on.
        """
        if not {"year", "of", "which"}.isdisjoint(expression.parts) or self._sentence is None:
            return False
        if expression.lead == "by":
            return _HAD.search(self._sentence.span.text) is None
        published = self.document.published.end if self.document.published is not None else None
        # A whole month is said of the last one of that name as well.
        is_day = expression.kind in _YEARLESS and (expression.kind != "month" or "part" in expression.parts)
        if published is None or kind == "tie" or not is_day:
            return False
        ahead = dates.resolve(expression, published=self.document.published, future=True)
        return ahead is not None and ahead.start is not None and timedelta(0) < ahead.start - published <= _SOON

    def _before(self, expression: Expression) -> Interval | None:
        """The time last spoken of before an expression: 2014 in "sued in 2014 and won the following year"."""
        return self._after([each for each in self._times if each.span.end <= expression.span.start])

    def _after(self, times: Sequence[Expression]) -> Interval | None:
        """The time last spoken of behind some times of the sentence, for "a month later" in what follows."""
        last = self._last
        for expression in times:
            if len(times) > 1 and self._is_of_thing(expression):
                continue
            resolved = dates.resolve(expression, published=self.document.published, before=last)
            if resolved is None and expression.kind in _YEARLESS:
                # Whatever comes "the same month" is of that one, and not of one told before.
                last = None
            if resolved is not None and resolved.start is not None and resolved.precision in ("day", "month", "year"):
                last = resolved
        return last

    def _headed(self, place: Span) -> Interval | None:
        """The time that heads the paragraph that a sentence begins, as in a chronology."""
        for time in self._times[:1]:
            if time.span.start < place.start:
                break
            before, behind = place.text[: time.span.start - place.start], time.span.end - place.start
            if _BULLET.fullmatch(before) and _HEADS.match(place.text, behind):
                when = dates.resolve(time, published=self.document.published, before=None)
                return None if when is None else replace(when, basis="relative")
        return self._days.before(place.start)


def _beside(figure: Quantity, owned: Sequence[tuple[Quantity, Expression | None]]) -> Expression | None:
    """The time of the first figure that has one, if all that have are of another kind than this."""
    dated = [(each, time) for each, time in owned if time is not None]
    kinds = {UNITS[each.unit].kind for each, _ in dated}
    return dated[0][1] if dated and UNITS[figure.unit].kind not in kinds else None


def _is_compared(time: Expression, sentence: Span) -> bool:
    return changes.is_compared(sentence.text, time.span.start - sentence.start, time.kind)


def _is_behind(time: Expression, figure: Quantity, sentence: Span) -> bool:
    between = sentence.text[figure.mention.end - sentence.start : max(time.span.start - sentence.start, 0)]
    if time.span.start <= figure.mention.end:
        return False
    return _BASE_AND_IN.fullmatch(between) is not None or (time.kind in _AWAY and between == " ")


def _assumed(relation: Relation, document: Document) -> Interval:
    """Without a date of its own, what happened did so by publication, and what is ahead comes after it."""
    if document.published is None or relation.kind == "tie":
        return Interval()
    if relation.standing in _AHEAD:
        return Interval(start=document.published.start)
    return Interval(end=document.published.end) if relation.standing is Standing.ASSERTED else Interval()
