"""Seconds of the processor."""

from __future__ import annotations

import time
from collections.abc import Callable


def timed(step: Callable[[], object]) -> float:
    """How many seconds of the processor a step takes in this process."""
    begun = time.process_time()
    step()
    return time.process_time() - begun
