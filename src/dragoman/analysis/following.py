"""What follows from a scenario, as frames."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dragoman.analysis.answers import Changes, Exposures, joined
from dragoman.analysis.frame import Frame
from dragoman.analysis.frames import Frames

if TYPE_CHECKING:
    from dragoman.analysis.whatif import WhatIf

#: The columns of each frame but the first, by its name.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "exposures": ("supposed", *Exposures.columns),
    "supplies": tuple("giver taker channel base low high supply_already supply_others".split()),
    "triads": ("a", "b", "c", "before", "after"),
    "foes": ("one", "other", "foe"),
    "apart": ("group", "party"),
    "support": Changes.columns,
}


def frames(of: WhatIf) -> Frames:
    """The links that fall, weaken or are at risk, then the rest of what follows."""
    made = {
        "exposures": lambda: _exposures(of),
        "supplies": lambda: _supplies(of),
        "triads": lambda: _triads(of),
        "foes": lambda: Frame(COLUMNS["foes"], of.common_foes),
        "apart": lambda: _apart(of),
        "support": lambda: Changes(of.claims).table(),
    }
    return Frames(becomes=of.table, **made)


def _exposures(of: WhatIf) -> Frame:
    rows = (
        (supposed, *row)
        for supposed, part in zip((False, True), of.touched, strict=True)
        for each in part
        for row in each.table().rows
    )
    return Frame(COLUMNS["exposures"], tuple(rows))


def _supplies(of: WhatIf) -> Frame:
    return Frame(COLUMNS["supplies"], tuple(row for row in _supply_rows(of)))


def _supply_rows(of: WhatIf) -> Iterator[tuple[object, ...]]:
    for each in of.replacements:
        others = joined(each.others), joined(each.elsewhere)
        for base, share in each.shares:
            yield (*each.link.key, base, share.low, share.high, *others)
        if not each.shares:
            yield (*each.link.key, None, None, None, *others)


def _triads(of: WhatIf) -> Frame:
    rows = (
        (*triad.parties, before.state if before else None, after.state if after else None)
        for before, after in of.turned
        if (triad := before or after) is not None
    )
    return Frame(COLUMNS["triads"], tuple(rows))


def _apart(of: WhatIf) -> Frame:
    rows = ((number, party) for number, group in enumerate(of.apart, start=1) for party in group)
    return Frame(COLUMNS["apart"], tuple(rows))
