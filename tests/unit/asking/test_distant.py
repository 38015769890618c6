from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from benchmarks.scale.answers import made

from dragoman.analysis import Links
from dragoman.asking.distant import Distant
from dragoman.ledger import Ledger
from dragoman.settings import Settings
from dragoman.workspace import Workspace
from tests.factories import a_reading

DAY = date(2024, 1, 1)


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("distant") / "made.ledger", 3000)


def distant(path: Path) -> Links:
    return Workspace.open(path, settings=Settings.of()).network(as_of=DAY).links


def at_hand(path: Path) -> Links:
    links = distant(path)
    return Links(links.strands, links.behind)


def some(links: Links, chance: random.Random) -> Callable[[Links], Links]:
    """One way of taking a part of some links."""
    keys = chance.sample(links.keys, min(len(links.keys), 5))
    parties = {key[0] for key in keys} | {key[1] for key in chance.sample(links.keys, chance.choice((1, 60)))}
    ties = {each for link in links[:: chance.randint(2, 9)] for each in link.tie_ids}
    return chance.choice(
        [
            lambda of: of.within(keys[0][2]),
            lambda of: of.touching(parties),
            lambda of: of.parts_of(ties),
            lambda of: of.without(frozenset(keys)),
            lambda of: of.those(lambda giver, taker, channel: giver in parties),
        ]
    )


@pytest.mark.parametrize("seed", range(12))
def test_parts_of_links_that_are_not_fetched_are_those_of_links_at_hand(pile: Path, seed: int) -> None:
    chance = random.Random(seed)
    found, expected = distant(pile), at_hand(pile)
    assert isinstance(found, Distant)
    for _ in range(3):
        part = some(expected, chance)
        found, expected = part(found), part(expected)
        if chance.random() < 0.5:
            assert len(found) == len(expected)
        if len(expected) < 80:
            break
    assert found.ends == expected.ends
    assert found.keys == expected.keys
    assert len(found) == len(expected) == len(expected.keys)
    assert found == expected
    assert found.since == expected.since
    assert [each.key for each in found] == [*found.keys]


def test_how_two_stand_is_told_without_fetching_all(pile: Path) -> None:
    links = distant(pile)
    network = Workspace.open(pile, settings=Settings.of()).network(as_of=DAY)
    assert network.signs
    assert network.components
    assert len(links) == len(links.keys)
    assert "strands" not in vars(links)
    assert "strands" not in vars(network.links)


def test_they_are_as_they_were_when_they_were_asked_for(tmp_path: Path) -> None:
    path = made(tmp_path / "made.ledger", 1000)
    before, kept = distant(path), at_hand(path)
    parties, ties = {kept[0].giver}, {*kept[-1].tie_ids}
    with Ledger.open(path) as ledger, ledger.writer() as writer:
        writer.add(a_reading(), recorded="2026-01-02")
    assert before.ends == kept.ends
    assert before == kept
    for part in (
        lambda of: of.within("energy"),
        lambda of: of.touching(parties),
        lambda of: of.parts_of(ties),
        lambda of: of.within("trade").touching(parties),
    ):
        assert part(distant_again(before)) == part(kept)


def distant_again(links: Links) -> Links:
    """The same links, of which none was looked at."""
    assert isinstance(links, Distant)
    return Distant(links._ledger, links.behind, DAY)
