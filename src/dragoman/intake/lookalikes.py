"""Names of states written with letters that only look like theirs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Final

from dragoman.codebook.states import states

#: Letters of Cyrillic and Greek, and a few of Latin, that print as other Latin letters do, each above its likeness
#: (after Unicode's confusables.txt, UTS 39).
_ALIKE: Final = str.maketrans(
    "аеорсухіјѕһԁԛԝѵӏАВЕКМНОРСТУХІЈЅҮԚԜοαινυΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɑɡ",
    "aeopcyxijshdqwvlABEKMHOPCTYXIJSYQWoaivuABEZHIKMNOPTYXiag",
)
_WORD: Final = re.compile(r"[^\W\d_]{4,40}")
#: Shorter words are too easily other ones.
_SHORTEST: Final = 4
_SHOWN: Final = 3
#: Characters on either side of a word that tell in which script the text is there.
_AROUND: Final = 40


def note(text: str) -> str | None:
    """A sentence on the names of states that the text writes with look-alikes; `None` if there are none.

    They are not read as the names: evidence is the exact words of a document, and whoever wrote those meant to hide
    them, or used a broken program. But neither are they passed over in silence.
    """
    if text.isascii():
        return None
    found: Counter[tuple[str, str]] = Counter()
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.isascii() and (meant := _meant(word)) is not None and not _is_at_home(text, match):
            found[word, meant] += 1
    if not found:
        return None
    shown = [
        f"{word!a} for {meant} ({f'{count} times' if count > 1 else 'once'})"
        for (word, meant), count in sorted(found.items())[:_SHOWN]
    ]
    return (
        f"The text writes names with letters of other scripts that look alike: {', '.join(shown)}; they are not read "
        "as the names. Look at where the text comes from."
    )


def _is_at_home(text: str, match: re.Match[str]) -> bool:
    """Whether the word is one of another script among words of that script: the Greek for Oman in capitals."""
    if re.search("[A-Za-z]", unicodedata.normalize("NFKC", match[0])):
        return False
    around = text[max(0, match.start() - _AROUND) : match.start()] + text[match.end() : match.end() + _AROUND]
    letters = [each for each in around if each.isalpha()]
    return 2 * sum(each.isascii() for each in letters) < len(letters)


def _meant(word: str) -> str | None:
    """The word of a state's name that the word looks like, unless it is one itself."""
    likeness = unicodedata.normalize("NFKC", word).translate(_ALIKE)
    if likeness == word or not likeness.isascii() or unicodedata.normalize("NFC", word) in _names():
        return None
    return likeness if likeness in _names() else None


@cache
def _names() -> frozenset[str]:
    """The words of the names, demonyms and capitals of states, as they are written and in capitals."""
    said = (
        name
        for state in states().values()
        for name in (state.name, *state.aliases, *state.adjectives, *state.people, *state.capitals)
    )
    words = {word for name in said for word in _WORD.findall(name) if word[0].isupper() and len(word) >= _SHORTEST}
    return frozenset(words | {word.upper() for word in words})
