"""Small real records for tests, by plain names; whatever is not given is the same every time."""

from __future__ import annotations

from datetime import date
from typing import Any

from dragoman.codebook.names import label
from dragoman.codebook.ties import CHANNELS
from dragoman.records import (
    Attribution,
    Document,
    Entry,
    Interval,
    Party,
    Quantity,
    Reading,
    Source,
    Span,
    Standing,
    Statement,
)
from dragoman.records.dates import day, from_iso

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


def an_article(publisher: str | None, published: str | None, *sentences: str, **more: Any) -> Document:
    """A document of some sentences; `published` is an ISO date, month or year."""
    when = from_iso(published) if published else None
    return Document(" ".join(sentences), **{"title": "Title", "publisher": publisher, "published": when, **more})


def an_entry(document: Document, words: str, type: str = "energy", **more: Any) -> Entry:
    """What a document says in those words, the document's own voice, Azerbaijan to Israel, unless given otherwise.

    `actor` and `recipient` are "CODE" or "CODE:name:role", several joined by ";"; `chain` is "name:kind:code" joined by
    ";"; `when` an `Interval` or an ISO date; `figures` quantities as `a_figure` makes them.
    """
    evidence = a_span(document, words)
    when = more.pop("when", Interval())
    content = {
        "kind": "tie" if type in CHANNELS else "event",
        "type": type,
        "actor": _parties(document, evidence, more.pop("actor", "AZE")),
        "recipient": _parties(document, evidence, more.pop("recipient", "ISR")),
        "occurred": from_iso(when) if isinstance(when, str) else when,
        "standing": Standing(more.pop("standing", "asserted")),
        "document": document.id,
        "evidence": evidence,
        "certainty": 0.9,
        "reader": READER,
        "quantities": tuple(more.pop("figures", ())),
        "chain": tuple(_link(evidence, *each.split(":")) for each in more.pop("chain", "").split(";") if each),
    }
    kept = {key: more.pop(key) for key in ("occurrence", "origins", "superseded") if key in more}
    return Entry(Statement(**{**content, **more}), document, "2026-03-01T00:00:00Z", **kept)


def a_figure(document: Document, words: str, low: float | None, high: float | None, **more: Any) -> Quantity:
    """A number in those words of a document; percent unless `unit` is given."""
    return Quantity(low, high, more.pop("unit", "percent"), a_span(document, words), **more)


def _parties(document: Document, evidence: Span, written: str) -> tuple[Party, ...]:
    return tuple(_party(document, evidence, *each.split(":")) for each in written.split(";") if each)


def _party(document: Document, evidence: Span, code: str, name: str = "", role: str = "") -> Party:
    words = next((each for each in (name, label(code)) if each and each in evidence.text), evidence.text.split()[0])
    start = document.text.index(words, evidence.start)
    return Party(code, name or label(code), Span(start, start + len(words), words), role=role or None)


def _link(evidence: Span, name: str, kind: str = "publisher", code: str = "") -> Attribution:
    words = evidence.text.split()[0]
    mention = Span(evidence.start, evidence.start + len(words), words)
    return Attribution(Source(name, kind, code or None), mention)  # type: ignore[arg-type]
