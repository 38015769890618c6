"""What a site asks of programs that follow links (RFC 9309)."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urljoin
from urllib.robotparser import RobotFileParser

from dragoman.errors import AddressRefused, NotFetched
from dragoman.fetching.door import AGENT, Door

#: Characters of a robots.txt that are looked at.
_MOST: Final = 500_000
#: Seconds between two pages of one host, at least and at most.
PAUSE, LONGEST_PAUSE = 1.0, 10.0


class Robots:
    """Asks each site once. A site without a robots.txt (4xx) allows all, one that cannot be asked nothing."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._known: dict[str, RobotFileParser | None] = {}

    def check(self, url: str) -> None:
        """Raises `AddressRefused` if the site asks programs to keep away from the address."""
        rules = self._rules(url)
        if rules is None or not rules.can_fetch(AGENT, url):
            raise AddressRefused(url, "The site's robots.txt asks programs to keep away; name the page to fetch it.")

    def pause(self, url: str) -> float:
        """Seconds to wait before the next page of the site."""
        rules = self._rules(url)
        delay = rules.crawl_delay(AGENT) if rules is not None else None
        return min(max(PAUSE, float(delay or 0)), LONGEST_PAUSE)

    def _rules(self, url: str) -> RobotFileParser | None:
        where = urljoin(url, "/robots.txt")
        if where not in self._known:
            self._known[where] = self._asked(where)
        return self._known[where]

    def _asked(self, where: str) -> RobotFileParser | None:
        rules = RobotFileParser()
        try:
            said = self._door.get(where).content[:_MOST].decode("utf-8", "replace")
        except NotFetched as error:
            if not re.search(r"answered 4\d\d", error.reason):
                return None
            said = ""
        rules.parse(said.splitlines())
        return rules
