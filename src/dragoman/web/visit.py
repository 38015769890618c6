"""One request, as the pages see it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Literal, ParamSpec, TypeVar

from dragoman.web.asked import Asked
from dragoman.web.desk import Desk
from dragoman.web.parameters import MOST_ROWS
from dragoman.web.slices import Slice, cut
from dragoman.workspace import Workspace

Form = Literal["html", "json", "csv"]
Item = TypeVar("Item")
Answer = TypeVar("Answer")
Given = ParamSpec("Given")
#: Items on a page; who takes data away wants more at once.
_USUAL: dict[Form, int] = {"html": 50, "json": 1000, "csv": 1000}


class Visit:
    """What the address asks for, the workspace that answers, and the form in which the answer is wanted.

    `known` is the day of which the workspace is, if it is one of the past.
    """

    def __init__(
        self, workspace: Workspace, asked: Asked, desk: Desk, form: Form = "html", *, known: str | None = None
    ) -> None:
        self.workspace = workspace
        self.asked = asked
        self.form = form
        self.known = known
        self.runs = desk.runs
        self._memory = desk.memory

    def recall(self, ask: Callable[Given, Answer], *given: Given.args, **more: Given.kwargs) -> Answer:
        """What a method of the workspace answers; not asked again while nothing is written into the ledger.

        Only for answers that are whole: what is given one by one can be taken only once.
        """
        key = (self.known, ask.__name__, given, tuple(sorted(more.items())))
        return self._memory.recall(self.workspace.mark(), key, lambda: ask(*given, **more))

    def remember(self, key: Hashable, find: Callable[[], Answer]) -> Answer:
        """What `find` makes of what the ledger says, under a key; not made again while nothing is written into it."""
        return self._memory.recall(self.workspace.mark(), (self.known, key), find)

    def cut(self, found: Iterable[Item]) -> Slice[Item]:
        """The page of a list that is asked for."""
        return cut(found, self.asked.page, self.size)

    def page_of(self, fetch: Callable[[int, int], Sequence[Item]], total: int | None) -> Slice[Item]:
        """The page of a list of which `fetch` gives so many items from one on: no more is read than is shown."""
        wanted: Slice[Item] = self.cut(())
        found = fetch(wanted.size + 1, (wanted.number - 1) * wanted.size)
        return Slice(tuple(found[: wanted.size]), wanted.number, wanted.size, total, len(found) > wanted.size)

    def cut_once(self, name: str, found: Iterable[Item]) -> Slice[Item]:
        """The same of a list of that name, which is not fetched again while nothing is written into the ledger."""
        return self.remember((name, self.asked.page, self.size), lambda: self.cut(found))

    @property
    def size(self) -> int:
        """How many items of a list are asked for."""
        return self.asked.whole("size", _USUAL[self.form], most=MOST_ROWS[self.form])
