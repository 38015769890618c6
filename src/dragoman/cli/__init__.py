"""The command line: it speaks to the workspace and prints what that answers."""

from dragoman.cli.app import main

__all__ = ["main"]
