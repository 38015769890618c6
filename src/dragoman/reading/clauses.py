"""Where a clause begins, so that its subject can be told from its objects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.codebook import cues
from dragoman.reading.times.expressions import MONTHS, WEEKDAYS

#: Words between the beginning of a clause and its subject, auxiliaries of questions among them.
_ARTICLES = frozenset(
    """the a an both even only neither nor meanwhile yet still then former did does do is are was were has have had will
would can could should may might must""".split()
)
#: Words behind which it is told what their subject said or thought.
_REPORTING = frozenset(
    """that said says say denied denies whether admitted knew knows believes believed thinks thought hopes hoped insists
insisted""".split()
)
#: Words behind which another clause begins.
_CONJUNCTIONS = frozenset(
    "and but while as that if because when where whereas said says or which who though although until unless".split()
)
_ENDS = ',;:—–(“”"‘'
#: A hyphen that stands for a dash, as behind a date line.
_DASHES = (" -", "--", ".-")
#: What times are told with; a clause may begin with such words: "In March last year Peru paid".
_TIMES = frozenset(
    """today yesterday tomorrow now ago later earlier year years month months week weeks weekend day days night morning
afternoon evening decade decades century spring summer autumn fall winter quarter half""".split()
).union(MONTHS, WEEKDAYS)
_OF_TIMES = frozenset(
    """in on by since during until from at over within a an the this that last next past same following previous first
