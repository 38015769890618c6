"""Who is signed in."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from hashlib import sha256
from threading import Lock

from dragoman.web.access.users import User

#: Seconds after which one signs in anew: a long day's work.
_LASTS = 12 * 3600.0


class Sessions:
    """The users who signed in, by what their browsers keep in a cookie; `clock` gives seconds that only grow.

    Of a cookie only the hash is kept and looked up, so that how long that takes tells nothing of it.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = Lock()
        self._signed_in: dict[bytes, tuple[User, float]] = {}

    def begin(self, user: User) -> str:
        """A new secret for the cookie of a user."""
        session = secrets.token_urlsafe(32)
        now = self._clock()
        with self._lock:
            self._signed_in = {key: kept for key, kept in self._signed_in.items() if kept[1] > now}
            self._signed_in[_key(session)] = (user, now + _LASTS)
        return session

    def user(self, session: str | None) -> User | None:
        """Whose a cookie is, if anybody's still."""
        user, until = self._signed_in.get(_key(session or ""), (None, 0.0))
        return user if until > self._clock() else None

    def end(self, session: str | None) -> None:
        """Let a cookie open nothing from now on."""
        with self._lock:
            self._signed_in.pop(_key(session or ""), None)


def _key(session: str) -> bytes:
    return sha256(session.encode("utf-8", "surrogatepass")).digest()
