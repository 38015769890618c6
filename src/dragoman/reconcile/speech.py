"""Speech between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

#: What may open speech, and what ends it; a line ends all.
_OPENS: Final = re.compile('[“"«„]')
_ENDS: Final = {"“": re.compile("[”\n]"), '"': re.compile('["\n]'), "«": re.compile("[»\n]"), "„": re.compile("[“\n]")}


def speeches(text: str) -> Iterator[tuple[int, int]]:
    """Where speech stands between its marks, which those who heard it share without having it from each other.

    The end of what one mark opens is looked for once for all that open before it, so that marks that nothing closes
    cost no more than the text is long.
    """
    end, ends = 0, dict.fromkeys(_ENDS, -1)
    for opening in _OPENS.finditer(text):
        mark, start = opening.group(), opening.start()
        if start < end:
            continue
        if ends[mark] <= start:
            found = _ENDS[mark].search(text, start + 1)
            ends[mark] = found.start() if found is not None else len(text)
        if text[ends[mark] : ends[mark] + 1] not in ("", "\n"):
            end = ends[mark] + 1
            yield start, end


def without(text: str, places: Iterable[tuple[int, int]]) -> str:
    """A text with a space for what stands in some places."""
    ends = [(0, 0), *places, (len(text), len(text))]
    return " ".join(text[end:start] for (_, end), (start, _) in pairwise(ends))
