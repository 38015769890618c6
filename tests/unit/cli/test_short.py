from __future__ import annotations

from dragoman.cli.short import digits, short
from dragoman.records.identity import content_id


def test_an_id_keeps_its_prefix() -> None:
    assert short("s1:0123456789abcdef", 6) == "s1:012345"


def test_so_many_digits_tell_all_ids_apart() -> None:
    for count in (1, 100, 20_000):
        length = digits(count)
        assert len({short(content_id("s1", number), length) for number in range(count)}) == count
