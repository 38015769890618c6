"""What a person typed into a search field."""

from __future__ import annotations

import re

from dragoman.codebook.accents import unaccented

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w+")


def phrases(typed: str) -> list[tuple[str, bool]]:
    """The words, and "phrases in quotes", of what was typed; the flag says that a `*` asks for any ending."""
    found = ((match[1] if match[1] is not None else match[2]) for match in _PHRASE.finditer(typed.replace("\0", " ")))
    return [(each.rstrip("*"), each.endswith("*")) for each in found if _WORD.search(each)]


def matching(typed: str, *, any_of: bool = False) -> str:
    """What was typed as an FTS5 query for all the words, or for `any_of` them: never a syntax error; without a word it
    finds nothing.
    """
    wanted = (f'"{phrase.replace(chr(34), "")}"{"*" if open_ else ""}' for phrase, open_ in phrases(typed))
    return (" OR " if any_of else " ").join(wanted) or '""'


def stand_in(typed: str, text: str) -> bool:
    """Whether all words and phrases that were typed stand in the text, case and diacritics aside."""
    plain = f" {_plain(text)} "
    return all(f" {_plain(phrase)}{'' if open_ else ' '}" in plain for phrase, open_ in phrases(typed))


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(unaccented(text).casefold().replace("_", " ")))
