"""Answers that were found before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

Answer = TypeVar("Answer")
#: Answers that are kept; each may hold many statements.
_KEPT = 48


class Memory:
    """Keeps the answers given last for as long as nothing is written into the ledger."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._mark: Hashable = None
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._turns: dict[Hashable, Lock] = {}

    def recall(self, mark: Hashable, key: Hashable, find: Callable[[], Answer]) -> Answer:
        """The answer under a key if it was found at the same mark of the ledger, else the one that `find` gives.

        Of several that ask for the same at once one finds it, and the others wait for that.
        """
        with self._turn(mark, key):
            with self._lock:
                if mark == self._mark and key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key]  # type: ignore[return-value]
            answer = find()
            with self._lock:
                if mark == self._mark:
                    self._keep(key, answer)
        return answer

    def _turn(self, mark: Hashable, key: Hashable) -> Lock:
        """What those take in turns who ask for an answer; with another mark all that was found is forgotten."""
        with self._lock:
            if mark != self._mark:
                self._kept.clear()
                self._turns.clear()
                self._mark = mark
            return self._turns.setdefault(key, Lock())

    def _keep(self, key: Hashable, answer: object) -> None:
        self._kept[key] = answer
        while len(self._kept) > _KEPT:
            forgotten, _ = self._kept.popitem(last=False)
            self._turns.pop(forgotten, None)
