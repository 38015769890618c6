"""The descent of reports, as a tree, as JSON and as a table."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

from dragoman import words
from dragoman.cli.short import short
from dragoman.plain import cell, one_line, shortened

if TYPE_CHECKING:
    from dragoman import Descent, Heard, Origin

EVIDENCE = 100
COLUMNS = "standing origin original_source statement document publisher published how of likeness evidence".split()


def tree(part: Descent, length: int) -> Iterator[str]:
    """The reports of one standing by origin, as a person reads them."""
    first = part.origins[0].reports[0].entry.statement
    yield one_line(f"{words.who(first)}  {words.type_of(first)}  {part.standing}")
    origins = f"{len(part.origins)} independent origin{'s' * (len(part.origins) != 1)}"
    yield f"{part.reports} report{'s' * (part.reports != 1)}, {origins}"
    for origin in part.origins:
        yield one_line(f"● {_named(origin)}")
        for heard in origin.reports:
            entry = heard.entry
            told = f"{words.origin(entry.document)}: {_how(heard)}"
            head = f"{short(entry.statement.id, length)}  {words.when(entry.statement.occurred)}"
            yield f"  {head}  {one_line(told)}"
            yield f"    > {shortened(entry.statement.evidence.text, EVIDENCE)}"


def _named(origin: Origin) -> str:
    if origin.document is not None:
        return words.origin(origin.document)
    kind, _, rest = origin.key.partition(":")
    if kind == "unnamed":
        code, _, quoting = rest.partition(":")
        return f"unnamed sources{f' of {code}' if code else ''}, quoted by {quoting}"
    return origin.name or rest


def _how(heard: Heard) -> str:
    of = words.origin(heard.document) if heard.document is not None else heard.of
    share = f" ({int((heard.likeness or 0) * 100)} % of its words)"
    return {
        "itself": "in its own voice",
        "quotes": f"according to {of}",
        "exact": f"the same text as {of}",
        "near": f"a copy with changes of {of}{share}",
        "excerpt": f"an excerpt of {of}{share}",
    }[heard.how]


def as_json(part: Descent) -> dict[str, Any]:
    """The reports of one standing by origin, as one JSON object."""
    return {
        "standing": part.standing.value,
        "reports": part.reports,
        "independent_origins": len(part.origins),
        "origins": [
            {
                "key": origin.key,
                "document": origin.document.id if origin.document is not None else None,
                "reports": [
                    {
                        "statement": each.entry.statement.id,
                        "document": each.entry.document.id,
                        "publisher": each.entry.document.publisher,
                        "how": each.how,
                        "of": each.of,
                        "likeness": each.likeness,
                    }
                    for each in origin.reports
                ],
            }
            for origin in part.origins
        ],
    }


def write(found: Iterable[Descent], file: TextIO) -> None:
    """A header and one row a report, by standing and origin."""
    table = csv.writer(file, lineterminator="\n")
    table.writerow(COLUMNS)
    for part in found:
        for origin in part.origins:
            for each in origin.reports:
                document = each.entry.document
                published = document.published.iso() if document.published else None
                row = [
                    *(part.standing.value, origin.key, _named(origin), each.entry.statement.id, document.id),
                    *(document.publisher, published, each.how, each.of, each.likeness),
                    each.entry.statement.evidence.text,
                ]
                table.writerow([cell(value) for value in row])
