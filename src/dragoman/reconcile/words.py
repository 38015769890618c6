"""The words of texts as they are compared: without case, signs and spaces."""

from __future__ import annotations

import re
from typing import Final

#: A word, or one sign of a script without spaces.
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
#: The sign comes first, for Python finds a sign faster than what stands before it.
_THOUSANDS: Final = re.compile(r"[, ](?<=\d.)(?=\d{3}\b)")


def words(text: str, *, folded: bool = True) -> list[str]:
    """The words of a text in order, in the case that they stand in unless `folded`; "300,000" is one."""
    plain = _THOUSANDS.sub("", text)
    return _WORD.findall(plain.casefold() if folded else plain)
