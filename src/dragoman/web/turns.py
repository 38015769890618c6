"""Who writes through the desk waits for a while for others who write."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic, sleep
from typing import Final, TypeVar

from dragoman.errors import LedgerBusy
from dragoman.web.desk import Desk
from dragoman.workspace import Workspace

Written = TypeVar("Written")
#: Seconds that another writer is waited for, and after which it is looked again whether he has finished.
PATIENCE: Final = 8.0
_PAUSE: Final = 0.05


def in_turn(desk: Desk, write: Callable[[Workspace], Written]) -> Written:
    """What `write` gives; raises `LedgerBusy` if another window or program writes all the time.

    A judgement takes a moment: two people who send one at once must not find that one of them is refused.
    """
    until = monotonic() + PATIENCE
    while True:
        try:
            with Workspace.open(desk.ledger) as workspace:
                return write(workspace)
        except LedgerBusy:
            if monotonic() > until:
                raise
        sleep(_PAUSE)
