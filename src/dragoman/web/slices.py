"""A long list, page by page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Sized
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Slice(Generic[Item]):
    """The items of one page; `number` counts from 1, `total` is how many items there are if that is known."""

    items: tuple[Item, ...]
    number: int
    size: int
    total: int | None
    has_next: bool

    @property
    def first(self) -> int:
        """The number of its first item, from 1."""
        return (self.number - 1) * self.size + 1

    @property
    def last(self) -> int:
        """The number of its last item."""
        return self.first + len(self.items) - 1


def cut(found: Iterable[Item], number: int, size: int) -> Slice[Item]:
    """A page of a list, or of what comes one by one: then no more is taken than is needed."""
    total = len(found) if isinstance(found, Sized) else None
    span = (number - 1) * size, number * size + 1
    taken = tuple(found[slice(*span)] if isinstance(found, Sequence) else islice(iter(found), *span))
    return Slice(taken[:size], number, size, total, len(taken) > size)
