from __future__ import annotations

from datetime import date

from dragoman.analysis import Links, network
from dragoman.analysis.links import tie_ids
from tests.unit.analysis.nets import entries, names

FOUND = network(entries("AZE;KAZ -> ISR energy", "KAZ -> ISR energy", "TUR -> AZE;ISR alliance")).links


def test_links_are_made_when_somebody_looks() -> None:
    assert len(FOUND) == 5
    assert [*names(FOUND)] == [" ".join(key) for key in FOUND.keys]
    assert [*names([FOUND[0], FOUND[-1], *FOUND[3:9]])] == [
        *("AZE ISR alliance", "KAZ ISR energy", "ISR TUR alliance", "KAZ ISR energy"),
    ]
    assert [len(link.strands) for link in FOUND] == [1, 1, 1, 1, 2]


def test_the_ties_of_the_fewest_parties_come_first() -> None:
    oil = FOUND[-1]
    assert [each.actor for each in oil.outlines] == [("KAZ",), ("AZE", "KAZ")]
    assert oil.tie_ids == tuple(each.id for each in oil.outlines) == tuple(each.occurrence.id for each in oil.ties)
    assert len(tie_ids(FOUND)) == 3


def test_some_of_them() -> None:
    energy = FOUND.those(lambda giver, taker, channel: channel == "energy")
    assert [*names(energy)] == ["AZE ISR energy", "KAZ ISR energy"]
    assert energy == tuple(link for link in FOUND if link.channel == "energy")
    assert energy != FOUND
    assert hash(energy) == hash(FOUND.those(lambda giver, taker, channel: channel == "energy"))
    assert FOUND.those(lambda *key: False) == () == Links(())


def test_since_when_the_first_of_them_stands() -> None:
    strands = [("AZE", "ISR", "energy", 2, "o1:a", "2019-01-01"), ("KAZ", "ISR", "energy", 2, "o1:b", None)]
    assert Links(strands).since == Links(strands)[0].since == date(2019, 1, 1)
    assert Links(strands)[1].since is None


def test_those_without_some_and_those_of_some_parties_and_ties() -> None:
    keys = {each.key for each in FOUND}
    gone = {FOUND[0].key}
    assert {*FOUND.without(gone).keys} == keys - gone
    assert FOUND.without(gone) == FOUND.those(lambda *key: key not in gone)
    code = FOUND[0].giver
    assert FOUND.touching({code}) == FOUND.those(lambda giver, taker, _: code in (giver, taker))
    ties = {*FOUND[-1].tie_ids}
    assert [*FOUND.parts_of(ties)] == [each for each in FOUND if ties & {*each.tie_ids}]
    assert not FOUND.parts_of(set())


def test_parts_of_the_same_links_make_one_again_in_order_and_each_once() -> None:
    parts = [FOUND.within("energy"), FOUND.touching({FOUND[0].giver}), FOUND.those(lambda *key: False)]
    together = {each.key for part in parts for each in part}
    assert Links.merged(parts) == FOUND.those(lambda *key: key in together)
    assert Links.merged([]) == ()
