"""What is known of a statement or a document, as names and values."""

from __future__ import annotations

from dragoman import words
from dragoman.records import Attribution, Document, Entry, Interval, Quantity

#: A name and its value; `None` where nothing is known.
Details = list[tuple[str, str | None]]


def of_document(document: Document) -> Details:
    """Title, author, publisher, date, address, path, and how it reached us."""
    return [
        ("title", document.title),
        ("author", document.author),
        ("publisher", document.publisher),
        ("published", document.published.iso() if document.published else None),
        ("url", document.url),
        ("path", document.path),
        ("transport", document.transport),
    ]


def of_statement(entry: Entry) -> Details:
    """What is stated, by whom, how sure, and where the words stand, in code points of the document's text."""
    statement = entry.statement
    return [
        ("statement", statement.id),
        ("claim", statement.claim),
        (statement.kind, words.type_of(statement)),
        ("contexts", ", ".join(statement.contexts)),
        ("parties", words.who(statement)),
        ("when", _when(statement.occurred)),
        ("standing", statement.standing.value),
        *(("figure", _figure(each)) for each in statement.quantities),
        ("chain", " ‹ ".join(_link(each) for each in statement.chain)),
        ("certainty", f"{statement.certainty:.2f}"),
        ("occurrence", entry.occurrence),
        ("origins", None if entry.origins is None else str(entry.origins)),
        ("original", entry.original_source),
        ("recorded", entry.recorded),
        ("superseded", entry.superseded),
        ("reader", statement.reader),
        ("words at", f"{statement.evidence.start}-{statement.evidence.end}"),
    ]


def _when(interval: Interval) -> str:
    said = f" (“{interval.text}”, {interval.basis})" if interval.text else f" ({interval.basis})"
    return words.when(interval) + (said if interval.known else "")


def _figure(quantity: Quantity) -> str:
    return f"{quantity.phrase}: {words.measure(quantity)}"


def _link(link: Attribution) -> str:
    about = [
        link.source.kind,
        link.source.code,
        f"“{link.cue}”" if link.cue else None,
        "direct" if link.direct else None,
    ]
    return f"{link.source.name} ({', '.join(each for each in about if each)})"
