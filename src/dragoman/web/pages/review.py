"""The page on which what nobody has judged is looked at, one after another."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman import Filters, Told
from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.ties import CHANNELS
from dragoman.records import Decision, Entry
from dragoman.web.addresses import reviewed
from dragoman.web.asked import Asked
from dragoman.web.described import described
from dragoman.web.page import Page
from dragoman.web.parameters import MOST_ROWS, choice, codes, flag, text, texts, whole
from dragoman.web.visit import Visit

#: Counting ends here: nobody has that many left to do today.
_MOST = 1000


@described(
    codes("party", "Parties of the statements."),
    texts("type", "Types of the statements, as in the codebook."),
    text("publisher", "Who published them."),
    text("at", "The id of a statement to look at."),
    text("done", "The id of the decision that was just taken."),
    flag("undone", "Whether the last decision was just taken back."),
    choice("keys", "Whether the keys of the keyboard do something.", ("off",)),
    whole("size", "How many rows the table has.", MOST_ROWS["json"]),
    tables={"unjudged": Told.columns},
)
def review(visit: Visit) -> Page:
    """The least certain statement that nobody has judged, or that which `at` names, with what is beside it."""
    asked, filters = visit.asked, wanted(visit.asked)
    at = asked.text("at")
    passage = visit.workspace.show(at) if at is not None else None
    size = max(visit.size, 2) if visit.form != "html" else 2
    waiting = visit.workspace.unjudged(filters, limit=size, at=at)
    if passage is None and waiting:
        passage = visit.workspace.show(waiting[0].statement.id)
    identity = passage.entry.statement.id if passage is not None else None
    before = visit.workspace.unjudged(filters, limit=1, at=identity, before=True) if identity is not None else []
    after = [each.statement.id for each in waiting if each.statement.id != identity]
    taken = visit.workspace.decisions()
    shown = {
        "passage": passage,
        "is_waiting": bool(waiting) and waiting[0].statement.id == identity,
        "judged": _about(taken, passage.entry) if passage is not None else [],
        "last": _last(taken, asked.text("done")),
        "done": asked.text("done"),
        "is_undone": asked.one_of("undone", ("1",)) is not None,
        "count": visit.recall(visit.workspace.unjudged_count, filters, most=_MOST + 1),
        "most": _MOST,
        "next": after[0] if after else None,
        "previous": before[0].statement.id if before else None,
        "types": types(),
        "filters": filters,
        "kept": kept(asked),
        "keys": asked.one_of("keys", ("off",)) is None,
    }
    return Page("review.html", "Review", {"unjudged": Told(waiting).table()}, shown, {"statement": identity})


def wanted(asked: Asked) -> Filters:
    """Which statements are reviewed."""
    return Filters(parties=asked.codes("party"), types=asked.texts("type"), publisher=asked.text("publisher"))


def kept(asked: Asked) -> str:
    """The address of the review of the same statements, wherever in them one is."""
    names = ("party", "type", "publisher", "keys")
    return reviewed([(name, value) for name in names for value in asked.given(name)])


def types() -> tuple[str, ...]:
    """What a statement can be of: channels, types of events, and these with their modes."""
    events = ((each.name, *(f"{each.name}.{mode}" for mode in each.modes)) for each in EVENT_TYPES.values())
    return (*CHANNELS, *(name for names in events for name in names))


def _about(taken: Sequence[Decision], entry: Entry) -> list[Decision]:
    return [each for each in taken if each.covers(entry.statement, entry.document)]


def _last(taken: Sequence[Decision], done: str | None) -> Decision | None:
    """The judgement that can be taken back at once: the one just made, else the latest."""
    return next((each for each in taken if each.id == done), taken[-1] if taken else None)
