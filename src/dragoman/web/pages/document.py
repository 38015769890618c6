"""The page of a document: its text as read, with what it states marked."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman import Filters, Told
from dragoman.errors import UnknownId
from dragoman.records import Decision, Document, Span, Statement
from dragoman.web.described import described
from dragoman.web.page import Page
from dragoman.web.pages.deciding import FAULTS
from dragoman.web.pages.marking import marked, paragraphs
from dragoman.web.parameters import PAGE, flag, place, text
from dragoman.web.shown import placed
from dragoman.web.slices import Slice, cut
from dragoman.web.visit import Visit

#: Paragraphs on a page, fewer where some are long, so that they have no more characters than these.
_SIZE = 80
_CHARACTERS = 60_000


@described(
    place("id", "The id of a document."),
    text("at", "A statement whose words are looked for."),
    flag("superseded", "Also former readings."),
    text("done", "A decision to point out that was just taken or taken back."),
    PAGE,
    tables={"statements": Told.columns},
)
def document(visit: Visit) -> Page:
    """A document by its id; `at` names a statement whose words are looked for, `superseded=1` shows former readings."""
    read = visit.workspace.document(visit.asked.path["id"])
    wanted = Filters(document=read.id, superseded=visit.asked.one_of("superseded", ("1",)) is not None)
    entries = tuple(visit.workspace.statements(wanted))
    numbered = [(number, entry.statement) for number, entry in enumerate(entries, 1)]
    chosen = _chosen(visit.asked.text("at"), [statement for _, statement in numbered])
    judged, place = _judged(visit, read)
    place = chosen.evidence.start if chosen is not None else place
    listed = _page(visit, paragraphs(read.text), place)
    here = [each for each in numbered if _is_on(each[1].evidence, listed.items)]
    text = [marked(each, here) for each in listed.items]
    shown = {
        "document": read,
        "entries": dict(enumerate(entries, 1)),
        "text": text,
        "listed": listed,
        "chosen": chosen.id if chosen is not None else None,
        "faults": FAULTS,
        "judged": judged,
        "judged_in": sum(each.end <= place for each in listed.items) if place is not None else None,
    }
    return Page("document.html", title_of(read), {"statements": Told(entries).table()}, shown, _about(read))


def title_of(document: Document) -> str:
    """Its title, or what else it can be called by."""
    return document.title or (placed(document.path) if document.path else document.id)


def _chosen(identity: str | None, statements: list[Statement]) -> Statement | None:
    if identity is None:
        return None
    found = next((each for each in statements if each.id == identity), None)
    if found is None:
        raise UnknownId(f"The document makes no statement {identity!r}; it may be one of a former reading.")
    return found


def _judged(visit: Visit, read: Document) -> tuple[Decision | None, int | None]:
    """The decision on a statement of a document that is pointed out, if one is, and where its words begin."""
    done = visit.asked.text("done")
    for each in reversed(visit.workspace.decisions(undone=True) if done is not None else []):
        if each.id == done and each.anchor is not None and each.anchor.document == read.id:
            return each, each.anchor.start
    return None, None


def _page(visit: Visit, spans: tuple[Span, ...], place: int | None) -> Slice[Span]:
    """The page that is asked for, or that which holds a place in the text."""
    number = visit.asked.page
    size = min(_SIZE, _CHARACTERS // max((each.end - each.start for each in spans), default=1))
    if place is not None and not visit.asked.has("page"):
        before = sum(each.end <= place for each in spans)
        number = before // size + 1
    return cut(spans, number, size)


def _is_on(words: Span, page: Sequence[Span]) -> bool:
    """Whether words stand among the paragraphs of a page, which follow one another."""
    return bool(page) and words.start < page[-1].end and words.end > page[0].start


def _about(read: Document) -> dict[str, object]:
    return {
        "document": read.id,
        "publisher": read.publisher,
        "author": read.author,
        "published": read.published.iso() if read.published else None,
        "url": read.url,
        "text": read.text,
    }
