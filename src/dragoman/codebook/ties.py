"""The channels of standing ties, from `ties.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files

from dragoman.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Channel:
    """One kind of tie. `sign` is +1 cooperative, -1 conflictual, 0 neither; `verb` says it with `{a}` and `{b}`.

    `lasting`: once begun it stands until something ends it; an embassy opened in March 2023 did not close in April.
    `reciprocal`: words by which a tie that has a direction is told to hold both ways.
    """

    name: str
    giver: str
    taker: str
    mutual: bool
    sign: int
    label: str
    verb: str
    lasting: bool
    reciprocal: frozenset[str] = frozenset()


def _load() -> dict[str, Channel]:
    table = tomllib.loads(files(__package__).joinpath("ties.toml").read_text(encoding="utf-8"))
    return {
        name: Channel(
            name,
            row["from"],
            row["to"],
            row["mutual"],
            row["sign"],
            row["label"],
            row["verb"],
            row.get("lasting", False),
            frozenset(row.get("reciprocal", "").split()),
        )
        for name, row in table.items()
    }


CHANNELS = _load()
LASTING = frozenset(name for name, channel in CHANNELS.items() if channel.lasting)
#: Channels in which the order of the parties means nothing.
MUTUAL = frozenset(name for name, channel in CHANNELS.items() if channel.mutual)


def channel(name: str) -> Channel:
    """The channel of that name; raises `UnknownName`."""
    try:
        return CHANNELS[name]
    except KeyError:
        raise UnknownName(name, "channel", sorted(CHANNELS)) from None
