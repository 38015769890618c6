"""Pages together with what is to be told of them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.web.asked import Asked
from dragoman.web.page import Page
from dragoman.web.parameters import Parameter
from dragoman.web.visit import Visit

#: The columns of each table of a page, by its name.
Tables = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Described:
    """What makes a page, with the parameters that it may read of an address and the tables that it gives.

    `title` tells what a page will be called that may take its time, so that it can be begun before it is made.
    """

    make: Callable[[Visit], Page]
    parameters: Sequence[Parameter]
    tables: Tables
    title: Callable[[Asked], str] | None = None

    def __call__(self, visit: Visit) -> Page:
        """The page."""
        return self.make(visit)

    @property
    def about(self) -> str:
        """What the page tells, in a sentence or two."""
        return " ".join((inspect.getdoc(self.make) or "").split())


def described(
    *parameters: Parameter, tables: Tables, title: Callable[[Asked], str] | None = None
) -> Callable[[Callable[[Visit], Page]], Described]:
    """Describe what makes a page, where it is written.

    The page can read no other parameter, and one that gives other tables than these, or another title, fails the tests.
    """
    return lambda make: Described(make, parameters, tables, title)
