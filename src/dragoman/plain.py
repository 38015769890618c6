"""Texts of strangers, made safe to print."""

from __future__ import annotations

import re

#: Escape sequences of terminals: CSI (`ESC [ … letter`), OSC, DCS and their kin (`ESC ] … BEL`), two-byte ones.
_SEQUENCE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"
    r"|\x1b[ -/]*[0-~]?"
)
#: Other control characters, and those that turn the direction of the text that follows them.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_HIDDEN_IN_JSON = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
#: What a cell begins with that a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_SIGNS = ("+", "-")


def plain(text: str) -> str:
    """The text without anything that a terminal would obey; line ends and tabs stay."""
    return _CONTROL.sub("", _SEQUENCE.sub("", text.replace("\r\n", "\n")))


def one_line(text: str) -> str:
    """The text on one line, safe to print, its spaces and line ends each as one space."""
    return " ".join(plain(text).split())


def shortened(text: str, length: int) -> str:
    """The text on one line of at most `length` characters, cut between words, with `…` where it was cut."""
    line = one_line(text)
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut[length // 2 :] else cut}…"


def escaped(json_line: str) -> str:
    """A line of JSON with the characters that a terminal would obey written as `\\uXXXX`; it means the same."""
    return _HIDDEN_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", json_line)


def cell(value: object) -> object:
    """A value as it goes into a table that a spreadsheet may open."""
    if not isinstance(value, str):
        return value
    text = plain(value)
    # A sign by itself has nothing to work on, and is a value of its own among friends and foes.
    return f"'{text}" if text.startswith(_FORMULA) and text not in _SIGNS else text
