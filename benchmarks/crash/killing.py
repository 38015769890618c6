"""Work in a process of its own, which is killed after a while."""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections.abc import Callable


def killed(work: Callable[[], object], after: float) -> bool:
    """Start work in a forked process and kill it (SIGKILL) so many seconds after it has begun; whether it still worked.

    Raises `RuntimeError` with what it printed if it broke by itself.
    """
    begun, told = os.pipe()
    child = os.fork()
    if child == 0:
        _work(work, told)
    os.close(told)
    os.read(begun, 1)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    broken = os.read(begun, 100_000)
    os.close(begun)
    if broken:
        raise RuntimeError(broken.decode())
    return os.WIFSIGNALED(status)


def done(work: Callable[[], object]) -> float:
    """Do the work in a forked process to its end; how long that took, in seconds. Raises `RuntimeError`."""
    begun, told = os.pipe()
    child = os.fork()
    if child == 0:
        _work(work, told)
    os.close(told)
    os.read(begun, 1)
    started = time.monotonic()
    broken = os.read(begun, 100_000)
    os.waitpid(child, 0)
    os.close(begun)
    if broken:
        raise RuntimeError(broken.decode())
    return time.monotonic() - started


def _work(work: Callable[[], object], told: int) -> None:
    """What the forked process does; it never returns, so that nothing of its parent is closed or written twice."""
    os.write(told, b".")
    try:
        work()
    except BaseException:  # noqa: BLE001 - whatever breaks is told to the parent
        os.write(told, traceback.format_exc().encode())
        os._exit(1)
    os._exit(0)
