"""One ledger and all that can be done with it: what the faces speak to."""

from dragoman.workspace.workspace import Workspace

__all__ = ["Workspace"]
