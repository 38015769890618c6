"""Words of a sentence that stand for somebody named elsewhere: "the kingdom", "its ally", "both sides", "he"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.codebook import ambiguous, traits
from dragoman.reading import clauses
from dragoman.reading.named import Found, MentionKind, Text
from dragoman.reading.roles import Role

Sort = Literal[
    "state", "own", "several", "neighbour", "other", "host", "colony", "ruler", "organisation", "office", "pronoun",
    "they", "we", "half", "coalition",
]  # fmt: skip

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_POSSESSIVE = frozenset(("its", "his", "her", "their"))
_INDEFINITE = frozenset(("a", "an"))
_DETERMINERS = _DEFINITE | _POSSESSIVE | _INDEFINITE
_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), start=2)}
#: Adjectives of an office that leave it what it is.
_OF_OFFICE = frozenset("new own then current former outgoing incoming acting newly veteran powerful embattled".split())
#: Offices that are for something that words before them tell: "the irrigation ministry".
_FOR_SOMETHING = ("ministry", "minister")
#: Words before a noun among which its determiner is looked for.
_LONGEST_PHRASE = 6
_MEMBERS = re.compile(r"\d+-(?:nation|member|state|country)")
#: Pronouns behind what may stand before them, so that they are not looked for inside words.
_PRONOUNS = frozenset(
    f"{before}{word}" for before in " “\"(‘'—" for word in ("he", "she", "him", "it", "they", "we", "our", "us")
)
#: "It is clear that", "it rained": nobody is meant.
_IDLE = re.compile(
    r" ?(?:is|was|'s|'d|will be|would be|had been|has been|may be|might be|seem|appear|remain|turned out|turns out"
    r"|happen|rain|snow|emerge|transpire|matter|c[ao]mes? to|(?: to| in| on| at| with| for| from| as| by| off| out| up"
    r"| all| and| or)\b|[.,;:!?)”\"])",
    re.IGNORECASE,
)
#: What is done to states and organisations rather than to things, before an "it" that is no subject.
_DONE_TO = re.compile(
    r"\b(?:(?:s[eo]ll(?:ing)?|sold|exports?|ties|relations|war|trade|border|peace|agreement|deal|alliance|talks"
    r"|suppl(?:y|ies)|sanctions|attacks?|troops|arms|weapons|aid|loans?|credit) (?:to|with|against|from|on)"
    r"|recogni[sz]ed?|lend|lent|lends|sell|sold|sells|suppl(?:y|ied|ies)|arm(?:ed|s)?|thank(?:ed|s)?|warn(?:ed|s)?"
    r"|accus(?:e|es|ed|ing)|attack(?:ed|s)?|invad(?:e|es|ed|ing)|threaten(?:ed|s)?|help(?:ed|s)?|join(?:ed|s)?"
    r"|isolat(?:e|es|ed)|gave|give|gives|offer(?:ed|s)?|urg(?:e|es|ed)|sanction(?:ed|s)?|support(?:ed|s)?"
    r"|expel(?:led|s)?) $"
)
#: What stands behind a noun that is not about somebody spoken of before: "the country that", "both sides of".
_NARROWED = re.compile(r" (?:of|that|which|where|whose|who|to be|with the|behind|in question)\b")
#: "I" in front of a verb, and what it numbers.
_I = re.compile(r"(?<![\w.-])I(?='| [a-z])")
_NUMBERED = frozenset("annex article category chapter class part phase section stage title type".split())
#: A regime that is no ruler: "the regime of sanctions".
_RULES = re.compile(r" (?:of|for|on|against|to)\b")
#: What a state is called by the half of a country that it is, and what makes a part of a longer name of it.
_HALVES = ("north", "south")
_NAMED_ON = re.compile(r"[ -][A-ZÀ-Þ]")
#: What a coalition has that fights, what one has that governs, and what else the former and the latter are called.
_FIGHTS = re.compile(
    r" (?:(?:air|combat|ground|military|naval|special) )?(?:forces|troops|aircraft|jets|planes|warplanes|air ?strikes"
    r"|soldiers|commanders|advis[eo]rs|personnel|operations)\b(?! (?:a|an|the|its|his|her|their|no|any)\b)"
)
_GOVERNS = re.compile(r" (?:government|partners?|talks|agreement|deal|part(?:y|ies)|of|that|led|between|with)\b")
_OF_COALITIONS = frozenset("international military global multinational western american-led u.s.-led us-led".split())
_GOVERNING = frozenset(
    """ruling governing opposition political electoral rebel left leftist right rightist centre-left centre-right
