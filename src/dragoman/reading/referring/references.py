"""Words of a sentence that stand for somebody named elsewhere: "the kingdom", "its ally", "both sides", "he"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.codebook import traits
from dragoman.reading import clauses
from dragoman.reading.naming.named import Found, Text
from dragoman.reading.naming.roles import Role
from dragoman.reading.referring import pairs
from dragoman.reading.referring.coalitions import coalition
from dragoman.reading.referring.phrases import (
    DETERMINERS,
    INDEFINITE,
    NAMED,
    POSSESSIVE,
    Phrase,
    Reference,
    Sort,
    adjectives,
    phrase_before,
)
from dragoman.reading.referring.pronouns import PRONOUNS, first_persons, pronoun

#: Adjectives of an office that leave it what it is.
_OF_OFFICE = frozenset("new own then current former outgoing incoming acting newly veteran powerful embattled".split())
#: Offices that are for something that words before them tell: "the irrigation ministry".
_FOR_SOMETHING = ("ministry", "minister")
_MEMBERS = re.compile(r"\d+-(?:nation|member|state|country)")
#: What stands behind a noun that is not about somebody spoken of before: "the country that", "both sides of".
_NARROWED = re.compile(r" (?:(?P<told>of|that)|which|where|whose|who|to be|with the|behind|in question)\b")
#: A regime that is no ruler: "the regime of sanctions".
_RULES = re.compile(r" (?:of|for|on|against|to)\b")
#: What a state is called by the half of a country that it is, and what makes a part of a longer name of it.
_HALVES = ("north", "south")
_NAMED_ON = re.compile(r"[ -][A-ZÀ-Þ]")
_NEIGHBOURS = ("neighbour", "neighbor")
_OWNED = re.compile(r"\w(?:'s|') (?P<words>(?:[a-z-]+ ){0,4})$")
_LONGEST_OWNED = 50
#: Behind an office, that it is of the place named before it; and people before the name of where they are at home.
_THERE = re.compile(r" there\b(?! (?:is|was|are|were|has|have|had)\b)")
_PEOPLE_IN = re.compile(
    r"(?i:\b(?:activists|analysts|citizens|courts?|critics|crowds|demonstrat(?:ors|ions)|farmers|judges|lawmakers|mps"
    r"|opponents|opposition(?: [a-z]+)?|parliament|part(?:y|ies)|politicians|protest(?:s|ers)|residents|senators"
    r"|unions)) in $"
)
#: What tells an organisation from the one spoken of before: "the court in The Hague".
_PLACED = re.compile(r" in (?:the )?[A-ZÀ-Þ]")
#: What somebody's state is called as his, and the adjectives before it.
_OWN = ("country", "nation", "state", "kingdom", "republic")
_HOME = frozenset("own home native little tiny small new young poor".split())
#: Nouns that mean nobody without an adjective.
_SAID_OF = ("state", "member", "member state", "member country", "giant", "junta")
#: What those who issue a communiqué call themselves in it, and what may stand before that.
_OF_TEXTS = ("parties", "sides")
#: Those who met, as a joint communiqué calls them, and what ministers are for: "the Ministers of Defence".
_MET = ("ministers", "foreign ministers", "prime ministers", "presidents", "leaders", "heads of state")
_PORTFOLIO = re.compile(
    r" (?:of|for|responsible for) (?:the )?(?:[Aa]griculture|[Cc]ommerce|[Cc]ulture|[Dd]efen[cs]e|[Ee]conom\w+"
    r"|[Ee]ducation|[Ee]nergy|[Ee]nvironment|[Ff]inance|[Ff]isheries|[Ff]oreign|[Hh]ealth|[Ii]ndustry|[Ii]nterior|[Jj]ustice"
    r"|[Tt]ourism|[Tt]rade|[Tt]ransport|[Ww]ater)\b"
)
#: What the sides of talks do that a communiqué tells of.
_TOGETHER = re.compile(
    r" (?:also |further |then |have |had |will |[a-z]+ly ){0,2}"
    r"(?:agree|note|discuss|exchange|reaffirm|reiterate|confirm|express|emphasi[sz]e|stress|welcome|sign|condemn|declare"
    r"|underline|underscore|intend|undert(?:ake|ook)|commit|pledge|decide|resolve|adopt|consider|review|conclude|hold|held)"
    r"(?:d|ed|s)?\b"
)
_CONTRACTING = frozenset(("two", "high", "contracting"))
#: What is said of who once ruled a state, and that of it without which a power or a master may be any.
#: A community that is all the world, and no organisation.
_OF_ALL = frozenset(("international", "global", "world"))
_RULED = frozenset("former old one-time erstwhile colonial ex-colonial".split())
_COLONIAL = frozenset(("colonial", "ex-colonial"))
_NAME_FOLLOWS = re.compile(r",? (?=[A-ZÀ-Þ])")


def find(seen: Text, found: Sequence[Found]) -> list[Reference]:
    """The references of a sentence, in order; what is named already refers to nothing."""
    listed = [
        *_anchored(seen.text, seen.lower),
        *first_persons(seen.text),
        *_offices(seen, found),
        *pairs.find(seen.text, seen.lower),
    ]
    if not listed:
        return []
    named = [each for each in found if each.kind != "adjective"]
    starts = [each.start for each in named]
    ends = [each.end for each in named if each.kind == "state"]
    return [
        each
        for each in listed
        if not any(_collides(each, other, seen.text) for other in named)
        and not _is_named(each, seen, starts)
        and not _is_apposed(each, seen, ends)
        and (each.owner != NAMED or seen.text.rindex("'", 0, each.start) in ends)
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


def _is_apposed(reference: Reference, seen: Text, ends: Sequence[int]) -> bool:
    """Whether the name stands right before, between commas: "Belarus, its ally,"."""
    between = seen.text.endswith(", ", 0, reference.start) and seen.text.startswith((",", "."), reference.end)
    return between and reference.sort in ("neighbour", "other", "colony", "ruler") and reference.start - 2 in ends


def _anchored(text: str, lower: str) -> Iterator[Reference]:
    """The references that end in a noun or pronoun of the tables."""
    automaton, words = _automaton()
    for number, start, end in automaton.find_matches_as_indexes(f" {lower}"):
        word = words[number]
        start, end = start - 1, end - 1
        if end < len(lower) and (lower[end].isalnum() or lower[end] == "-"):
            continue
        if word in PRONOUNS:
            told = pronoun(text, start + 1, end)
            if told is not None:
                yield told
            continue
        if word[0] == " ":
            word, start = word[1:], start + 1
        if word == "coalition":
            yield from coalition(text, start, end)
        elif start > 0 and lower[start - 1] == " ":
            phrase = _owned(text, start) if word in _NEIGHBOURS else None
            phrase = phrase or phrase_before(text, start)
            if phrase is not None:
                yield from _described(word, phrase, end, text)


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    relations = [form for word in traits.relations() for form in (word, traits.plural(word))]
    words = tuple(
        dict.fromkeys((*PRONOUNS, *traits.heads(), *traits.several(), *_HALVES, *relations, *traits.collectives()))
    )
    # What begins as a pronoun does must be found where that is.
    longer = [f" {word}" for word in words if f" {word}".startswith(tuple(PRONOUNS))]
    return AhoCorasick((*words, *longer), matchkind=MatchKind.LeftmostLongest), (*words, *longer)


def _owned(text: str, start: int) -> Phrase | None:
    """What stands between a neighbour and the name of whose it is: "Mongolia's southern neighbour"."""
    owned = _OWNED.search(text, max(0, start - _LONGEST_OWNED), start)
    if owned is None or any(word in DETERMINERS for word in owned["words"].split()):
        return None
    return Phrase(owned.start("words"), NAMED, tuple(owned["words"].split()))


def _described(word: str, phrase: Phrase, end: int, text: str) -> Iterator[Reference]:
    """The reference that a noun with its phrase makes, if all its words are understood."""
    of_what = word in _MET and _PORTFOLIO.match(text, end) is not None
    if phrase.determiner in INDEFINITE or (_is_narrowed(text, phrase.start, end) and not of_what):
        return
    described = _half(word, phrase, end, text) or _parties(word, phrase, end, text) or _relation(word, phrase, end)
    described = described or _state(word, phrase, end, text) or _several(word, phrase, end, text)
    if described is None and not _PLACED.match(text, end):
        described = _organisation(word, phrase, end, capital=text[end - len(word)].isupper())
    if described is not None:
        yield described


def _is_narrowed(text: str, start: int, end: int) -> bool:
    """Whether what stands behind tells which one is meant: "the country that", but not "told the country that"."""
    narrowed = _NARROWED.match(text, end)
    return narrowed is not None and (narrowed["told"] is None or not clauses.is_told(text, start))


def _half(word: str, phrase: Phrase, end: int, text: str) -> Reference | None:
    """ "The North", but not "the north" and "the North Sea"."""
    is_name = word in _HALVES and text[end - len(word)].isupper() and not _NAMED_ON.match(text, end)
    if not is_name or phrase.determiner != "the" or phrase.words:
        return None
    return Reference(phrase.start, end, "description", "half", word)


def _relation(word: str, phrase: Phrase, end: int) -> Reference | None:
    """ "Its northern neighbour", "the former colonial power"."""
    sort = traits.relations().get(word)
    if sort == "ruler":
        return _ruler(word, phrase, end)
    if sort == "colony" and (phrase.words == ("former",) or (word.startswith("ex-") and not phrase.words)):
        return Reference(phrase.start, end, "description", "colony", word, owner=phrase.determiner)
    if (
        sort == "colony"
        and phrase.words[:1] == ("former",)
        and phrase.words[1:2]
        and phrase.words[1] in traits.rulers()
    ):
        return Reference(phrase.start, end, "description", "colony", word, owner=traits.rulers()[phrase.words[1]])
    if sort == "host" and phrase.determiner in ("his", "her", "its") and not set(phrase.words) - _OF_OFFICE:
        return Reference(phrase.start, end, "description", "host", word, owner=phrase.determiner)
    if sort not in ("neighbour", "other") or phrase.determiner not in (*POSSESSIVE, NAMED):
        return None
    read = adjectives(tuple(each for each in phrase.words if each not in traits.sides()))
    if read is None or read[1]:
        return None
    side = next((traits.sides()[each] for each in phrase.words if each in traits.sides()), None)
    lies: Sort = "neighbour" if sort == "neighbour" else "other"
    return Reference(phrase.start, end, "description", lies, word, read[0], owner=phrase.determiner, side=side)


def _ruler(word: str, phrase: Phrase, end: int) -> Reference | None:
    """ "The former colonial power", "its former coloniser", "their ex-colonial master"."""
    if phrase.determiner not in ("the", "its", "their") or set(phrase.words) - _RULED:
        return None
    ruled = "coloni" in word or not _COLONIAL.isdisjoint(phrase.words)
    owner = phrase.determiner if phrase.determiner in POSSESSIVE else None
    return Reference(phrase.start, end, "description", "ruler", word, owner=owner) if ruled else None


def _state(word: str, phrase: Phrase, end: int, text: str) -> Reference | None:
    """ "The landlocked kingdom", "his country"."""
    if phrase.determiner in ("his", "her") and word in _OWN and not set(phrase.words) - _HOME:
        return Reference(phrase.start, end, "description", "own", word, owner=phrase.determiner)
    if traits.heads().get(word) != word or phrase.determiner not in ("the", "this", "that"):
        return None
    read = adjectives(phrase.words)
    if read is None or read[1] is not None or (word in _SAID_OF and not read[0]):
        return None
    if _may_be_company(word, phrase):
        return None
    own = (word,) if word in traits.traits() else ()
    denies, left = clauses.denies(text, end), clauses.is_left(text, phrase.start)
    return Reference(phrase.start, end, "description", "state", word, read[0] + own, denies=denies, left=left)


def _may_be_company(word: str, phrase: Phrase) -> bool:
    """Whether a "giant" is rather a company: "the oil giant"."""
    return word in traits.collectives() and not traits.collective_adjectives().isdisjoint(phrase.words)


def _parties(word: str, phrase: Phrase, end: int, text: str) -> Reference | None:
    """Those whose communiqué this is, by the capital letter that it gives them: "the Parties", "the Contracting
    Parties"; not the parties to something else.
    """
    if word not in (*_OF_TEXTS, *_MET) or phrase.determiner != "the" or not set(phrase.words) <= _CONTRACTING:
        return None
    of_what = _PORTFOLIO.match(text, end) if word in _MET else None
    if not text[end - len(word)].isupper() or (of_what is None and text.startswith((" to ", " of ", " from "), end)):
        return None
    return Reference(phrase.start, end, "plural", "parties", word)


def _several(word: str, phrase: Phrase, end: int, text: str) -> Reference | None:
    """ "The two countries", "both sides", "the Baltic states"."""
    singular = traits.heads().get(word)
    people = False
    if singular is None or singular == word:
        singular, sort = traits.several().get(word, (None, ""))
        people = sort == "people"
    singular = singular or _related().get(word)
    read = adjectives(phrase.words)
    if singular is None or read is None:
        return None
    number = read[1]
    if phrase.determiner == "both" or (
        number is None and (singular.startswith("neighb") or _agree(word, phrase, end, text))
    ):
        number = 2
    own = (singular,) if singular in traits.traits() else ()
    if singular in traits.collectives() and (not read[0] or _may_be_company(singular, phrase)):
        return None
    if number is None and not any(traits.traits()[each].group for each in (*read[0], *own)):
        return None
    others = clauses.is_of_others(text, phrase.start)
    return Reference(
        phrase.start, end, "plural", "several", singular, read[0] + own, number, person=people, others=others
    )


def _agree(word: str, phrase: Phrase, end: int, text: str) -> bool:
    """Whether "the parties" or "the sides" are two who do what such do together: "The sides agreed to"."""
    if word not in _OF_TEXTS or phrase.determiner != "the" or phrase.words or not clauses.opens(text, phrase.start):
        return False
    return _TOGETHER.match(text, end) is not None


@cache
def _related() -> dict[str, str]:
    return {traits.plural(word): word for word in traits.relations()}


def _organisation(word: str, phrase: Phrase, end: int, *, capital: bool) -> Reference | None:
    """ "The bloc", "the oil company", "the rebels"."""
    if word not in traits.collectives() or phrase.determiner not in ("the", "this", "that"):
        return None
    said = _regional(phrase.words)
    if said is None or (word == "community" and not _OF_ALL.isdisjoint(phrase.words)):
        return None
    return Reference(phrase.start, end, "organisation", "organisation", word, said, capital=capital)


def _regional(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words that say where an organisation's members are, "southern african"; `None` if one is not understood."""
    known = traits.collective_adjectives()
    left = [each for each in words if each not in known and not _MEMBERS.fullmatch(each)]
    if not left:
        return ()
    # "African" may stand by itself, and goes with "southern".
    read = adjectives(words[words.index(left[0]) :])
    return read[0] if read is not None and read[0] and read[1] is None else None


