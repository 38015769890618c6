"""Signing in: names and passwords exchanged for sessions."""

from __future__ import annotations

import asyncio
import math
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

from starlette.exceptions import HTTPException

from dragoman.web.access import passwords
from dragoman.web.access.attempts import Attempts
from dragoman.web.access.sessions import Sessions
from dragoman.web.access.users import User, same_name

#: Passwords that wait to be checked at once; whoever comes then comes again.
_QUEUE = 8


class Admission:
    """Who may sign in to a desk, who has, and who tried in vain.

    Passwords are checked one at a time, in a thread of their own: each check takes tens of megabytes and milliseconds
    on purpose, and pages are answered meanwhile.
    """

    def __init__(self, users: Mapping[str, User], attempts: Attempts | None = None) -> None:
        self.sessions = Sessions()
        self._users = users
        self._attempts = attempts or Attempts(users)
        self._decoy = passwords.decoy(each.hash for each in users.values())
        self._checking = ThreadPoolExecutor(1, "checking passwords")
        self._waiting = 0

    async def sign_in(self, name: str, password: str) -> User | None:
        """The user of a name and a password, or `None` if they do not go together.

        Raises `HTTPException` (429) while a name has to wait after failures, and (503) if too many sign in at once.
        """
        if self._waiting >= _QUEUE:
            raise HTTPException(503, "Too many are signing in at once; try again in a moment.")
        self._waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._checking, self._check, same_name(name), password
            )
        finally:
            self._waiting -= 1

    def _check(self, name: str, password: str) -> User | None:
        seconds = math.ceil(self._attempts.wait(name))
        if seconds:
            sentence = f"That name was tried in vain too often; try again in {seconds} seconds."
            raise HTTPException(429, sentence, {"Retry-After": str(seconds)})
        user = self._users.get(name)
        # A name of nobody is checked as long as any other, so that the time tells nothing.
        if passwords.fits(user.hash if user is not None else self._decoy, password) and user is not None:
            self._attempts.succeeded(name)
            return user
        self._attempts.failed(name)
        return None
