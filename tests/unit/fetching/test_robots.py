from __future__ import annotations

import pytest

from dragoman.errors import AddressRefused
from dragoman.fetching import Robots
from tests.unit.fetching.served import open_door, serving


def test_what_a_site_asks_is_kept_to_and_asked_for_once() -> None:
    with serving() as served:
        served.put("/robots.txt", "User-agent: Dragoman\nDisallow: /private\nCrawl-delay: 3\n", kind="text/plain")
        robots = Robots(open_door())
        robots.check(f"{served.root}/a")
        with pytest.raises(AddressRefused, match=r"robots\.txt"):
            robots.check(f"{served.root}/private/a")
        assert robots.pause(f"{served.root}/a") == 3
        assert served.asked == ["/robots.txt"]


def test_a_site_without_rules_allows_all_and_one_that_fails_nothing() -> None:
    with serving() as served:
        Robots(open_door()).check(f"{served.root}/a")
        served.pages["/robots.txt"] = (503, {}, b"")
        with pytest.raises(AddressRefused):
            Robots(open_door()).check(f"{served.root}/a")