liberal conservative broad grand""".split()
)
#: What tells an organisation from the one spoken of before: "the court in The Hague".
_PLACED = re.compile(r" in (?:the )?[A-ZÀ-Þ]")
#: What somebody's state is called as his, and the adjectives before it.
_OWN = ("country", "nation", "state", "kingdom", "republic")
_HOME = frozenset("own home native little tiny small new young poor".split())
#: Nouns that mean nobody without an adjective.
_SAID_OF = ("state", "member", "member state", "member country")
_NAME_FOLLOWS = re.compile(r",? (?=[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to somebody, and what they say of him.

    `noun` is the noun in the singular or the pronoun, `traits` the words that must be true of whom it means, `number`
    how many are meant, `owner` the pronoun of "its ally", `side` the letter of "northern"; `reported` tells whether it
    is the subject of what somebody says, `capital` whether the noun has a capital letter.
    """

    start: int
    end: int
    kind: MentionKind
    sort: Sort
    noun: str
    traits: tuple[str, ...] = ()
    number: int | None = None
    owner: str | None = None
    side: str | None = None
    person: bool = False
    role: Role | None = None
    reported: bool = False
    capital: bool = False


class _Phrase(NamedTuple):
    """What stands before a noun: where it begins, its determiner, and the words between."""

    start: int
    determiner: str
    words: tuple[str, ...]


def find(seen: Text, found: Sequence[Found]) -> list[Reference]:
    """The references of a sentence, in order; what is named already refers to nothing."""
    listed = [*_anchored(seen.text, seen.lower), *_first_persons(seen.text), *_offices(seen)]
    if not listed:
        return []
    named = [each for each in found if each.kind != "adjective"]
    starts = [each.start for each in named]
    return [
        each
        for each in listed
        if not any(_collides(each, other, seen.text) for other in named) and not _is_named(each, seen, starts)
    ]


def _collides(reference: Reference, found: Found, text: str) -> bool:
    """Whether a name stands in a reference's words, other than one that is among what they say: "the NATO member"."""
    if found.end <= reference.start or reference.end <= found.start:
        return False
    return text[found.start : found.end].lower() not in reference.traits


def _is_named(reference: Reference, seen: Text, starts: Sequence[int]) -> bool:
    """Whether the name stands right behind: "its ally Belarus", "the foreign minister, Ana Gervasi"."""
    if reference.sort in ("pronoun", "they", "we"):
        return False
    follows = _NAME_FOLLOWS.match(seen.text, reference.end)
    unowned = reference.sort == "office" and reference.owner is None
    return follows is not None and (unowned or follows.end() in starts)


def _anchored(text: str, lower: str) -> Iterator[Reference]:
    """The references that end in a noun or pronoun of the tables."""
    automaton, words = _automaton()
    for number, start, end in automaton.find_matches_as_indexes(f" {lower}"):
        word = words[number]
        start, end = start - 1, end - 1
        if end < len(lower) and (lower[end].isalnum() or lower[end] == "-"):
            continue
        if word in _PRONOUNS:
            pronoun = _pronoun(text, start + 1, end)
            if pronoun is not None:
                yield pronoun
        elif word == "coalition":
            yield from _coalition(text, start, end)
        elif start > 0 and lower[start - 1] == " ":
            phrase = _phrase(text, start)
            if phrase is not None:
                yield from _described(word, phrase, end, text)


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    relations = [form for word in traits.relations() for form in (word, traits.plural(word))]
    words = tuple(
        dict.fromkeys((*_PRONOUNS, *traits.heads(), *traits.several(), *_HALVES, *relations, *traits.collectives()))
    )
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


def _pronoun(text: str, start: int, end: int) -> Reference | None:
    word = text[start:end].lower()
    if word in ("we", "our", "us"):
        return None if text[start:end].isupper() else Reference(start, end, "pronoun", "we", word)
    if word == "they":
        return Reference(start, end, "plural", "they", word) if clauses.opens(text, start) else None
    if word != "it":
        return Reference(start, end, "pronoun", "pronoun", word, person=True, reported=clauses.reports(text, start))
    told = clauses.opens(text, start) and not _IDLE.match(text, end)
    if not told and _DONE_TO.search(text, max(0, start - 30), start) is None:
        return None
    return Reference(start, end, "pronoun", "pronoun", word, reported=clauses.reports(text, start))