second third fourth early late mid end start beginning of and two three four five six seven eight nine ten""".split()
)
_IN_WORDS = re.compile(r"[\s-]+")
_NUMBER = re.compile(r"\d{1,4}s?")
_JOINT = re.compile(r"(?:, |,? (?P<and>and|or|nor|&|as well as|along with) )(?:the |both )?")
#: A word that may be the verb of who stands before it: none that begins another phrase.
_ACTS = re.compile(
    r" (?!(?:about|after|against|among|and|around|as|at|before|behind|between|but|by|during|for|from|in|inside|into"
    r"|near|nor|of|off|on|onto|or|over|per|since|than|that|the|through|to|toward|towards|under|until|via|when|where|which"
    r"|while|who|whose|with|within|without)\b)[a-z]+"
)
_SPEAKING, _OFTEN = ("|".join(cues.finite(kind)) for kind in ("speaking", "often"))
#: A verb of saying. Where it often is one, what is said or an end is behind it; behind a comma nobody else may be.
_SAYS = re.compile(
    r"(?P<apposed>,)?(?:,? who)?(?: (?:has|had|later|also|then|[a-z]+ly)){0,2} "
    rf"(?:(?:{_SPEAKING})\b|(?:{_OFTEN})(?=[.,:;—]|$| that\b| in an? | [\"“«]))"
    r"(?(apposed)(?=[.,:;]|$| (?:that|in|on|at|after|during|this|last|late|early)\b))"
)
_SAID_BY = re.compile(rf"[\"”»],? (?:{_SPEAKING}|{_OFTEN}|according to) (?:the |an? )?$")
_TELLING, _OTHERS, _BETWEEN = ("|".join(cues.forms(kind)) for kind in ("telling", "others", "between"))
_LETTING, _HARMING = ("|".join(cues.forms(kind)) for kind in ("letting", "harming"))
#: What is told to whom it is about: "warned the kingdom".
_TOLD = re.compile(rf"\b(?:{_TELLING}) $", re.IGNORECASE)
#: What is done to others, or between them: "urged both", "mediate between the two", "brokered a truce between the two".
_TO_OTHERS = re.compile(
    rf"\b(?:(?:{_TELLING}|{_OTHERS}) |(?:(?:{_BETWEEN})(?: [\w-]+){{0,4}}|mediations?|mediators?) between )$",
    re.IGNORECASE,
)
#: What stands before who is to do something, and behind him and others with him: "urged Peru and Chile to pay".
_URGED = re.compile(rf"\b(?:{_TELLING}|{_OTHERS}|{_LETTING}) (?:the |both )?$", re.IGNORECASE)
_TO_DO = re.compile(r"(?:,? (?:and |or |on )?(?:the )?[A-Z][\w'-]*){0,6} (?:not )?to [a-z]")
#: A verb behind which its subject, and not who was urged, goes on: "urged Peru to pay, and sent its envoy".
_GOES_ON = re.compile(
    r"(?:,|\band|\bbut) (?:[a-z]+ly |then |also |later )?(?:[a-z]+ed|sent|withdrew|lent|gave|took|held|made|kept|has"
    r"|had|will|would|[a-z]{2,}s) (?:[a-z]+ ){0,2}$"
)
#: The same with what more the subject does to whom it has named before: "borders Peru but has never attacked it".
_DOES_MORE = re.compile(
    r"(?:,|\b(?:and|but|yet|or)) (?:(?:has|had|have|is|was|will|would|does|did|can|may|[a-z]{3,}(?:ed|[a-rt-z]s))\b)"
    r"(?: (?!(?:to|that|which|who|whom|whose|if|when|while|as|than)\b)[a-z]+){0,5} $"
)
#: What is done to others than one's own.
_HARMED = re.compile(rf"\b(?:{_HARMING}) $", re.IGNORECASE)
#: Verbs before a place, and before whoever is accused; and before a place that somebody came to or went from, not one
#: that he is told "to leave" by others.
_ENTERED, _ACCUSED = (tuple(f"{form} " for form in cues.forms(kind)) for kind in ("entering", "accusing"))
_LEFT = tuple(f"{form} " for form in cues.finite("entering"))
#: The last words of these, so that most other words are told from them at once.
_LAST_WORDS = frozenset(form.split()[-1] for form in (*_ENTERED, *_ACCUSED))
_DENIES = re.compile(rf"(?: (?:has|have|had|later|also|[a-z]+ly)){{0,2}} (?:{'|'.join(cues.finite('denying'))})\b")
_LONGEST_BEFORE = 60
#: A phrase that opens a sentence, up to its subject, and the verb behind that.
_PHRASE = re.compile(
    r"(?:After|Along|Amid|As|At|Before|Between|By|Despite|During|From|In|On|Over|Since|Through|Under|Until|With|Within)"
    r" (?:(?!(?:and|but|which|who|that|if|when|where|while|because|as|to)\b)[\w'’-]+ ){1,9}"
)
_PHRASE_INITIALS = frozenset("ABDFIOSTUW")
_ACTED = re.compile(
    r" (?:also |then |later |again |[a-z]+ly )?(?:has|had|will|would|is|was|can|could|may|might|must|did|does|[a-z]+ed"
    r"|brought|bought|built|came|fell|gave|held|kept|lent|lost|made|met|paid|rose|said|sent|sold|took|went|won|[a-z]{2,}s)"
    r"\b"
)
_LONGEST_JOINT = 18


def opens(text: str, start: int) -> bool:
    """Whether what stands there opens a clause: before its articles, and a time, there is a conjunction, a comma or
    nothing.
    """
    word = "the"
    while word in _ARTICLES:
        end = start - 1 if start and text[start - 1] == " " else start
        if end == 0 or text[end - 1] in _ENDS or text.endswith(_DASHES, 0, end) or _is_time(text, end):
            return True
        start = text.rfind(" ", 0, end) + 1
        word = text[start:end].lower()
        if not word[:1].isalnum():
            word = word[1:]
    return word in _CONJUNCTIONS


def opens_behind_phrase(text: str, start: int, end: int) -> bool:
    """Whether what stands there is the subject behind a phrase without a comma: "At the talks in Oran it brought"."""
    if start > _LONGEST_BEFORE or text[:1] not in _PHRASE_INITIALS or _ACTED.match(text, end) is None:
        return False
    return _PHRASE.fullmatch(text, 0, start) is not None


def _is_time(text: str, end: int) -> bool:
    """Whether all that stands before a place, up to a comma or stop, tells a time: "In early March 2024"."""
    if not _tells_time(text[text.rfind(" ", 0, end) + 1 : end].lower()):
        return False
    began = max(text.rfind(stop, 0, end) for stop in _ENDS) + 1
    words = _IN_WORDS.split(text[began:end].strip().lower())
    return all(word in _OF_TIMES or _tells_time(word) for word in words)


def _tells_time(word: str) -> bool:
    return word in _TIMES or _NUMBER.fullmatch(word) is not None


def lists(text: str, places: Sequence[tuple[int, int]]) -> list[bool]:
    """For each of the places, in order, whether it goes on a list with the one before: "Chile, Peru and Fiji".

    A comma makes a list only if the list ends with "and": in "he left Baku, Azerbaijan said" there is none. Before the
    "and" of two a comma ends a clause, if who stands behind it has a verb: "he left Baku, and Azerbaijan said".
    """
    joined = [False] * len(places)
    if len(places) < 2:
        return joined
    open_from: int | None = None
    for number, ((_, end), (start, _)) in enumerate(pairwise(places), start=1):
        joint = _JOINT.fullmatch(text, end, start) if start - end < _LONGEST_JOINT else None
        if joint is None:
            open_from = None
        elif joint["and"]:
            if open_from is None and joint.group()[0] == "," and _ACTS.match(text, places[number][1]) is not None:
                continue
            first = number if open_from is None else open_from
            joined[first : number + 1] = [True] * (number + 1 - first)
            open_from = None
        elif open_from is None:
            open_from = number
    return joined


def reports(text: str, start: int) -> bool:
    """Whether what stands there is the subject of what somebody said: "Peru said it"."""
    return text[text.rfind(" ", 0, start - 1) + 1 : start - 1].lower() in _REPORTING


def is_said_by(text: str, start: int) -> bool:
    """Whether a quotation and a verb of saying stand right before: "We paid," said Peru's envoy."""
    return _SAID_BY.search(text, max(0, start - 30), start) is not None


