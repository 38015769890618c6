"""Work that makes many objects and no reference cycles, without the search for such cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

#: As many more objects than before are made before a process that answers for long looks for cycles.
_MANY = 100_000


def collect_seldom() -> None:
    """Let Python look for reference cycles seldom from now on, and never among what is there already."""
    gc.freeze()
    gc.set_threshold(_MANY)


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python not look for reference cycles inside.

    It would look through all that was made, the codebook included, as often as there is a quarter more of it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
