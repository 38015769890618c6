"""Who tried to sign in and failed."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Container
from dataclasses import dataclass

#: Failures that cost nothing but time; then so many seconds are waited, twice as many after each more, up to a bound.
FREE, _FIRST, _MOST = 4, 15.0, 900.0
#: Names of nobody that are remembered, so that it cannot be told from the waiting who is a user.
_STRANGERS = 1000


@dataclass(slots=True)
class _Failed:
    times: int = 0
    until: float = 0.0


class Attempts:
    """Counts failures in a row under a name, and says how long that name has to wait.

    `clock` gives seconds that only grow; `users` are the names that are never forgotten.
    """

    def __init__(self, users: Container[str], clock: Callable[[], float] = time.monotonic) -> None:
        self._users = users
        self._clock = clock
        self._known: dict[str, _Failed] = {}
        self._strangers: OrderedDict[str, _Failed] = OrderedDict()

    def wait(self, name: str) -> float:
        """Seconds until the name may be tried again; 0 if it may be now."""
        found = self._known.get(name) or self._strangers.get(name)
        return max(found.until - self._clock(), 0.0) if found is not None else 0.0

    def failed(self, name: str) -> None:
        """Count a failure."""
        found = self._of(name)
        found.times += 1
        beyond = found.times - FREE
        if beyond > 0:
            # A bound on the exponent too: nobody counts how often a machine tries.
            found.until = self._clock() + min(_FIRST * 2.0 ** min(beyond - 1, 20), _MOST)

    def succeeded(self, name: str) -> None:
        """Forget the failures under a name."""
        self._known.pop(name, None)

    def _of(self, name: str) -> _Failed:
        if name in self._users:
            return self._known.setdefault(name, _Failed())
        found = self._strangers.setdefault(name, _Failed())
        self._strangers.move_to_end(name)
        if len(self._strangers) > _STRANGERS:
            self._strangers.popitem(last=False)
        return found