def speaks(text: str, end: int) -> bool:
    """Whether a verb of saying stands right behind."""
    return _SAYS.match(text, end) is not None


def is_told(text: str, start: int) -> bool:
    """Whether somebody is told something who stands there: "warned the kingdom", "informs the bloc"."""
    return _TOLD.search(text, max(0, start - _LONGEST_BEFORE), start) is not None


def is_of_others(text: str, start: int) -> bool:
    """Whether who stands there is somebody else than the subject: who is told, asked or mediated between."""
    return _TO_OTHERS.search(text, max(0, start - _LONGEST_BEFORE), start) is not None


def is_urged(text: str, start: int, end: int) -> bool:
    """Whether who stands there is urged, told or made to do something: "urged Peru to pay"."""
    return _TO_DO.match(text, end) is not None and (
        _URGED.search(text, max(0, start - _LONGEST_BEFORE), start) is not None
    )


def goes_on(text: str, start: int) -> bool:
    """Whether the subject of a clause does something more right before a place: "and sent its envoy"."""
    return _GOES_ON.search(text, max(0, start - _LONGEST_BEFORE), start) is not None


def does_more(text: str, start: int) -> bool:
    """Whether the subject of a clause does something more to who stands there, and nobody else is named since it began
    to: "borders Peru but has no dispute with it".
    """
    return _DOES_MORE.search(text, max(0, start - _LONGEST_BEFORE), start) is not None


def is_harmed(text: str, start: int) -> bool:
    """Whether who stands there suffers what nobody does to his own: "imposed sanctions on its commanders"."""
    return _HARMED.search(text, max(0, start - _LONGEST_BEFORE), start) is not None


def is_entered(text: str, start: int) -> bool:
    """Whether who stands there is a place that somebody else is at: "visited Peru", "troops entered the country"."""
    return _is_behind(_ENTERED, text, start)


def is_accused(text: str, start: int) -> bool:
    """Whether who stands there is accused."""
    return _is_behind(_ACCUSED, text, start)


def is_left(text: str, start: int) -> bool:
    """Whether who stands there is a place to which somebody came, or from which he went: "left the country"."""
    return _is_behind(_LEFT, text, start)


def _is_behind(verbs: tuple[str, ...], text: str, start: int) -> bool:
    """Whether one of some verbs stands right before a place, or before its article."""
    if text.endswith("the ", 0, start):
        start -= len("the ")
    return text[text.rfind(" ", 0, max(start - 1, 0)) + 1 : start - 1] in _LAST_WORDS and text.endswith(verbs, 0, start)


def denies(text: str, end: int) -> bool:
    """Whether a verb of denying stands right behind."""
    return _DENIES.match(text, end) is not None
