from __future__ import annotations

import pytest

from dragoman.codebook.ties import CHANNELS, MUTUAL, channel
from dragoman.errors import UnknownName


@pytest.mark.parametrize(
    ("name", "giver", "taker", "sign"),
    [
        ("energy", "supplier", "receiver", 1),
        ("membership", "member", "organisation or accord", 1),
        ("hostility", "the threat", "the threatened", -1),
        ("geography", "party", "party", 0),
    ],
)
def test_a_channel_with_its_sides_and_sign(name: str, giver: str, taker: str, sign: int) -> None:
    found = channel(name)

    assert (found.giver, found.taker, found.sign) == (giver, taker, sign)


def test_mutual_channels() -> None:
    assert {"alliance", "security", "society", "geography"} == MUTUAL


@pytest.mark.parametrize("name", ["Energy", "AID", "friendship", ""])
def test_other_names_are_refused_with_those_that_exist(name: str) -> None:
    with pytest.raises(UnknownName, match="No channel is called") as refused:
        channel(name)

    assert refused.value.near == tuple(sorted(CHANNELS))