def _first_persons(text: str) -> Iterator[Reference]:
    """Each "I" of somebody who speaks."""
    if "I " in text or "I'" in text:
        for match in _I.finditer(text):
            if not _is_numbered(text, match.start()):
                yield Reference(*match.span(), "pronoun", "we", "i")


def _is_numbered(text: str, start: int) -> bool:
    """Whether an "I" is the number of what stands before it: "World War I", "phase I"."""
    before = text[text.rfind(" ", 0, max(start - 1, 0)) + 1 : start].strip("“\"(' ")
    is_name = before[:1].isupper() and before not in ambiguous.openers() and before[-1:].isalnum()
    return is_name or before.lower() in _NUMBERED


def _phrase(text: str, start: int) -> _Phrase | None:
    """The determiner before a noun and the words in between; `None` if there is none near."""
    words: list[str] = []
    end = start - 1
    for _ in range(_LONGEST_PHRASE):
        first = text.rfind(" ", 0, end) + 1
        word = text[first:end].lower()
        bare = word.lstrip("“\"'(‘—–[")
        if bare in _DETERMINERS:
            return _Phrase(first + len(word) - len(bare), bare, tuple(reversed(words)))
        if not bare or bare != word or not (word[-1].isalnum() or word[-1] == "."):
            return None
        words.append(word)
        end = first - 1
    return None


def _described(word: str, phrase: _Phrase, end: int, text: str) -> Iterator[Reference]:
    """The reference that a noun with its phrase makes, if all its words are understood."""
    if phrase.determiner in _INDEFINITE or _NARROWED.match(text, end):
        return
    described = _half(word, phrase, end, text) or _relation(word, phrase, end)
    described = described or _state(word, phrase, end) or _several(word, phrase, end)
    if described is None and not _PLACED.match(text, end):
        described = _organisation(word, phrase, end, capital=text[end - len(word)].isupper())
    if described is not None:
        yield described


def _coalition(text: str, start: int, end: int) -> Iterator[Reference]:
    """ "The coalition", "coalition aircraft": states that fight together, but not parties that govern together."""
    phrase = _phrase(text, start) if start else None
    is_definite = phrase is not None and phrase.determiner == "the" and not set(phrase.words) - _OF_COALITIONS
    first = phrase.start if phrase is not None and is_definite else start
    fights = _FIGHTS.match(text, end)
    if fights is not None and (is_definite or _is_plain(text, start)):
        yield Reference(first, fights.end(), "organisation", "coalition", "forces")
    elif fights is None and is_definite and not _GOVERNS.match(text, end):
        yield Reference(first, end, "organisation", "coalition", "coalition")


def _is_plain(text: str, start: int) -> bool:
    """Whether no word before says what kind of coalition it is: "ruling", "Islamist", "anti-"."""
    if start == 0:
        return True
    before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1]
    is_named = before[:1].isupper() and before not in ambiguous.openers() and before[-1:].isalnum()
    return text[start - 1] in ' “"(' and before.lower() not in _GOVERNING and not is_named


def _half(word: str, phrase: _Phrase, end: int, text: str) -> Reference | None:
    """ "The North", but not "the north" and "the North Sea"."""
    is_name = word in _HALVES and text[end - len(word)].isupper() and not _NAMED_ON.match(text, end)
    if not is_name or phrase.determiner != "the" or phrase.words:
        return None
    return Reference(phrase.start, end, "description", "half", word)


def _relation(word: str, phrase: _Phrase, end: int) -> Reference | None:
    """ "Its northern neighbour", "the former colonial power"."""
    sort = traits.relations().get(word)
    if sort == "ruler" and phrase.determiner == "the" and phrase.words in (("former", "colonial"), ("colonial",)):
        return Reference(phrase.start, end, "description", "ruler", word)
    if sort == "colony" and phrase.words == ("former",):
        return Reference(phrase.start, end, "description", "colony", word, owner=phrase.determiner)
    if sort == "host" and phrase.determiner in ("his", "her", "its") and not set(phrase.words) - _OF_OFFICE:
        return Reference(phrase.start, end, "description", "host", word, owner=phrase.determiner)
    if sort not in ("neighbour", "other") or phrase.determiner not in _POSSESSIVE:
        return None
    read = _read(tuple(each for each in phrase.words if each not in traits.sides()))
    if read is None or read[0] or read[1]:
        return None
    side = next((traits.sides()[each] for each in phrase.words if each in traits.sides()), None)
    lies: Sort = "neighbour" if sort == "neighbour" else "other"
    return Reference(phrase.start, end, "description", lies, word, owner=phrase.determiner, side=side)