def _offices(seen: Text, found: Sequence[Found]) -> Iterator[Reference]:
    """Offices without a state beside them: "the president", "its ambassador"; and "a colonel", who is no party."""
    for role in seen.roles:
        if role.start == 0 or seen.text[role.start - 1] != " " or role.is_relational:
            continue
        if role.words.lower() == "regime" and _RULES.match(seen.text, role.end):
            continue
        phrase = phrase_before(seen.text, role.start)
        if phrase is None:
            continue
        role, words = _of_what(role, phrase.words)
        if not all(word in _OF_OFFICE for word in words):
            continue
        owner = phrase.determiner if phrase.determiner in POSSESSIVE else None
        if owner or phrase.determiner == "the" or (phrase.determiner in INDEFINITE and role.is_one_person):
            harmed = owner in ("its", "their") and "own" not in words and clauses.is_harmed(seen.text, phrase.start)
            yield Reference(
                phrase.start, role.end, "office", "office", phrase.determiner,
                owner=owner, person=role.is_one_person, role=role, others=clauses.is_of_others(seen.text, phrase.start),
                harmed=harmed, goes_on=owner is not None and clauses.goes_on(seen.text, phrase.start),
                place=_placed(seen.text, phrase.start, role.end, found),
            )  # fmt: skip


def _placed(text: str, start: int, end: int, found: Sequence[Found]) -> str | None:
    """The state that is the only one named before an office, if people of that place are: "lawmakers in Lima said the
    government", "the situation in Peru and called upon the authorities there".
    """
    before = [each for each in found if each.end <= start and each.kind != "organisation"]
    if before and _THERE.match(text, end):
        return before[-1].bearers[0].code
    if len({each.bearers[0].code for each in before}) != 1:
        return None
    is_people = any(_PEOPLE_IN.search(text, max(0, each.start - _LONGEST_OWNED), each.start) for each in before)
    return before[0].bearers[0].code if is_people else None


def _of_what(role: Role, words: tuple[str, ...]) -> tuple[Role, tuple[str, ...]]:
    """A ministry or minister with what it is for, "trade", and the words before without it."""
    named = tuple(word for word in words if word not in _OF_OFFICE)
    if not named or len(named) > 2 or role.words not in _FOR_SOMETHING or not all(map(str.isalpha, named)):
        return role, words
    return replace(role, words=" ".join((*named, role.words))), words[: len(words) - len(named)]
