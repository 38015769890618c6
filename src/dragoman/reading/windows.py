"""What is long in stretches, so that what must be known of its words only for a while takes bounded memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

Part = TypeVar("Part")

#: Characters that are read together: the encoder's vectors of so many take some 100 MB. What is shorter is read whole.
WINDOW: Final = 200_000


def windows(parts: Sequence[Part], size: Callable[[Part], int]) -> Iterator[Sequence[Part]]:
    """The parts in their order, as many together as have `WINDOW` characters; a longer one is by itself."""
    start, held = 0, 0
    for number, part in enumerate(parts):
        more = size(part)
        if number > start and held + more > WINDOW:
            yield parts[start:number]
            start, held = number, 0
        held += more
    if start < len(parts):
        yield parts[start:]
