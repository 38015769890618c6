"""What a page tells, before it is put into a form."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from dragoman import Frame

Part = TypeVar("Part")


class Later(Mapping[str, Part], Generic[Part]):
    """Parts of a page by name, each made when it is wanted: who reads a page needs no tables."""

    def __init__(self, **makers: Callable[[], Part]) -> None:
        self._makers = makers

    def __getitem__(self, name: str) -> Part:
        return self._makers[name]()

    def __iter__(self) -> Iterator[str]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)


@dataclass(frozen=True)
class Page:
    """A title, what a template needs to show it, and the same as data.

    `tables` are what the page shows, as rows, the chief one first; `about` is what it says besides, and `shown` what
    only the template needs.
    """

    template: str
    title: str
    tables: Mapping[str, Frame]
    shown: Mapping[str, Any] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
