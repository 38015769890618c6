"""The vector drawings of a brief: who stands how to whom, the figures side by side, and what happened when."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.analysis import Account
from dragoman.brief.brief import Drawing
from dragoman.brief.drawings.figures import figures
from dragoman.brief.drawings.network import network
from dragoman.brief.drawings.timeline import timeline

__all__ = ["drawings", "figures", "network", "timeline"]


def drawings(account: Account) -> Iterator[Drawing]:
    """Those of an account for which there is something to draw."""
    yield from (drawn for draw in (network, figures, timeline) if (drawn := draw(account)) is not None)
