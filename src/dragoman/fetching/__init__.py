"""Fetching: the one way out to the network, taken only by a command that is given an address."""

from dragoman.fetching.door import Bounds, Door, Page
from dragoman.fetching.robots import Robots

__all__ = ["Bounds", "Door", "Page", "Robots"]
