"""Titles and offices: the words beside a name that say whom the bearer acts for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.codebook.sectors import role_words

_PARTICLES = "al|el|bin|ibn|ben|bint|abu|abd|de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|zu|of|ould|ag|y|e"
_CAPITAL = "A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ"
_NAME_WORD = rf"(?:[{_CAPITAL}][\w'.-]*[\w]|[A-Z]\.)"
#: One to five capitalised words, with the particles that names have between them.
PERSON = re.compile(rf"{_NAME_WORD}(?:[ -](?:(?:{_PARTICLES})[ -])*{_NAME_WORD}){{0,4}}")
#: Words that cannot stand between a state and an office that are one party.
_APART = frozenset(
    "and or but of in on at to by for from with the a an is was are were has had have will would that which who as its their"
    " said says told met visited urged asked called".split()
)
#: Capitalised words that follow a name without being part of it.
_NO_NAME = re.compile(
    r" (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|The|In|On|At|And|But|For|To|A|An|As|It|He|She|Both)\b.*$"
)
#: Offices that speak of a body of people; nobody bears them as a title.
_BODY = re.compile(
    r"(?:ministr(?:y|ies)|governments?|parliament|army|navy|forces?|troops|police|service|state|administration|authorities|regime|cabinet"
    r"|senate|congress|house|assembly|council|committee|embass(?:y|ies)|office|department|agency|party|court|company|bank|corps|guard|base"
    r"|military|jets|drones|delegation|consulate|mission|division|brigade|crown|republic)s?$"
)
#: Nouns that say what one party is to another: "Peru's suppliers" are not Peru.
_RELATIONAL = re.compile(
    r"(?:suppliers?|partners?|all(?:y|ies)|customers?|importers?|exporters?|buyers?|neighbou?rs?|rivals?|competitors?|enem(?:y|ies)"
    r"|friends?|creditors?|lenders?|donors?|investors?|backers?|foes?|adversar(?:y|ies)|opponents?|patrons?|sponsors?)$"
)
#: Offices whose holder a text may name without the state, if it is the state where it is published.
_NATIONAL = re.compile(r"(?:minister|president|premier|chancellor|king|emir|sultan)$")
_TITLED_SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "REB", "OPP", "REL", "ELI"})
#: Adjectives that belong to a title: "former", "deputy".
_BEFORE_TITLE = re.compile(
    r"(?:(?:[Ff]ormer|[Tt]hen|[Dd]eputy|[Vv]ice|[Aa]cting|[Ii]ncoming|[Oo]utgoing|[Ss]enior|[Aa]ssistant)[ -])+$"
)
_OF = re.compile(r" (?:of|for) (?:the )?(?:Republic of |State of |Kingdom of )?$")


@dataclass(frozen=True, slots=True)
class Role:
    """A role in a sentence: its places, words and sector."""

    start: int
    end: int
    words: str
    sector: str

    @property
    def is_title(self) -> bool:
        """Whether a person can bear it before the name."""
        return self.sector in _TITLED_SECTORS and not _BODY.search(self.words.lower())

    @property
    def is_relational(self) -> bool:
        """Whether it says what somebody is to the state beside it, not who acts for that state."""
        return _RELATIONAL.search(self.words.lower()) is not None

    @property
    def is_national(self) -> bool:
        """Whether a state has one such office."""
        return _NATIONAL.search(self.words.lower()) is not None


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    words = tuple(role_words())
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest), words


def find(text: str) -> list[Role]:
    """The roles in a text (folded), in order; adjectives such as "former" belong to them."""
    lower = text.lower()
    if len(lower) != len(text):
        # A letter like "İ" that is two in lower case would shift all places behind it.
        lower = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    automaton, words = _automaton()
    found = []
    for number, start, end in automaton.find_matches_as_indexes(lower):
        if _whole(lower, start, end):
            before = _BEFORE_TITLE.search(text, max(0, start - 30), start)
            first = before.start() if before else start
            found.append(Role(first, end, text[first:end], role_words()[words[number]]))
    return found


def after(text: str, end: int, roles: list[Role]) -> Role | None:
    """The role that makes one party with the state whose name ends at `end`: "Azerbaijan's new foreign minister"."""
    for role in roles:
        if role.start > end:
            between = text[end : role.start]
            words = between.removeprefix("'s").removeprefix("'").split(" ")
            apart = len(words) > 5 or not between.endswith(" ") or not all(_joins(word) for word in words if word)
            return None if apart else role
    return None


def before(text: str, start: int, roles: list[Role]) -> Role | None:
    """The role that makes one party with the state whose name begins at `start`: "the president of Azerbaijan"."""
    match = _OF.search(text, max(0, start - 40), start)
    if match is None:
        return None
    return next((role for role in roles if role.end == match.start()), None)


def bearer(text: str, at: int) -> tuple[str, int] | None:
    """The name of a person that begins at `at`, and where it ends."""
    match = PERSON.match(text, at)
    if match is None:
        return None
    name = _NO_NAME.sub("", f" {match.group()}").strip()
    name = re.sub(r"'s?$|\.$", "", name)
    return (name, at + len(name)) if name else None


def _joins(word: str) -> bool:
    return word.lower() not in _APART and re.fullmatch(r"[\w-]+", word) is not None


def _whole(text: str, start: int, end: int) -> bool:
    return not (start > 0 and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