def _state(word: str, phrase: _Phrase, end: int) -> Reference | None:
    """ "The landlocked kingdom", "his country"."""
    if phrase.determiner in ("his", "her") and word in _OWN and not set(phrase.words) - _HOME:
        return Reference(phrase.start, end, "description", "own", word, owner=phrase.determiner)
    if traits.heads().get(word) != word or phrase.determiner not in ("the", "this", "that"):
        return None
    read = _read(phrase.words)
    if read is None or read[1] is not None or (word in _SAID_OF and not read[0]):
        return None
    own = (word,) if word in traits.traits() else ()
    return Reference(phrase.start, end, "description", "state", word, read[0] + own)


def _several(word: str, phrase: _Phrase, end: int) -> Reference | None:
    """ "The two countries", "both sides", "the Baltic states"."""
    singular = traits.heads().get(word)
    people = False
    if singular is None or singular == word:
        singular, sort = traits.several().get(word, (None, ""))
        people = sort == "people"
    singular = singular or _related().get(word)
    read = _read(phrase.words)
    if singular is None or read is None:
        return None
    number = 2 if phrase.determiner == "both" or (read[1] is None and singular.startswith("neighb")) else read[1]
    own = (singular,) if singular in traits.traits() else ()
    if number is None and not any(traits.traits()[each].group for each in (*read[0], *own)):
        return None
    return Reference(phrase.start, end, "plural", "several", singular, read[0] + own, number, person=people)


@cache
def _related() -> dict[str, str]:
    return {traits.plural(word): word for word in traits.relations()}


def _organisation(word: str, phrase: _Phrase, end: int, *, capital: bool) -> Reference | None:
    """ "The bloc", "the oil company", "the rebels"."""
    if word not in traits.collectives() or phrase.determiner not in ("the", "this", "that"):
        return None
    known = traits.collective_adjectives()
    if not all(each in known or _MEMBERS.fullmatch(each) for each in phrase.words):
        return None
    return Reference(phrase.start, end, "organisation", "organisation", word, capital=capital)


def _read(words: tuple[str, ...]) -> tuple[tuple[str, ...], int | None] | None:
    """The traits and the number that adjectives tell; `None` if one of them is not understood."""
    found: list[str] = []
    number = None
    at = 0
    while at < len(words):
        for size in (3, 2, 1):
            term = " ".join(words[at : at + size])
            if term in traits.traits():
                found.append(term)
                break
        else:
            size = 1
            if words[at] in _NUMBERS:
                number = _NUMBERS[words[at]]
            elif words[at] not in traits.neutral():
                return None
        at += size
    return tuple(found), number


def _offices(seen: Text) -> Iterator[Reference]:
    """Offices without a state beside them: "the president", "its ambassador"; and "a colonel", who is no party."""
    for role in seen.roles:
        if role.start == 0 or seen.text[role.start - 1] != " " or role.is_relational:
            continue
        if role.words.lower() == "regime" and _RULES.match(seen.text, role.end):
            continue
        phrase = _phrase(seen.text, role.start)
        if phrase is None:
            continue
        role, words = _of_what(role, phrase.words)
        if not all(word in _OF_OFFICE for word in words):
            continue
        owner = phrase.determiner if phrase.determiner in _POSSESSIVE else None
        if owner or phrase.determiner == "the" or (phrase.determiner in _INDEFINITE and role.is_one_person):
            yield Reference(
                phrase.start, role.end, "office", "office", phrase.determiner,
                owner=owner, person=role.is_one_person, role=role,
            )  # fmt: skip


def _of_what(role: Role, words: tuple[str, ...]) -> tuple[Role, tuple[str, ...]]:
    """A ministry or minister with what it is for, "trade", and the words before without it."""
    named = tuple(word for word in words if word not in _OF_OFFICE)
    if not named or len(named) > 2 or role.words not in _FOR_SOMETHING or not all(map(str.isalpha, named)):
        return role, words
    return replace(role, words=" ".join((*named, role.words))), words[: len(words) - len(named)]
