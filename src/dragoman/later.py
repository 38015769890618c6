"""Parts that are made when they are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

Part = TypeVar("Part")


class Later(Mapping[str, Part], Generic[Part]):
    """Parts by name, each made whenever it is asked for; `makers` make them."""

    def __init__(self, **makers: Callable[[], Part]) -> None:
        self.makers = makers

    def __getitem__(self, name: str) -> Part:
        return self.makers[name]()

    def __iter__(self) -> Iterator[str]:
        return iter(self.makers)

    def __len__(self) -> int:
        return len(self.makers)
