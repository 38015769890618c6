"""A long list of which parts are fetched when they are looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar, overload

Item = TypeVar("Item")
#: Items that are fetched at once for one who goes through all of them.
_TOGETHER = 200


class Parts(Sequence[Item]):
    """`count` items; `fetch` gives at most so many of them from a place on."""

    def __init__(self, count: int, fetch: Callable[[int, int], Sequence[Item]]) -> None:
        self._count = count
        self._fetch = fetch

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Item: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...
    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        if isinstance(place, int):
            at = range(self._count)[place]
            return self._fetch(1, at)[0]
        wanted = range(self._count)[place]
        if not wanted:
            return []
        found = self._fetch(max(wanted) - min(wanted) + 1, min(wanted))
        return [found[at - min(wanted)] for at in wanted if at - min(wanted) < len(found)]

    def __iter__(self) -> Iterator[Item]:
        for start in range(0, self._count, _TOGETHER):
            yield from self._fetch(_TOGETHER, start)
