"""The page of a search over documents and statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman import Entry, Filters, Frame, Told
from dragoman.errors import InvalidValue
from dragoman.records import Document, Span, Standing
from dragoman.web.described import described
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, Parameter, codes, day, text, texts
from dragoman.web.visit import Visit

#: Documents that are shown, passages of each, and characters on either side of the words found.
_DOCUMENTS, _PASSAGES, _AROUND = 6, 2, 90
#: Statements that facets are counted over; of more they say so.
_COUNTED = 3000
#: Documents that are weighed against each other; of more the last read ones are.
_WEIGHED = 2000
_DOCUMENT_COLUMNS = ("document", "title", "publisher", "published", "places")
_STANDINGS = tuple(each.value for each in Standing)


@dataclass(frozen=True, slots=True)
class Found:
    """A document with some passages: each the words before, those found, and after."""

    document: Document
    passages: tuple[tuple[str, str, str], ...]
    places: int


@described(
    text("q", "The words."),
    codes("party", "Whom statements are about.", most=5),
    texts("type", "The type of the event or tie."),
    Parameter(
        "standing",
        "How it is said; several are either.",
        "texts",
        {"type": "array", "items": {"type": "string", "enum": list(_STANDINGS)}},
    ),
    text("publisher", "Whose documents are looked in."),
    day("since", "From when on it happened."),
    day("until", "Until when it happened."),
    *LISTED,
    tables={"statements": Told.columns, "documents": _DOCUMENT_COLUMNS},
)
def search(visit: Visit) -> Page:
    """Documents that hold the words, best first, and statements in whose evidence they stand; facets narrow these."""
    asked, words = visit.asked, visit.asked.text("q")
    filters = _filters(visit, words)
    held = visit.workspace.holding(words, most=_WEIGHED + 1) if words is not None else 0
    among = _WEIGHED if held > _WEIGHED else None
    by = filters.publisher
    hits = visit.workspace.search(words, limit=_DOCUMENTS, among=among, publisher=by) if words is not None else []
    found = [Found(hit.document, tuple(_passages(hit.document.text, hit.spans)), len(hit.spans)) for hit in hits]
    listed = visit.cut(visit.workspace.first(filters, asked.page * visit.size + 1))
    told = visit.workspace.facets(filters, most=_COUNTED)
    shown = {
        "found": found,
        "held": held,
        "weighed": _WEIGHED,
        "listed": replace(listed, total=None),
        "facets": {name: _most(told.counts[name]) for name in ("standing", "type", "publisher", "party")},
        "is_more": told.is_more,
        "wanted": filters,
        "words": words,
    }
    tables = {"statements": Told(listed.items).table(), "documents": _frame(found)}
    return Page("search.html", f"Search: {words}" if words else "Search", tables, shown, {"q": words})


def facets(told: Sequence[Entry]) -> dict[str, list[tuple[str, int]]]:
    """How many of the statements are of which standing, type, publisher and party, the most first."""
    return {
        "standing": _counted(each.statement.standing.value for each in told),
        "type": _counted(each.statement.type for each in told),
        "publisher": _counted(each.document.publisher for each in told if each.document.publisher),
        "party": _counted(
            code for each in told for code in {party.code for party in each.statement.parties if party.code}
        ),
    }


def _filters(visit: Visit, words: str | None) -> Filters:
    asked = visit.asked
    standings = asked.texts("standing")
    unknown = [each for each in standings if each not in _STANDINGS]
    if unknown:
        raise InvalidValue(f"No standing is called {unknown[0]!r}; there is {', '.join(_STANDINGS)}.")
    return Filters(
        words=words,
        parties=asked.codes("party", most=5),
        types=asked.texts("type"),
        standings=tuple(map(Standing, standings)),
        publisher=asked.text("publisher"),
        since=asked.first_day("since"),
        until=asked.last_day("until"),
    )


def _counted(names: Iterable[str]) -> list[tuple[str, int]]:
    return _most(Counter(names))


def _most(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:12]


def _passages(text: str, spans: Sequence[Span]) -> Iterator[tuple[str, str, str]]:
    """The words found with what stands around them, none twice."""
    reached, given = -1, 0
    for span in spans:
        if given == _PASSAGES:
            return
        if span.start >= reached:
            start, reached = max(span.start - _AROUND, 0), span.end + _AROUND
            yield text[start : span.start], span.text, text[span.end : reached]
            given += 1


def _frame(found: Sequence[Found]) -> Frame:
    return Frame(
        _DOCUMENT_COLUMNS,
        tuple(
            (
                *(each.document.id, each.document.title, each.document.publisher),
                *(each.document.published.iso() if each.document.published else None, each.places),
            )
            for each in found
        ),
    )
