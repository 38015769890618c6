"""What follows from a scenario, as frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from dragoman.analysis.answers import Changes, Exposures, joined
from dragoman.analysis.balance import Triad
from dragoman.analysis.exposure import Exposure
from dragoman.analysis.frame import Frame
from dragoman.analysis.links import Link
from dragoman.analysis.ranges import Range

#: The columns of each frame but the first, by its name.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "exposures": ("supposed", *Exposures.columns),
    "supplies": tuple("giver taker channel base low high supply_already supply_others".split()),
    "triads": ("a", "b", "c", "before", "after"),
    "foes": ("one", "other", "foe"),
    "apart": ("group", "party"),
    "support": Changes.columns,
}


@dataclass(frozen=True, slots=True)
class Replacement:
    """A supply that must be found elsewhere, as far as is on record.

    `shares` are the parts lost, each of a base of the taker's, in per cent; `others` supply the taker in the channel
    already, `elsewhere` supply somebody in it.
    """

    link: Link
    shares: tuple[tuple[str, Range], ...]
    others: tuple[str, ...]
    elsewhere: tuple[str, ...]


def exposures_frame(touched: tuple[tuple[Exposure, ...], tuple[Exposure, ...]]) -> Frame:
    """Exposures on record, and as they are supposed."""
    rows = (
        (supposed, *row)
        for supposed, part in zip((False, True), touched, strict=True)
        for each in part
        for row in each.table().rows
    )
    return Frame(COLUMNS["exposures"], tuple(rows))


def supplies_frame(found: Iterable[Replacement]) -> Frame:
    """Supplies that must be found elsewhere, a row a base of which a share is lost."""
    return Frame(COLUMNS["supplies"], tuple(row for each in found for row in _supply(each)))


def triads_frame(turned: Iterable[tuple[Triad | None, Triad | None]]) -> Frame:
    """Triads in another state than before; without a state they are none."""
    rows = (
        (*triad.parties, before.state if before else None, after.state if after else None)
        for before, after in turned
        if (triad := before or after) is not None
    )
    return Frame(COLUMNS["triads"], tuple(rows))


def apart_frame(groups: Iterable[tuple[str, ...]]) -> Frame:
    """Groups that are no longer held together with the rest, a row a party."""
    rows = ((number, party) for number, group in enumerate(groups, start=1) for party in group)
    return Frame(COLUMNS["apart"], tuple(rows))


def _supply(of: Replacement) -> Iterator[tuple[object, ...]]:
    others = joined(of.others), joined(of.elsewhere)
    for base, share in of.shares:
        yield (*of.link.key, base, share.low, share.high, *others)
    if not of.shares:
        yield (*of.link.key, None, None, None, *others)
