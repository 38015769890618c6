"""What documents have from each other, as trees and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from dragoman import words
from dragoman.cli.short import short
from dragoman.plain import one_line, shortened

if TYPE_CHECKING:
    from dragoman import Borrowing, Branch
    from dragoman.records import Document, Span

#: Passages that are shown of one document, and characters of each.
PASSAGES, LENGTH = 3, 100


def trees(found: Sequence[Branch], length: int) -> Iterator[str]:
    """Each tree with its passages, as a person reads it."""
    for number, each in enumerate(found):
        if number:
            yield ""
        yield from _branch(each, length, 0)


def _branch(branch: Branch, length: int, depth: int) -> Iterator[str]:
    indent = "  " * depth
    yield f"{indent}{'└' if depth else '●'} {_called(branch.document, length)}"
    for borrowing in (*((branch.borrowing,) if branch.borrowing is not None else ()), *branch.beside):
        mark = "also " if branch.borrowing not in (None, borrowing) else ""
        yield f"{indent}    {mark}{how(borrowing, length)}"
        passages = borrowing.passages
        for each in passages[:PASSAGES]:
            yield f"{indent}    > {shortened(each.here.text, LENGTH)}"
        if len(passages) > PASSAGES:
            yield f"{indent}    … and {len(passages) - PASSAGES} more passages"
    for below in branch.branches:
        yield from _branch(below, length, depth + 1)


def _called(document: Document, length: int) -> str:
    title = f"  {shortened(document.title, LENGTH)}" if document.title else ""
    return f"{short(document.id, length)}  {one_line(words.origin(document))}{title}"


def how(borrowing: Borrowing, length: int) -> str:
    """`a copy with changes of The Courier, 2023-07-02 (93 % of its words), which is older`."""
    whom = " ‹ ".join(one_line(name) for name in borrowing.chain)
    if borrowing.of is None:
        return f"cites {whom}, of whom the ledger holds no such document"
    named = f"{one_line(words.origin(borrowing.of))} ({short(borrowing.of.id, length)})"
    share = f"{int((borrowing.share or 0) * 100)} %"
    told = {
        "exact": f"the same text as {named}",
        "near": f"a copy with changes of {named}, {share} of its words",
        "excerpt": f"an excerpt of {named}, {share} of its words",
        "cites": f"cites {named}, which names {share} of what it names",
        "translates": f"may be a translation of {named}, which names {share} of what it names",
        "retells": f"may retell {named}, which names {share} of what it names",
    }[borrowing.kind]
    first = {
        "older": "older",
        "longer": "of the same day and longer",
        "named": "named as the source",
        "undated": "taken to be first, as no date tells",
    }[borrowing.first or "older"]
    return f"{told}; {first}" + (f"; as told by {whom}" if whom else "")


def as_json(borrowing: Borrowing) -> dict[str, Any]:
    """What a document has from another as one JSON object."""
    return {
        "document": _document(borrowing.document),
        "kind": borrowing.kind,
        "of": _document(borrowing.of) if borrowing.of is not None else None,
        "chain": list(borrowing.chain),
        "naming": _span(borrowing.naming) if borrowing.naming is not None else None,
        "share": borrowing.share,
        "first": borrowing.first,
        "passages": [
            {"here": _span(each.here), "there": _span(each.there), "likeness": each.likeness}
            for each in borrowing.passages
        ],
    }


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "publisher": document.publisher,
        "published": document.published.iso() if document.published else None,
        "title": document.title,
    }


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}
