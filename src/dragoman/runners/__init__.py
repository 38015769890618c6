"""Where work runs: one process or several, with the same answers in the same order."""

from dragoman.runners.local import run

__all__ = ["run"]
