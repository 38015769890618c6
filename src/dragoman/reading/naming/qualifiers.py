"""Roles that only tell of what kind something is: the military of "military aid" is nobody."""

from __future__ import annotations

import re

from dragoman.codebook.sectors import qualified

#: Bodies, and adjectives of bodies, that stand before a noun.
_BODY = re.compile(r"(?:air force|army|court|government|navy|parliament|party|police)$")
_ADJECTIVE = re.compile(
    r"(?:congressional|governmental|intelligence|judicial|military|naval|parliamentary|presidential|state)$"
)
#: "State-owned"; but "president-elect" is one.
_PARTICIPLE = re.compile(r"-(?!elect\b|designate\b|delegate\b|general\b|in-|at-)[a-z]")
#: What shows that a body behind a name is another's: "UN-backed government". Who leads one is of it.
BACKED = re.compile(r"-(?!led\b)[a-z]+ed\b")
_NOUN = re.compile(r" ([a-z-]+)(?! ?-)")
_KIND = re.compile(r" (?:and |or )?([a-z]+)(?= )")
#: What stands behind a verb rather than behind a noun.
_OBJECT = re.compile(
    r" (?:the|a|an|its|their|his|her|our|it|them|him|us|this|these|those|all|no|any|more|most|some|much|many|both"
    r"|only|\d[\d,.]*|[A-ZÀ-Þ][\w-]+)\b"
)
_INFINITIVE = re.compile(r" to (?!the |a |an |its |their |his |her )[a-z]")
#: Verbs with an infinitive behind them.
_WILLING = frozenset(("plan", "help", "step"))


def qualifies(text: str, end: int, words: str) -> bool:
    """Whether a role that ends there stands before a noun, and tells only its kind: "military aid", "state-owned".

    The text and the words of the role are in lower case, but for the names in the text.
    """
    is_adjective = _ADJECTIVE.search(words) is not None
    if not is_adjective and _BODY.search(words) is None:
        return False
    if text.startswith("-", end):
        return _PARTICIPLE.match(text, end) is not None
    kind = _KIND.match(text, end)
    if kind is not None and kind[1] in qualified("kinds") and _is_thing(text, kind.end(), is_adjective=is_adjective):
        return True
    return _is_thing(text, end, is_adjective=is_adjective)


def _is_thing(text: str, at: int, *, is_adjective: bool) -> bool:
    """Whether a noun stands there that a role can tell the kind of, and no verb."""
    noun = _NOUN.match(text, at)
    if noun is None:
        return False
    word = _singular(noun[1])
    if word not in qualified("things") and not (is_adjective and word in qualified("doings")):
        return False
    if word not in qualified("verbs"):
        return True
    if not is_adjective and word != noun[1]:
        return False
    return not (_OBJECT.match(text, noun.end()) or (word in _WILLING and _INFINITIVE.match(text, noun.end())))


def _singular(noun: str) -> str:
    known = qualified("things") | qualified("doings")
    forms = (noun, noun.removesuffix("s"), f"{noun.removesuffix('ies')}y", noun.removesuffix("es"))
    return next((form for form in forms if form in known), noun)
