"""What counts as the latest of much that has a day each."""

from __future__ import annotations

from collections.abc import Sequence


def reach(before: Sequence[int], after: Sequence[int], most: int, until: int) -> tuple[int, int]:
    """From which day to which there are `most` of the latest up to a day, with all the rest of the earliest of them; if
    there are not so many, with those that come first after it.

    `before` are the days up to `until`, the latest first, `after` the later ones, the earliest first, of each `most` at
    least if there are so many.
    """
    if len(before) >= most:
        return before[most - 1], until
    added = after[: most - len(before)]
    return 0, added[-1] if added else until
