"""Small real records for tests, by plain names; whatever is not given is the same every time."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.records import (
    Attribution,
    Document,
    Interval,
    Party,
    Quantity,
    Reading,
    Source,
    Span,
    Standing,
    Statement,
)
from dragoman.records.dates import day

READER = "dragoman 0.1"
OIL = "Azerbaijan supplies about 40 percent of Israel's oil imports, a Baku official said."
VISIT = "President Herzog visited Azerbaijan in May 2023. Türkiye denied that it had mediated."
ARTICLE = f"{OIL} {VISIT}"


def a_document(text: str = ARTICLE, **more: Any) -> Document:
    return Document(text, **{"title": "Oil and visits", "publisher": "The Gazette", **more})


def a_span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words), words)


def a_party(document: Document, words: str, code: str | None, **more: Any) -> Party:
    return Party(code, more.pop("name", words), a_span(document, words), **more)


def a_quantity(document: Document, words: str = "about 40 percent", **more: Any) -> Quantity:
    about = {"unit": "percent", "of": "oil imports", "whose": "ISR", "approximate": True, **more}
    return Quantity(about.pop("low", 40.0), about.pop("high", 40.0), mention=a_span(document, words), **about)


def a_link(document: Document, words: str = "a Baku official", **more: Any) -> Attribution:
    return Attribution(
        Source("a Baku official", "office", "AZE", "GOV"), a_span(document, words), **{"cue": "said", **more}
    )


def a_statement(document: Document, **more: Any) -> Statement:
    """The oil supply, with its figure and the official who says so."""
    content = {
        "kind": "tie",
        "type": "energy",
        "actor": (a_party(document, "Azerbaijan", "AZE"),),
        "recipient": (a_party(document, "Israel", "ISR", name="Israel", wikidata="Q801"),),
        "occurred": Interval(),
        "standing": Standing.ASSERTED,
        "document": document.id,
        "evidence": a_span(document, OIL),
        "certainty": 0.9,
        "reader": READER,
        "quantities": (a_quantity(document),),
        "chain": (a_link(document),),
    }
    return Statement(**{**content, **more})


def a_visit(document: Document, **more: Any) -> Statement:
    """The visit, in the document's own voice."""
    content = {
        "kind": "event",
        "type": "CONSULT",
        "mode": "visit",
        "actor": (a_party(document, "President Herzog", "ISR", name="Isaac Herzog", sector="GOV", role="president"),),
        "occurred": day(date(2023, 5, 30)),
        "recipient": (a_party(document, "Azerbaijan", "AZE"),),
        "evidence": a_span(document, "President Herzog visited Azerbaijan in May 2023."),
        "quantities": (),
        "chain": (),
        "contexts": ("diplomatic", "executive"),
    }
    return a_statement(document, **{**content, **more})


def a_denial(document: Document, **more: Any) -> Statement:
    """What Türkiye denies."""
    content = {
        "kind": "event",
        "type": "CONSULT",
        "actor": (a_party(document, "Türkiye", "TUR"),),
        "recipient": (),
        "standing": Standing.DENIED,
        "evidence": a_span(document, "Türkiye denied that it had mediated."),
        "quantities": (),
        "chain": (),
    }
    return a_statement(document, **{**content, **more})


def a_reading(document: Document | None = None, *statements: Statement, reader: str = READER) -> Reading:
    """A document with the three statements above, or with those given."""
    read = a_document() if document is None else document
    found = statements or (a_statement(read), a_visit(read), a_denial(read))
    return Reading(read, found, reader)
